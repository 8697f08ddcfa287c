import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseRecord } from '../parse-record.ts'
import { policies } from '../policies/policies.ts'
import { cookieStorage, type CookieStorageOptions } from '../storage/cookie-storage.ts'
import { start, testVendor } from '../test-vendor.fixture.ts'
import { FirstPage, leaveFirstPage } from './first-page.fixture.ts'
import { prepaintScript, type PrepaintOptions } from './prepaint-script.ts'

const site: PrepaintOptions = {
  vendors: [testVendor('chat'), testVendor('stats', 'analytics')],
  policy: policies.eea,
}

const decisions = (page: FirstPage): unknown =>
  Array.from(parseRecord(page.jar.own.get('askfirst'))?.categories ?? [], ([name, { decision, mark }]) => [
    name,
    decision,
    mark,
  ])

const both = (decision: string, mark = ''): unknown => [
  ['functional', decision, mark],
  ['analytics', decision, mark],
]

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
})

afterEach(() => {
  leaveFirstPage()
  vi.useRealTimers()
})

describe('a first visit', () => {
  it.each([
    ['[data-askfirst=accept]', 'granted'],
    ['[data-askfirst=reject]', 'denied'],
    ['[data-askfirst=reject] b', 'denied'],
  ])('is answered by a click on %s: stored, hidden, told to other tabs, and no longer React’s', (part, decision) => {
    const page = new FirstPage().run(prepaintScript(site))
    expect(page.isHidden).toBe(false)
    page.click(part)
    expect(decisions(page)).toEqual(both(decision))
    expect(page.isHidden).toBe(true)
    expect(page.told).toEqual(['askfirst', 0])
    expect(page.clicks).toEqual([])
  })

  it('is answered as well by a tool that clicks for the visitor', () => {
    const page = new FirstPage().run(prepaintScript(site))
    page.part('[data-askfirst=reject]').click()
    expect(decisions(page)).toEqual(both('denied'))
  })

  it('leaves every other click alone', () => {
    const page = new FirstPage().run(prepaintScript(site))
    for (const part of ['[data-askfirst=choose]', '[data-askfirst=banner-text]', 'section', 'a']) {
      expect(page.click(part, 2).defaultPrevented).toBe(false)
    }
    expect(page.clicks).toEqual(['choose', 'banner-text', 'banner', 'link'])
    document.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(page.jar.written).toEqual([])
    expect(page.isHidden).toBe(false)
  })

  it('writes a time of its own', () => {
    const page = new FirstPage().run(prepaintScript(site))
    vi.setSystemTime(start + 700)
    page.click('[data-askfirst=reject]')
    expect(parseRecord(page.jar.own.get('askfirst'))?.time).toBe(start + 700)
  })

  it('gives each visitor an id of their own', () => {
    const script = prepaintScript(site)
    const ids = [1, 2, 3].map(() => {
      const page = new FirstPage().run(script)
      page.click('[data-askfirst=reject]')
      return parseRecord(page.jar.own.get('askfirst'))?.id
    })
    expect(new Set(ids).size).toBe(3)
    expect(ids.join('')).toMatch(/^[a-z\d]{20,}$/)
  })
})

describe('one click is one decision', () => {
  it('when it is a double click: the second is for nobody, and a third is for the page', () => {
    const page = new FirstPage().run(prepaintScript(site))
    page.click('[data-askfirst=reject]')
    vi.setSystemTime(start + 300)
    expect(page.click('a', 2).defaultPrevented).toBe(true)
    expect(page.clicks).toEqual([])
    expect(page.click('a').defaultPrevented).toBe(false)
    vi.setSystemTime(start + 2_000)
    page.click('a', 2)
    expect(page.clicks).toEqual(['link', 'link'])
    expect(page.jar.written).toHaveLength(1)
  })

  it('when something clicks the hidden buttons, the other one too', () => {
    const page = new FirstPage().run(prepaintScript(site))
    for (const part of ['reject', 'reject', 'accept']) page.part(`[data-askfirst=${part}]`).click()
    expect(page.jar.written).toHaveLength(1)
    expect(page.told).toHaveLength(2)
    expect(page.clicks).toEqual([])
    expect(decisions(page)).toEqual(both('denied'))
  })

  it('when something else listens where the script does', () => {
    const page = new FirstPage().run(prepaintScript(site))
    const clicked = vi.fn<() => void>()
    addEventListener('click', clicked, true)
    page.click('[data-askfirst=accept]')
    expect(clicked).not.toHaveBeenCalled()
    page.click('a')
    expect(clicked).toHaveBeenCalledOnce()
  })

  it('when the script is on the page twice', () => {
    const script = prepaintScript(site)
    const page = new FirstPage().run(script).run(script)
    page.click('[data-askfirst=accept]')
    expect(page.jar.written).toHaveLength(1)
    expect(page.clicks).toEqual([])
  })
})

describe('once React has the banner', () => {
  it('does nothing any more', () => {
    const page = new FirstPage().run(prepaintScript(site))
    delete page.part('section').dataset['state']
    page.click('[data-askfirst=accept]')
    expect(page.clicks).toEqual(['accept'])
    expect(page.jar.written).toEqual([])
  })

  it('no longer hides it', () => {
    const page = new FirstPage({ cookies: ['v=1'] }).run(prepaintScript(site))
    expect(page.isHidden).toBe(true)
    delete page.part('section').dataset['state']
    expect(page.isHidden).toBe(false)
  })
})

