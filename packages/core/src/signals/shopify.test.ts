import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { optIn } from '../policies/opt-in.ts'
import { memoryStorage } from '../storage/memory-storage.ts'
import { begin, endAll, loadScript, namesAddedBy, openPage, type TestPage } from './signals.fixture.ts'
import { shopifyConsent as connect } from './shopify.ts'

const shopifyConsent: typeof connect = (...args) => begin(connect(...args))

const all = (value: boolean) => ({ analytics: value, marketing: value, preferences: value, sale_of_data: value })

type Loaded = (error?: unknown) => void

/** A shop's page: what was recorded with it, and what its API says the visitor has answered. */
let shop = { recorded: [] as unknown[], answers: {} as Record<string, string>, asked: [] as unknown[] }
let finishLoading: Loaded[] = []

const api = {
  currentVisitorConsent: () => shop.answers,
  setTrackingConsent(consent: Record<string, boolean>, done: () => void) {
    shop.recorded.push(consent)
    expect(done).toBeTypeOf('function')
  },
}

const loadFeatures = (features: unknown, loaded: Loaded): void => {
  shop.asked.push(features)
  finishLoading.push(loaded)
}

/** Lets Shopify remember what was recorded last, as it does some time later. */
function remember(): void {
  const last = shop.recorded.at(-1) ?? {}
  shop.answers = Object.fromEntries(Object.entries(last).map(([name, yes]) => [name, yes ? 'yes' : 'no']))
}

function readPage(text: string | null = null): TestPage {
  const page = openPage({ storage: memoryStorage(text) })
  page.connect()
  return page
}

beforeEach(() => {
  shop = { recorded: [], answers: { analytics: '', marketing: '', preferences: '', sale_of_data: '' }, asked: [] }
  finishLoading = []
})

afterEach(endAll)

describe('a shop whose API is there', () => {
  beforeEach(() => {
    vi.stubGlobal('Shopify', { customerPrivacy: api, loadFeatures })
  })

  it('records nothing before storage was read, and nothing before the visitor has answered', () => {
    const page = openPage()
    shopifyConsent(page)
    page.connect()
    page.openPreferences()
    expect(shop.recorded).toEqual([])
  })

  it('takes nothing back before storage was read', () => {
    shop.answers = { analytics: 'yes', marketing: 'yes', preferences: 'yes', sale_of_data: 'yes' }
    const page = openPage({ storage: memoryStorage('accept-all') })
    shopifyConsent(page)
    page.connect()
    expect(shop.recorded).toEqual([])
  })

  it('records a grant and a withdrawal, each once', () => {
    const page = readPage()
    shopifyConsent(page)
    page.acceptAll()
    page.openPreferences()
    page.withdrawAll()
    expect(shop.recorded).toEqual([all(true), all(false)])
  })

  it('records a refusal, although nothing had been allowed', () => {
    const page = readPage()
    shopifyConsent(page)
    page.rejectAll()
    expect(shop.recorded).toEqual([all(false)])
  })

  it('records by purpose, with the sale of data as a part of marketing', () => {
    const page = readPage()
    shopifyConsent(page)
    page.savePreferences({ categories: { functional: true, marketing: true } })
    expect(shop.recorded).toEqual([{ ...all(true), analytics: false }])
  })

  it('records a withdrawal that comes before Shopify has caught up with the grant', () => {
    shop.answers = { analytics: 'no', marketing: 'no', preferences: 'no', sale_of_data: 'no' }
    const page = readPage('reject-all')
    shopifyConsent(page)
    page.acceptAll()
    page.withdrawAll()
    expect(shop.recorded).toEqual([all(true), all(false)])
  })

  it.each(['accept-all', 'reject-all'])('records %s on a later page only where Shopify does not have it', (text) => {
    shopifyConsent(readPage(text))
    expect(shop.recorded).toEqual([all(text === 'accept-all')])
    remember()
    endAll()
    shopifyConsent(readPage(text))
    expect(shop.recorded).toHaveLength(1)
  })

  it('takes back what Shopify has stored and is not granted here', () => {
    shop.answers = { analytics: 'yes', marketing: 'no', preferences: '', sale_of_data: '' }
    shopifyConsent(readPage())
    expect(shop.recorded).toEqual([all(false)])
  })

  it('leaves a refusal alone that Shopify has stored', () => {
    shop.answers = { analytics: 'no', marketing: 'no', preferences: 'no', sale_of_data: 'no' }
    const page = openPage({ policy: { ...optIn, rules: { '*': 'opt-out' } } })
    page.connect()
    shopifyConsent(page)
    expect(shop.recorded).toEqual([])
  })

  it('takes a default of the policy for no answer', () => {
    const page = openPage({ policy: { ...optIn, rules: { '*': 'opt-out' } } })
    page.connect()
    shopifyConsent(page)
    expect(shop.recorded).toEqual([])
    page.rejectAll()
    expect(shop.recorded).toEqual([all(false)])
  })

  it('records what a privacy signal turns off', () => {
    const page = readPage('accept-all')
    shopifyConsent(page)
    page.seeSignal()
    expect(shop.recorded).toEqual([all(true), { ...all(false), preferences: true }])
  })

  it('called twice, records what Shopify has heard no second time', () => {
    const page = readPage('accept-all')
    shopifyConsent(page)()
    remember()
    shopifyConsent(page)
    expect(shop.recorded).toEqual([all(true)])
  })

  it('listens to the categories that the site names', () => {
    const page = readPage()
    shopifyConsent(page, { mapping: { sale_of_data: 'analytics' } })
    page.savePreferences({ categories: { analytics: true } })
    expect(shop.recorded).toEqual([{ ...all(false), analytics: true, sale_of_data: true }])
  })

  it('throws for a category that the site does not have', () => {
    expect(() => shopifyConsent(openPage(), { mapping: { analytics: 'numbers' } })).toThrow('no category "numbers"')
  })

  it('ends when stopped', () => {
    const page = readPage()
    shopifyConsent(page)()
    page.acceptAll()
    loadScript()
    expect(shop.recorded).toEqual([])
  })

  it('keeps a failing API from disturbing the page', () => {
    vi.stubGlobal('Shopify', {
      customerPrivacy: {
        ...api,
        setTrackingConsent() {
          throw new Error('Shopify failed')
        },
      },
    })
    const page = readPage()
    shopifyConsent(page)
    expect(() => page.acceptAll()).not.toThrow()
  })
})

