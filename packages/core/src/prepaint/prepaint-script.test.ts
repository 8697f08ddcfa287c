import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseRecord } from '../parse-record.ts'
import { needsDecision, permission } from '../permission.ts'
import { policies } from '../policies/policies.ts'
import type { Signal } from '../record.ts'
import { anySite, cookieTexts, type TestSite } from '../stored-text.fixture.ts'
import { cookieStorage, readCookie } from '../storage/cookie-storage.ts'
import { memoryStorage } from '../storage/memory-storage.ts'
import { createConsentStore, type ConsentStore, type InitialConsent } from '../store.ts'
import { day, start } from '../test-vendor.fixture.ts'
import { FirstPage, leaveFirstPage } from './first-page.fixture.ts'
import { prepaintScript } from './prepaint-script.ts'

// Random sites, cookies and moments: what the script does is what the store does, or the store's to do.

interface Moment {
  readonly site: TestSite
  readonly texts: readonly string[]
  /** When a server rendered the page, and when it is shown. */
  readonly rendered: number
  readonly shown: number
  /** What the request said, and what the browser says. */
  readonly header: Signal
  readonly property: unknown
}

const moment: fc.Arbitrary<Moment> = fc
  .record({
    site: anySite,
    texts: cookieTexts,
    rendered: fc
      .constantFrom(0, 0, 1, 31 * day, 100 * day, 182 * day, 400 * day, -3 * day)
      .map((later) => start + later),
    wait: fc.constantFrom(0, 1, 800, 60_000),
    header: fc.constantFrom<Signal>('', '', 'gpc'),
    property: fc.constantFrom<unknown>(undefined, undefined, true, false, 'true', 1),
  })
  .map(({ wait, ...rest }) => ({ ...rest, shown: rest.rendered + wait }))

let page: FirstPage

function open({ texts, property, shown }: Moment): FirstPage {
  page = new FirstPage({ cookies: texts })
  page.browser.globalPrivacyControl = property
  vi.setSystemTime(shown)
  return page
}

const initialOf = ({ site: { policy }, texts, rendered: now, header: signal }: Moment): InitialConsent => ({
  stored: readCookie(texts.map((text) => `askfirst=${text}`).join('; '), 'askfirst') || null,
  now,
  signal,
  policy,
})

/** A store on this page that has read its storage. */
function storeOn(options: Parameters<typeof createConsentStore>[0]): ConsentStore {
  const store = createConsentStore(options)
  store.connect()()
  return store
}

const permissions = (store: ConsentStore): unknown =>
  [...store.getState().vendors.keys()].map((id) => [id, permission(store.getState(), id)])

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
})

afterEach(() => {
  leaveFirstPage()
  vi.useRealTimers()
})

