import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { optIn } from '../policies/opt-in.ts'
import { memoryStorage } from '../storage/memory-storage.ts'
import { begin, endAll, loadScript, namesAddedBy, openPage, type TestPage } from './signals.fixture.ts'
import { wpConsent as connect } from './wp-consent.ts'

const wpConsent: typeof connect = (...args) => begin(connect(...args))

const answer = (functional: string, rest: string): Record<string, string> => ({
  functional,
  preferences: rest,
  'statistics-anonymous': rest,
  statistics: rest,
  marketing: rest,
})

let calls: [string, string][] = []
/** What the API keeps in its cookies. */
let stored = new Map<string, string>()

/** The API as WordPress ships it: a cookie for each category, and an event where one changes. */
const wp_set_consent = (category: string, value: string): void => {
  calls.push([category, value])
  const isNew = stored.get(category) !== value
  stored.set(category, value)
  if (isNew) document.dispatchEvent(new CustomEvent('wp_listen_for_consent_change', { detail: { [category]: value } }))
}

const wp_has_consent = (category: string): boolean =>
  Reflect.get(window, 'wp_consent_type') === undefined || stored.get(category) === 'allow'

function addApi(): void {
  vi.stubGlobal('wp_set_consent', wp_set_consent)
  vi.stubGlobal('wp_has_consent', wp_has_consent)
}

function readPage(text: string | null = null): TestPage {
  const page = openPage({ storage: memoryStorage(text) })
  page.connect()
  return page
}

beforeEach(() => {
  calls = []
  stored = new Map()
})

afterEach(() => {
  endAll()
  Reflect.deleteProperty(window, 'wp_consent_type')
})

describe('the consent type', () => {
  it('is set and announced at once, since WordPress takes none for a yes to everything', () => {
    const types: unknown[] = []
    const listen = (): void => void types.push(Reflect.get(window, 'wp_consent_type'))
    document.addEventListener('wp_consent_type_defined', listen)
    addApi()
    expect(wp_has_consent('marketing')).toBe(true)
    wpConsent(openPage())
    document.removeEventListener('wp_consent_type_defined', listen)
    expect(types).toEqual(['optin'])
    expect(wp_has_consent('marketing')).toBe(false)
  })

  it('is all that is made where the API is absent, and stays when stopped', () => {
    const page = openPage({ storage: memoryStorage('accept-all') })
    const names = namesAddedBy(() => {
      const stop = wpConsent(page)
      page.connect()
      page.withdrawAll()
      stop()
    })
    expect(names).toEqual(['wp_consent_type'])
  })
})

describe('the categories', () => {
  beforeEach(addApi)

  it('hear nothing before storage was read', () => {
    wpConsent(openPage({ storage: memoryStorage('accept-all') }))
    expect(calls).toEqual([])
  })

  it('hear of what is necessary, and of nothing that was not answered', () => {
    wpConsent(readPage())
    expect(calls).toEqual([['functional', 'allow']])
  })

  it('hear of a grant, a withdrawal and another grant', () => {
    const page = readPage()
    wpConsent(page)
    calls = []
    page.acceptAll()
    expect(Object.fromEntries(calls)).toEqual(answer('allow', 'allow'))
    page.openPreferences()
    page.withdrawAll()
    page.acceptAll()
    expect(calls.map(([, value]) => value)).toEqual([
      ...Object.values(answer('allow', 'allow')),
      ...Object.values(answer('allow', 'deny')),
      ...Object.values(answer('allow', 'allow')),
    ])
  })

  it('hear of a refusal, although nothing had been allowed', () => {
    const page = readPage()
    wpConsent(page)
    page.rejectAll()
    expect(Object.fromEntries(stored)).toEqual(answer('allow', 'deny'))
  })

  it('hear on the next page what was stored', () => {
    wpConsent(readPage('accept-all'))
    expect(Object.fromEntries(stored)).toEqual(answer('allow', 'allow'))
  })

  it('lose what WordPress has stored and is not granted here', () => {
    stored.set('marketing', 'allow')
    wpConsent(readPage())
    expect(Object.fromEntries(stored)).toEqual({ functional: 'allow', marketing: 'deny' })
  })

  it('hear what a privacy signal turns off', () => {
    const page = readPage('accept-all')
    wpConsent(page)
    page.seeSignal()
    expect(Object.fromEntries(stored)).toEqual({ ...answer('allow', 'deny'), preferences: 'allow' })
  })

  it('hear what the policy allows by default', () => {
    const page = openPage({ policy: { ...optIn, rules: { '*': 'opt-in', analytics: 'objection' } } })
    page.connect()
    wpConsent(page)
    expect(Object.fromEntries(stored)).toEqual({
      functional: 'allow',
      'statistics-anonymous': 'allow',
      statistics: 'allow',
    })
  })

  it('hear it when the API loads late', () => {
    vi.unstubAllGlobals()
    wpConsent(readPage('accept-all'))
    expect(calls).toEqual([])
    loadScript(addApi)
    loadScript()
    expect(calls).toHaveLength(5)
  })

  it('called twice, hear nothing that contradicts itself', () => {
    const page = readPage('accept-all')
    wpConsent(page)()
    wpConsent(page)
    expect(new Set(calls.map(([, value]) => value))).toEqual(new Set(['allow']))
    expect(calls).toHaveLength(10)
  })

  it('end with the last word when a plugin makes the visitor withdraw in between', () => {
    const page = readPage()
    wpConsent(page)
    const withdraw = (): void => page.withdrawAll()
    document.addEventListener('wp_listen_for_consent_change', withdraw, { once: true })
    page.acceptAll()
    expect(Object.fromEntries(stored)).toEqual(answer('allow', 'deny'))
  })

  it('do without `wp_has_consent`', () => {
    vi.stubGlobal('wp_has_consent', undefined)
    wpConsent(readPage('reject-all'))
    expect(Object.fromEntries(stored)).toEqual(answer('allow', 'deny'))
  })

  it('are those that the site names', () => {
    const page = readPage()
    wpConsent(page, { mapping: { 'statistics-anonymous': 'necessary' } })
    expect(calls).toEqual([
      ['functional', 'allow'],
      ['statistics-anonymous', 'allow'],
    ])
    expect(() => wpConsent(page, { mapping: { marketing: 'adverts' } })).toThrow('no category "adverts"')
  })

  it('keep a failing API from disturbing the page', () => {
    vi.stubGlobal('wp_set_consent', () => {
      throw new Error('the plugin failed')
    })
    const page = readPage()
    expect(() => wpConsent(page)).not.toThrow()
    expect(() => page.acceptAll()).not.toThrow()
  })

  it('hear nothing more when stopped', () => {
    const page = readPage()
    wpConsent(page)()
    calls = []
    page.acceptAll()
    loadScript()
    expect(calls).toEqual([])
  })
})