describe('where something is stored', () => {
  it.each(['accept-all', 'reject-all', 'v=1', 'x'])('hides the banner until the store has read %j', (text) => {
    const page = new FirstPage({ cookies: [text] }).run(prepaintScript(site))
    expect(page.isHidden).toBe(true)
    page.part('[data-askfirst=accept]').click()
    expect(page.jar.written).toEqual([])
    expect(page.clicks).toEqual([])
  })

  it('looks at the cookie of its name, and at no other', () => {
    const script = prepaintScript({ ...site, name: 'a.c' })
    for (const name of ['abc', 'xa.c', 'x-a.c', 'a.c2', 'A.C', 'other']) {
      expect(new FirstPage({ cookies: ['1'], cookieName: name }).run(script).isHidden).toBe(false)
    }
    expect(new FirstPage({ cookies: ['1'], cookieName: 'a.c' }).run(script).isHidden).toBe(true)
    expect(new FirstPage({ cookies: ['v=a.c='], cookieName: 'x' }).run(script).isHidden).toBe(false)
  })

  it('decides nothing when another tab has decided since, and leaves the click to React', () => {
    const page = new FirstPage().run(prepaintScript(site))
    cookieStorage().write('reject-all')
    page.click('[data-askfirst=accept]')
    expect(page.jar.own.get('askfirst')).toBe('reject-all')
    expect(page.clicks).toEqual(['accept'])
  })

  it('keeps the banner from a page that is only prerendered', () => {
    Object.defineProperty(document, 'prerendering', { configurable: true, value: true })
    expect(new FirstPage().run(prepaintScript(site)).isHidden).toBe(true)
    Reflect.deleteProperty(document, 'prerendering')
    expect(new FirstPage().run(prepaintScript(site)).isHidden).toBe(false)
  })
})

describe('the privacy signal', () => {
  it.each([true, false, undefined, 'true', '1', 1])(
    'is taken from a property that is %j only if that is true',
    (value) => {
      const page = new FirstPage()
      page.browser.globalPrivacyControl = value
      page.run(prepaintScript(site)).click('[data-askfirst=accept]')
      const signal = value === true ? 'gpc' : ''
      expect(decisions(page)).toEqual(both('granted', signal))
      expect(parseRecord(page.jar.own.get('askfirst'))?.signal).toBe(signal)
    },
  )

  it('is known when the server has seen it', () => {
    const page = new FirstPage().run(prepaintScript({ ...site, signal: 'gpc' }))
    page.click('[data-askfirst=reject]')
    expect(decisions(page)).toEqual(both('denied', 'gpc'))
  })

  it('hides the banner where it settles everything that would be asked', () => {
    const script = prepaintScript({ ...site, policy: policies.california, vendors: [testVendor('ads', 'marketing')] })
    const page = new FirstPage()
    page.browser.globalPrivacyControl = true
    expect(page.run(script).isHidden).toBe(true)
    expect(new FirstPage().run(script).isHidden).toBe(false)
  })
})

describe('the cookie', () => {
  /** As a browser takes it: order and empty attributes mean nothing, and of two by one name the later counts. */
  function written(text: string | undefined): unknown {
    const [pair = '', ...attributes] = `${text}`.split(';').filter(Boolean)
    return [pair.split('=')[0], new Map(attributes.map((each) => each.toLowerCase().split('=') as [string, string]))]
  }

  it.each<[CookieStorageOptions, string]>([
    [{}, 'http:'],
    [{}, 'https:'],
    [{ name: 'choices' }, 'https:'],
    [{ name: '__Host-askfirst' }, 'http:'],
    [{ attributes: 'domain=acme.example;max-age=2592000' }, 'https:'],
    [{ attributes: 'secure' }, 'http:'],
  ])('has the attributes that the store would give it (%j on %s)', (options, protocol) => {
    const page = new FirstPage({ cookieName: options.name })
    vi.stubGlobal('location', { protocol, pathname: '/' })
    cookieStorage(options).write('v=1')
    page.jar.own = new Map()
    page.run(prepaintScript({ ...site, ...options })).click('[data-askfirst=reject]')
    const [theirs, ours] = page.jar.written
    expect(written(ours)).toEqual(written(theirs))
    expect(page.isHidden).toBe(true)
  })

  it.each(['throws', 'ignores'] as const)('that a browser %s leaves the banner up and the click to React', (mode) => {
    const page = new FirstPage()
    page.jar.mode = mode
    page.run(prepaintScript(site)).click('[data-askfirst=accept]')
    expect(page.isHidden).toBe(false)
    expect(page.clicks).toEqual(['accept'])
  })
})

describe('an old browser', () => {
  it.each(['CSSStyleSheet', 'BroadcastChannel'])('without %s stores the decision all the same', (name) => {
    const page = new FirstPage()
    vi.stubGlobal(name, undefined)
    page.run(prepaintScript(site)).click('[data-askfirst=reject]')
    expect(decisions(page)).toEqual(both('denied'))
  })

  it('that cannot adopt a stylesheet leaves the banner up', () => {
    const page = new FirstPage({ cookies: ['v=1'] })
    vi.stubGlobal('CSSStyleSheet', undefined)
    page.run(prepaintScript(site)).click('[data-askfirst=accept]')
    expect(page.isHidden).toBe(false)
    expect(page.clicks).toEqual(['accept'])
    expect(page.jar.written).toEqual([])
  })
})