describe('on a page that is built once', { timeout: 60_000 }, () => {
  it('shows the banner exactly to those of whom nothing is stored and whom the store would ask', () => {
    const seen = { shown: 0, hidden: 0 }
    fc.assert(
      fc.property(moment, (at) => {
        const { isHidden } = open(at).run(prepaintScript(at.site))
        const isDue = needsDecision(storeOn({ ...at.site, storage: cookieStorage() }).getState())
        seen[isHidden ? 'hidden' : 'shown']++
        expect(isHidden).toBe(!isDue || at.texts.length > 0)
      }),
      { numRuns: 100 },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(3)
  })
})

describe('on a page that was rendered for a request', { timeout: 60_000 }, () => {
  it('is empty exactly where the banner is not in the HTML', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const initial = initialOf(at)
        const isDue = needsDecision(createConsentStore({ ...at.site, initial }).getInitialState())
        expect(prepaintScript({ ...at.site, initial }) !== '').toBe(isDue)
      }),
      { numRuns: 100 },
    )
  })

  it('shows the banner exactly where the store would ask, as long as the cookie is what the server saw', () => {
    const seen = { shown: 0, hidden: 0 }
    fc.assert(
      fc.property(moment, (at) => {
        const initial = initialOf({ ...at, rendered: at.shown })
        const script = prepaintScript({ ...at.site, initial })
        fc.pre(script !== '' && new Set(at.texts).size < 2)
        const { isHidden } = open(at).run(script)
        const isDue = needsDecision(storeOn({ ...at.site, initial, storage: cookieStorage() }).getState())
        seen[isHidden ? 'hidden' : 'shown']++
        expect(isHidden).toBe(!isDue)
      }),
      { numRuns: 100 },
    )
    expect(seen.shown).toBeGreaterThan(50)
  })

  it('hides it once the cookie has changed', () => {
    fc.assert(
      fc.property(moment, cookieTexts, (at, texts) => {
        const initial = initialOf(at)
        const script = prepaintScript({ ...at.site, initial })
        fc.pre(script !== '' && (initial.stored === null ? texts.length > 0 : !texts.includes(initial.stored)))
        expect(open({ ...at, texts }).run(script).isHidden).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('shows it to nobody whom the store would not ask', () => {
    fc.assert(
      fc.property(moment, fc.option(cookieTexts), (at, changed) => {
        const initial = initialOf({ ...at, rendered: at.shown })
        const script = prepaintScript({ ...at.site, initial })
        fc.pre(script !== '' && !open({ ...at, texts: changed ?? at.texts }).run(script).isHidden)
        const store = storeOn({ ...at.site, initial, storage: cookieStorage() })
        expect(needsDecision(store.getState())).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a click', { timeout: 60_000 }, () => {
  const rendering = fc.constantFrom('once' as const, 'for the request' as const)
  const part = fc.constantFrom('accept' as const, 'reject' as const)

  /** Opens the page and clicks, and has a store of its own do the same to the same. Skips pages without a banner. */
  function clickBoth(at: Moment, how: 'once' | 'for the request', button: 'accept' | 'reject') {
    const initial = initialOf(at)
    const options = how === 'once' ? at.site : { ...at.site, initial }
    const script = prepaintScript(options)
    fc.pre(script !== '' && !open(at).run(script).isHidden)
    page.click(`[data-askfirst=${button}]`)
    const theirs = storeOn({ ...options, storage: memoryStorage(initial.stored) })
    theirs[button === 'accept' ? 'acceptAll' : 'rejectAll']('banner')
    return {
      ours: parseRecord(page.jar.own.get('askfirst')),
      theirs,
      after: storeOn({ ...options, storage: cookieStorage() }),
      oldId: parseRecord(initial.stored)?.id,
    }
  }

  it('stores what the store’s own action would have stored, and the store takes it over', () => {
    const seen = { once: 0, 'for the request': 0, older: 0 }
    fc.assert(
      fc.property(moment, rendering, part, (at, how, button) => {
        fc.pre(at.texts.length < 2)
        // Nobody answers in the same millisecond again.
        fc.pre(!at.texts.some((text) => text.includes(String(at.shown))))
        const { ours, theirs, after, oldId } = clickBoth(at, how, button)
        const id = ours?.id ?? ''
        expect(id).toMatch(oldId ? /./ : /^[a-z\d]{8,}$/)
        expect({ ...ours, id: oldId && id }).toEqual({ ...theirs.getState().record, id: oldId })
        expect(page.isHidden).toBe(true)
        expect(page.clicks).toEqual([])
        expect(after.getState().record).toEqual(ours)
        expect(permissions(after)).toEqual(permissions(theirs))
        expect(needsDecision(after.getState())).toBe(false)
        seen[how]++
        if (oldId) seen.older++
      }),
      { numRuns: 150 },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(10)
  })

  it('allows no more than was said where there are several cookies of the name', () => {
    const allowed = (store: ConsentStore): readonly string[] =>
      [...store.getState().vendors.keys()].filter((id) => permission(store.getState(), id).allowed)
    fc.assert(
      fc.property(moment, part, (at, button) => {
        fc.pre(at.texts.length > 1 && at.site.policy.id === 'eea')
        const { theirs, after } = clickBoth(at, 'for the request', button)
        expect(allowed(theirs)).toEqual(expect.arrayContaining([...allowed(after)]))
      }),
      { numRuns: 20 },
    )
  })

  it.each(['accept', 'reject'] as const)('on "%s" keeps what only other pages ask about', (button) => {
    const site = { categories: ['functional'], policy: policies.eea, vendors: [] }
    const elsewhere = createConsentStore({ ...site, categories: ['analytics', 'marketing'], storage: memoryStorage() })
    elsewhere.savePreferences({ categories: { analytics: false, marketing: true } }, 'preferences')
    const { record } = elsewhere.getState()
    const stored = elsewhere.storage.read()
    vi.setSystemTime(start + 5_000)
    page = new FirstPage({ cookies: [`${stored}`] })
    page.run(prepaintScript({ ...site, initial: { stored, now: start, signal: '', policy: site.policy } }))
    page.click(`[data-askfirst=${button}]`)

    const after = parseRecord(page.jar.own.get('askfirst'))
    const now = { time: start + 5_000, mark: '' }
    expect(after?.id).toBe(record?.id)
    expect(after?.categories.get('functional')).toEqual({
      ...now,
      decision: button === 'accept' ? 'granted' : 'denied',
    })
    expect(after?.categories.get('analytics')).toMatchObject({ decision: 'denied' })
    expect(after?.categories.get('marketing')).toEqual(
      button === 'accept' ? record?.categories.get('marketing') : { ...now, decision: 'denied' },
    )
  })
})