describe('a shop whose API is absent', () => {
  const addApi = (): void => void vi.stubGlobal('Shopify', { customerPrivacy: api, loadFeatures })

  beforeEach(() => {
    vi.stubGlobal('Shopify', { loadFeatures })
  })

  it('does not load it before there is an answer to deliver', () => {
    const page = openPage()
    shopifyConsent(page)
    page.connect()
    page.openPreferences()
    expect(shop.asked).toEqual([])
  })

  it('loads it once to deliver an answer, the one that holds by then', () => {
    const page = readPage()
    shopifyConsent(page)
    page.acceptAll()
    loadScript()
    expect(shop.asked).toEqual([[{ name: 'consent-tracking-api', version: '0.1' }]])
    page.withdrawAll()
    addApi()
    for (const finish of finishLoading) finish()
    expect(shop.recorded).toEqual([all(false)])
  })

  it('does not ask again for what could not be loaded, until there is another answer', () => {
    const page = readPage('accept-all')
    shopifyConsent(page)
    finishLoading[0]?.(new Error('blocked'))
    loadScript()
    expect(shop.asked).toHaveLength(1)
    page.withdrawAll()
    expect(shop.asked).toHaveLength(2)
    expect(shop.recorded).toEqual([])
  })

  it('survives an answer from its cache, and an error at once', () => {
    vi.stubGlobal('Shopify', { loadFeatures: (_: unknown, loaded: Loaded) => loaded(new Error('blocked')) })
    expect(() => shopifyConsent(readPage('accept-all'))).not.toThrow()
    vi.stubGlobal('Shopify', {
      loadFeatures(_: unknown, loaded: Loaded) {
        addApi()
        loaded()
      },
    })
    shopifyConsent(readPage('accept-all'))
    expect(shop.recorded).toEqual([all(true)])
  })

  it('delivers when the page brings the API itself', () => {
    shopifyConsent(readPage('accept-all'))
    loadScript(addApi)
    expect(shop.recorded).toEqual([all(true)])
  })
})

describe('a page that is no shop', () => {
  it.each([null, 'accept-all'])('makes and loads nothing, with %j stored', (text) => {
    const page = readPage(text)
    expect(namesAddedBy(() => shopifyConsent(page))).toEqual([])
    expect(() => page.withdrawAll()).not.toThrow()
  })

  it('delivers once it is one', () => {
    shopifyConsent(readPage('accept-all'))
    loadScript(() => vi.stubGlobal('Shopify', { loadFeatures }))
    expect(shop.asked).toHaveLength(1)
  })
})
