import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { follow } from './follow.ts'
import { isGranted, needsDecision, permission } from './permission.ts'
import { optIn } from './policies/opt-in.ts'
import type { Policy } from './policy.ts'
import { connectTabs } from './receipt/tabs.fixture.ts'
import { createVendorRuntime } from './runtime/create-vendor-runtime.ts'
import { serializeRecord } from './serialize-record.ts'
import { cookieStorage } from './storage/cookie-storage.ts'
import { memoryStorage } from './storage/memory-storage.ts'
import type { ConsentStorage } from './storage/storage.ts'
import { webStorage } from './storage/web-storage.ts'
import { createConsentStore, type ConsentStore, type ConsentStoreOptions } from './store.ts'
import { day, no, start, testRecord, testVendor, yes } from './test-vendor.fixture.ts'

const chat = testVendor('chat', 'functional')
const stats = testVendor('stats', 'analytics')
const ads = testVendor('ads', 'marketing')

let storage: ConsentStorage
let pages: (() => void)[] = []

/** A page that stays open: a store that goes on following storage until the test ends, and a runtime, which knows the visit. */
function openPage(options: ConsentStoreOptions = {}): ConsentStore {
  later(1)
  const store = createConsentStore({ vendors: [chat, stats, ads], storage, ...options })
  pages.push(store.connect(), follow(store), createVendorRuntime(store).connect())
  return store
}

const allowed = (store: ConsentStore): readonly string[] =>
  [...store.getState().vendors.keys()].filter((id) => permission(store.getState(), id).allowed)

const comeBackToTab = (): boolean => document.dispatchEvent(new Event('visibilitychange'))

const later = (milliseconds: number): void => {
  vi.setSystemTime(Date.now() + milliseconds)
}

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
  storage = memoryStorage()
})

afterEach(() => {
  for (const close of pages) close()
  pages = []
  vi.useRealTimers()
  vi.unstubAllGlobals()
  Reflect.deleteProperty(document, 'cookie')
})

describe('createConsentStore', () => {
  it('touches nothing of the browser before connect', () => {
    const touched = vi.fn<() => never>(() => {
      throw new Error('touched')
    })
    vi.stubGlobal('document', new Proxy({}, { get: touched, set: touched, has: touched }))
    vi.stubGlobal('sessionStorage', new Proxy({}, { get: touched }))
    vi.stubGlobal('localStorage', new Proxy({}, { get: touched }))
    const store = createConsentStore({ vendors: [chat], storage: cookieStorage() })
    expect(permission(store.getState(), 'chat').allowed).toBe(false)
    expect(touched).not.toHaveBeenCalled()
  })

  it('begins unread, with nothing allowed and nothing asked', () => {
    storage.write('accept-all')
    const store = createConsentStore({ vendors: [chat, stats], storage })
    expect(store.getState().record).toBeNull()
    expect(allowed(store)).toEqual([])
    expect(needsDecision(store.getState())).toBe(false)
  })

  it('keeps the state that a first render saw, whatever happens later', () => {
    const store = openPage()
    const first = createConsentStore({ vendors: [chat, stats, ads], storage }).getState()
    store.acceptAll()
    expect(store.getInitialState().record).toBeNull()
    expect(needsDecision(store.getInitialState())).toBe(false)
    expect({ ...store.getInitialState(), vendors: 0 }).toEqual({ ...first, vendors: 0 })
  })

  it('asks about the categories that hold a vendor, in the standard order, then about the own ones', () => {
    const maps = testVendor('maps', 'maps')
    expect(openPage({ vendors: [maps, ads, chat], categories: ['video'] }).getState().asked).toEqual([
      'functional',
      'marketing',
      'video',
      'maps',
    ])
  })

  it('takes preferences as another name of functional', () => {
    const store = openPage({ vendors: [testVendor('chat', 'preferences')], categories: ['preferences'] })
    expect(store.getState().asked).toEqual(['functional'])
    store.savePreferences({ categories: { preferences: true } })
    expect(permission(store.getState(), 'chat').allowed).toBe(true)
    expect(isGranted(store.getState(), 'functional')).toBe(true)
  })

  it('tells subscribers once for each decision', () => {
    const store = openPage()
    const listener = vi.fn<() => void>()
    const stop = store.subscribe(listener)
    store.acceptAll()
    expect(listener).toHaveBeenCalledTimes(1)
    store.withdrawVendor('chat')
    expect(listener).toHaveBeenCalledTimes(2)
    stop()
    store.rejectAll()
    expect(listener).toHaveBeenCalledTimes(2)
  })
})

describe('decisions', () => {
  it('acceptAll allows every vendor that asks, and remembers it', () => {
    openPage().acceptAll()
    expect(allowed(openPage())).toEqual(['chat', 'stats', 'ads'])
  })

  it('acceptAll settles also what had been refused by itself', () => {
    const store = openPage()
    store.withdrawVendor('chat')
    store.acceptAll()
    expect(permission(store.getState(), 'chat')).toEqual({ allowed: true, reason: 'category-granted' })
  })

  it.each(['rejectAll', 'withdrawAll'] as const)('%s refuses every vendor, and remembers it', (action) => {
    const store = openPage()
    store.acceptAll()
    store.grantVendor('chat')
    store[action]()
    expect(allowed(store)).toEqual([])
    expect(permission(store.getState(), 'chat').reason).toBe('category-denied')
    expect(allowed(openPage())).toEqual([])
  })

  it('rejectAll settles also what had been allowed by itself', () => {
    const store = openPage()
    store.grantVendor('chat')
    store.rejectAll()
    expect(permission(store.getState(), 'chat')).toEqual({ allowed: false, reason: 'category-denied' })
  })

  it('rejectAll refuses also what only another page of the site has', () => {
    openPage({ vendors: [chat, testVendor('maps', 'maps'), testVendor('pay', 'payment')] }).acceptAll()
    openPage({ vendors: [chat] }).rejectAll()
    expect(allowed(openPage({ vendors: [chat, testVendor('maps', 'maps'), testVendor('pay', 'payment')] }))).toEqual([])
  })

  it('rejectAll refuses also a vendor that only another page of the site has allowed by itself', () => {
    openPage({ vendors: [chat, stats] }).grantVendor('stats')
    openPage({ vendors: [chat] }).rejectAll()
    expect(allowed(openPage({ vendors: [chat, stats] }))).toEqual([])
  })

  it('rejectAll ends what was allowed only this time', () => {
    const store = openPage()
    store.grantVendor('chat', { onlyThisTime: true })
    store.rejectAll()
    expect(allowed(store)).toEqual([])
    expect(allowed(openPage())).toEqual([])
  })

  it('savePreferences stores categories and the vendors that differ', () => {
    openPage().savePreferences({
      categories: { functional: true, analytics: false },
      vendors: { stats: true, chat: false },
    })
    const store = openPage()
    expect(permission(store.getState(), 'chat').reason).toBe('vendor-denied')
    expect(permission(store.getState(), 'stats').reason).toBe('vendor-granted')
    expect(permission(store.getState(), 'ads').reason).toBe('undecided')
  })

  it('grantVendor allows the vendor and nothing else', () => {
    const neighbour = testVendor('survey', 'functional')
    openPage({ vendors: [chat, neighbour] }).grantVendor('chat')
    const store = openPage({ vendors: [chat, neighbour] })
    expect(allowed(store)).toEqual(['chat'])
    expect(isGranted(store.getState(), 'functional')).toBe(false)
  })

  it('withdrawVendor refuses the vendor and nothing else', () => {
    const neighbour = testVendor('survey', 'functional')
    const store = openPage({ vendors: [chat, neighbour] })
    store.acceptAll()
    store.withdrawVendor('chat')
    expect(allowed(store)).toEqual(['survey'])
    expect(allowed(openPage({ vendors: [chat, neighbour] }))).toEqual(['survey'])
  })

  it('a vendor that is new in a granted category is not allowed, and what was allowed keeps working', () => {
    openPage().acceptAll()
    expect(allowed(openPage({ vendors: [chat, stats, ads, testVendor('pixel', 'marketing')] }))).toEqual([
      'chat',
      'stats',
      'ads',
    ])
  })

  it('a yes on a page that does not show a vendor does not allow it, when all that it was ever told is no', () => {
    const both = [chat, testVendor('survey', 'functional')]
    openPage({ vendors: both }).rejectAll()
    openPage({ vendors: [chat] }).acceptAll()
    expect(allowed(openPage({ vendors: both }))).toEqual(['chat'])
  })

  it('remembers where the visitor decided', () => {
    const store = openPage()
    store.acceptAll('banner')
    expect(store.getState().record?.surface).toBe('banner')
    store.grantVendor('chat', {}, 'gate')
    expect(store.getState().record?.surface).toBe('gate')
    store.rejectAll()
    expect(store.getState().record?.surface).toBe('api')
  })
})

describe('"only this time"', () => {
  it('allows the vendor now and after a reload in the same visit', () => {
    const store = openPage()
    store.grantVendor('chat', { onlyThisTime: true })
    expect(permission(store.getState(), 'chat')).toEqual({ allowed: true, reason: 'session' })
    expect(allowed(openPage())).toEqual(['chat'])
  })

  it('writes nothing into the record, then or later', () => {
    const store = openPage()
    store.grantVendor('chat', { onlyThisTime: true })
    expect(storage.read()).toBeNull()
    store.savePreferences({ categories: { analytics: true } })
    expect(storage.read()).not.toContain('chat')
    expect(store.getState().record?.vendors.size).toBe(0)
  })

  it.each(['rejectAll', 'withdrawAll'] as const)(
    'is ended by %s also on a page that does not have the vendor',
    (action) => {
      openPage().grantVendor('chat', { onlyThisTime: true })
      openPage({ vendors: [stats] })[action]()
      expect(allowed(openPage())).toEqual([])
      expect(permission(openPage({ vendors: [stats] }).getState(), 'stats').reason).toBe('category-denied')
    },
  )

  it('once refused does not come back with a later answer about its category', () => {
    const store = openPage({ gates: { chat: 'on-request' } })
    store.grantVendor('chat')
    later(1)
    store.withdrawVendor('chat')
    later(1)
    store.savePreferences({ categories: { functional: false } })
    expect(allowed(store)).toEqual([])
  })

  it('once refused does not come back when a later yes ends', () => {
    const store = openPage()
    store.grantVendor('chat', { onlyThisTime: true })
    later(1)
    store.withdrawVendor('chat')
    later(1)
    store.grantVendor('chat')
    expect(allowed(openPage({ revision: '2' }))).toEqual([])
  })

  it('is over with a yes to the category, and does not come back when that ends, whatever the clock did', () => {
    const store = openPage()
    store.grantVendor('chat', { onlyThisTime: true })
    later(-3_600_000)
    store.savePreferences({ categories: { functional: true } })
    expect(permission(store.getState(), 'chat').reason).toBe('category-granted')
    later((optIn.grantDays + 1) * day)
    comeBackToTab()
    expect(permission(store.getState(), 'chat').reason).toBe('expired')
  })

  it('does not spoil a decision after the clock was set right', () => {
    later(10 * day)
    const store = openPage()
    store.grantVendor('chat', { onlyThisTime: true })
    later(-10 * day)
    store.acceptAll()
    expect(allowed(store)).toEqual(['chat', 'stats', 'ads'])
    expect(needsDecision(store.getState())).toBe(false)
  })

  it('ends with the tab', () => {
    openPage().grantVendor('chat', { onlyThisTime: true })
    sessionStorage.clear()
    expect(allowed(openPage())).toEqual([])
  })

  it('ends after half an hour without a page of the site', () => {
    openPage().grantVendor('chat', { onlyThisTime: true })
    later(1_799_000)
    expect(allowed(openPage())).toEqual(['chat'])
    later(1_799_000)
    expect(allowed(openPage())).toEqual(['chat'])
    later(1_801_000)
    expect(allowed(openPage())).toEqual([])
  })

  it('does not count as an answer to its category', () => {
    const store = openPage()
    store.grantVendor('chat', { onlyThisTime: true })
    expect(isGranted(store.getState(), 'functional')).toBe(false)
    expect(needsDecision(store.getState())).toBe(true)
  })

  it('works where the vendor was refused in the same millisecond, and leaves the refusal in the record', () => {
    const store = openPage()
    store.rejectAll()
    const refusal = storage.read()
    store.grantVendor('chat', { onlyThisTime: true })
    expect(allowed(store)).toEqual(['chat'])
    expect(storage.read()).toBe(refusal)
    sessionStorage.clear()
    expect(allowed(openPage())).toEqual([])
  })

  it('is ended by withdrawVendor', () => {
    const store = openPage()
    store.grantVendor('chat', { onlyThisTime: true })
    store.withdrawVendor('chat')
    expect(allowed(store)).toEqual([])
    expect(allowed(openPage())).toEqual([])
  })

  it('is ended by withdrawVendor also where the vendor would stay allowed without it', () => {
    const store = openPage()
    store.grantVendor('chat', { onlyThisTime: true })
    store.acceptAll()
    store.withdrawVendor('chat')
    expect(permission(store.getState(), 'chat').reason).toBe('vendor-denied')
  })

  it('stays when something else is decided', () => {
    const store = openPage()
    store.grantVendor('chat', { onlyThisTime: true })
    store.savePreferences({ categories: { analytics: false }, vendors: { ads: false } })
    expect(permission(store.getState(), 'chat').reason).toBe('session')
  })

  it('stays when something else is decided, also where the vendor had been refused long before', () => {
    const store = openPage()
    store.rejectAll()
    later(3_600_000)
    store.grantVendor('chat', { onlyThisTime: true })
    store.grantVendor('stats')
    expect(allowed(store)).toEqual(['chat', 'stats'])
  })

  it.each([
    ['its category', { categories: { functional: false } }],
    ['the vendor', { vendors: { chat: false } }],
  ])('ends when %s is refused', (_, choices) => {
    const store = openPage()
    store.grantVendor('chat', { onlyThisTime: true })
    store.savePreferences(choices)
    expect(allowed(store)).toEqual([])
    expect(allowed(openPage())).toEqual([])
  })

  it('is what a yes to a vendor that works on request comes to, and leaves the record alone', () => {
    const store = openPage({ gates: { chat: 'on-request' } })
    store.acceptAll()
    expect(permission(store.getState(), 'chat').allowed).toBe(false)
    const record = storage.read()
    store.grantVendor('chat')
    expect(permission(store.getState(), 'chat')).toEqual({ allowed: true, reason: 'session' })
    expect(storage.read()).toBe(record)
    sessionStorage.clear()
    expect(allowed(openPage({ gates: { chat: 'on-request' } }))).not.toContain('chat')
  })

  it.each(['withdrawVendor', 'rejectAll'] as const)(
    'ends with %s also for a vendor that works on request',
    (action) => {
      const store = openPage({ gates: { chat: 'on-request' } })
      store.grantVendor('chat')
      later(1)
      if (action === 'rejectAll') store.rejectAll()
      else store.withdrawVendor('chat')
      expect(allowed(store)).toEqual([])
      expect(allowed(openPage({ gates: { chat: 'on-request' } }))).toEqual([])
    },
  )

  it('holds for the page where session storage is blocked', () => {
    vi.stubGlobal('sessionStorage', undefined)
    const store = openPage()
    store.grantVendor('chat', { onlyThisTime: true })
    expect(allowed(store)).toEqual(['chat'])
    expect(allowed(openPage())).toEqual([])
  })
})

describe('the banner and the preferences', () => {
  it('dismissBanner decides nothing and stores nothing where the policy says so', () => {
    const policy: Policy = { ...optIn, dismissal: 'undecided' }
    const store = openPage({ policy })
    store.dismissBanner()
    expect(store.getState().dismissed).toBe(true)
    expect(storage.read()).toBeNull()
    expect(allowed(store)).toEqual([])
    expect(openPage({ policy }).getState().dismissed).toBe(false)
  })

  it('dismissBanner is a no where the policy says so, and by default', () => {
    openPage().dismissBanner()
    const store = openPage()
    expect(permission(store.getState(), 'chat').reason).toBe('category-denied')
    expect(needsDecision(store.getState())).toBe(false)
  })

  it('opening and closing the preferences decides nothing', () => {
    const store = openPage()
    store.openPreferences()
    expect(store.getState().preferencesOpen).toBe(true)
    store.closePreferences()
    expect(store.getState().preferencesOpen).toBe(false)
    expect(storage.read()).toBeNull()
  })
})

describe('what the host sets', () => {
  it('takes effect at once, in both directions', () => {
    const store = openPage()
    store.configure({ gates: { chat: { always: 'contract with signed-in customers' } } })
    expect(permission(store.getState(), 'chat').reason).toBe('asserted')
    store.configure({ gates: {} })
    expect(permission(store.getState(), 'chat').reason).toBe('undecided')
  })

  it('before storage was read, neither asks nor grants nor ends the visit', () => {
    openPage().rejectAll()
    later(60_000)
    openPage().grantVendor('chat', { onlyThisTime: true })
    const store = createConsentStore({
      vendors: [chat, stats],
      policy: { ...optIn, rules: { '*': 'opt-in', analytics: 'opt-out' } },
      storage,
    })
    store.configure({ gates: {} })
    expect(needsDecision(store.getState())).toBe(false)
    expect(allowed(store)).toEqual([])
    pages.push(store.connect(), follow(store), createVendorRuntime(store).connect())
    expect(allowed(store)).toEqual(['chat'])
  })

  it('writes the language of the moment into the record', () => {
    const store = openPage({ locale: 'de' })
    store.configure({ locale: 'nl-BE' })
    store.rejectAll()
    expect(openPage().getState().record?.locale).toBe('nl-BE')
  })

  it.each(['de;DE', 'de&categories=functional:granted', 'pt BR', 'zh%2DHant', 'en+GB', ''])(
    'never loses a refusal to the unusable language %j',
    (locale) => {
      storage = cookieStorage()
      const store = openPage()
      try {
        store.configure({ locale })
      } catch {
        // To throw is fine as well.
      }
      store.rejectAll()
      expect(permission(openPage().getState(), 'chat').reason).toBe('category-denied')
    },
  )
})

describe('time', () => {
  it('ends a grant on a page that stays open, once the visitor comes back to it', () => {
    const store = openPage()
    store.acceptAll()
    later((optIn.grantDays + 1) * day)
    comeBackToTab()
    expect(allowed(store)).toEqual([])
    expect(needsDecision(store.getState())).toBe(true)
  })

  it('is that of the decision, not that of the page view', () => {
    const store = openPage()
    later(3_600_000)
    store.acceptAll()
    expect(store.getState().record?.time).toBe(Date.now())
    expect(store.getState().now).toBe(Date.now())
  })
})

describe('several tabs', () => {
  it('a decision in another tab holds here as soon as the visitor comes back', () => {
    const here = openPage()
    here.acceptAll()
    later(60_000)
    openPage().rejectAll()
    comeBackToTab()
    expect(allowed(here)).toEqual([])
  })

  it('a decision in another tab holds here at once', () => {
    connectTabs()
    const here = openPage()
    const other = openPage()
    here.acceptAll()
    expect(allowed(other)).toEqual(['chat', 'stats', 'ads'])
    const heard = vi.fn<() => void>()
    here.subscribe(heard)
    other.rejectAll()
    expect(allowed(here)).toEqual([])
    expect(heard.mock.calls.length).toBeLessThan(4)
  })

  it('a decision here does not bring back what was refused in another tab', () => {
    const here = openPage()
    here.acceptAll()
    later(60_000)
    openPage().rejectAll()
    here.grantVendor('chat')
    expect(allowed(here)).toEqual(['chat'])
    expect(allowed(openPage())).toEqual(['chat'])
  })

  it.each(['rejectAll', 'withdrawAll'] as const)('%s refuses also what was allowed in another tab since', (action) => {
    const here = openPage({ vendors: [chat] })
    const maps = testVendor('maps', 'maps')
    openPage({ vendors: [chat, maps] }).acceptAll()
    openPage({ vendors: [chat, stats] }).grantVendor('stats')
    here[action]()
    expect(allowed(openPage({ vendors: [chat, maps, stats] }))).toEqual([])
  })

  it('a withdrawal of everything in another tab ends what was allowed only this time', () => {
    const here = openPage()
    here.grantVendor('chat', { onlyThisTime: true })
    later(60_000)
    // Session storage is a tab's own.
    const visit = Object.entries<string>(sessionStorage)
    openPage().withdrawAll()
    for (const [key, value] of visit) sessionStorage.setItem(key, value)
    comeBackToTab()
    expect(allowed(here)).toEqual([])
  })

  it.each([
    ['back before it', 0, -3_600_000],
    ['ahead for it', 3_600_000, -3_600_000],
  ])('a withdrawal in another tab ends "only this time" here, also with the clock %s', (_, before, after) => {
    later(10 * day)
    const here = openPage()
    here.grantVendor('chat', { onlyThisTime: true })
    later(before || after)
    createConsentStore({ vendors: [chat], storage }).withdrawVendor('chat')
    if (before) later(after)
    comeBackToTab()
    expect(permission(here.getState(), 'chat')).toEqual({ allowed: false, reason: 'vendor-denied' })
  })

  it('a refusal in another tab ends what works on request here, also when its category is allowed before this one looks', () => {
    const gates = { chat: 'on-request' } as const
    const here = openPage({ gates })
    here.grantVendor('chat')
    later(1)
    createConsentStore({ vendors: [chat], storage, gates, categories: ['functional'] }).rejectAll()
    later(1)
    here.savePreferences({ categories: { functional: true } })
    expect(allowed(here)).toEqual([])
  })

  it('what works on request here goes on when everything is allowed, here or in another tab', () => {
    const gates = { chat: 'on-request' } as const
    const here = openPage({ gates })
    here.rejectAll()
    here.grantVendor('chat')
    later(1)
    here.acceptAll()
    expect(permission(here.getState(), 'chat').reason).toBe('session')
    createConsentStore({ vendors: [chat], storage, gates, categories: ['functional'] }).acceptAll()
    comeBackToTab()
    expect(permission(here.getState(), 'chat').reason).toBe('session')
  })

  it('closing the banner here is no answer where one was given in another tab that this one has not seen', () => {
    const here = openPage()
    createConsentStore({ vendors: [chat, stats, ads], storage }).acceptAll()
    const listener = vi.fn<() => void>()
    here.subscribe(listener)
    here.dismissBanner()
    expect(allowed(here)).toEqual(['chat', 'stats', 'ads'])
    expect(here.getState().dismissed).toBe(true)
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('a decision that was taken before storage was read keeps what is stored', () => {
    openPage().rejectAll()
    const store = createConsentStore({ vendors: [chat, stats, ads], storage })
    store.grantVendor('chat')
    expect(permission(openPage().getState(), 'stats').reason).toBe('category-denied')
  })

  it('goes on following when one of two that asked for it stops', () => {
    const store = createConsentStore({ vendors: [chat], storage })
    const stopFirst = store.connect()
    pages.push(store.connect())
    stopFirst()
    storage.write('accept-all')
    comeBackToTab()
    expect(allowed(store)).toEqual(['chat'])
  })

  it('no longer follows once it was disconnected', () => {
    const store = createConsentStore({ vendors: [chat], storage })
    store.connect()()
    storage.write('accept-all')
    comeBackToTab()
    expect(allowed(store)).toEqual([])
  })
})

describe('storage that fails', () => {
  const broken: ConsentStorage = {
    read: () => {
      throw new DOMException('denied', 'SecurityError')
    },
    write: () => {
      throw new DOMException('denied', 'SecurityError')
    },
  }

  it('grants nothing, asks, and takes decisions for the life of the page', () => {
    const store = openPage({ storage: broken })
    expect(allowed(store)).toEqual([])
    expect(needsDecision(store.getState())).toBe(true)
    store.acceptAll()
    comeBackToTab()
    expect(allowed(store)).toEqual(['chat', 'stats', 'ads'])
    store.rejectAll()
    comeBackToTab()
    expect(allowed(store)).toEqual([])
    expect(needsDecision(store.getState())).toBe(false)
  })

  it('does not erase a refusal when the cookie disappears or turns unreadable while the page is open', () => {
    const store = openPage()
    store.rejectAll()
    for (const text of ['', 'garbage', 'v=1&sum=0']) {
      storage.write(text)
      comeBackToTab()
      expect(permission(store.getState(), 'chat').reason).toBe('category-denied')
    }
  })

  it('does not erase a refusal when storage throws while the page is open', () => {
    let blocked = false
    const memory = memoryStorage()
    const store = openPage({
      storage: { read: () => (blocked ? broken.read() : memory.read()), write: (text) => memory.write(text) },
    })
    store.rejectAll()
    blocked = true
    comeBackToTab()
    expect(permission(store.getState(), 'chat').reason).toBe('category-denied')
  })

  it.each([
    [
      'a record',
      serializeRecord(testRecord({ categories: new Map([['functional', yes()]]), disclosed: new Set(['chat']) })),
    ],
    ['accept-all', 'accept-all'],
  ])('a refusal that could not be stored is not overruled by %s that is still stored', (_, text) => {
    const store = openPage({ storage: { read: () => text, write: broken.write } })
    expect(allowed(store)).toContain('chat')
    later(60_000)
    store.rejectAll()
    comeBackToTab()
    expect(allowed(store)).toEqual([])
  })

  it('grants nothing by default where a record cannot be read: it may hold a refusal', () => {
    const policy: Policy = { ...optIn, rules: { '*': 'opt-out' } }
    expect(allowed(openPage({ policy, storage: memoryStorage('garbage') }))).toEqual([])
    expect(allowed(openPage({ policy, storage: broken }))).toEqual([])
  })

  it.each([
    ['on a page that could read nothing so far', undefined],
    ['on a page that a server had read for', { stored: 'accept-all', now: start, signal: '', policy: optIn } as const],
  ])('does not erase a refusal that was not stored when something unreadable turns up, %s', (_, initial) => {
    let isBlocked = true
    const store = openPage({
      ...(initial && { initial }),
      storage: { read: () => (isBlocked ? broken.read() : 'garbage'), write: broken.write },
    })
    store.rejectAll()
    isBlocked = false
    comeBackToTab()
    expect(permission(store.getState(), 'chat').reason).toBe('category-denied')
  })

  it('leaves no doubt where it failed at first and turns out to hold nothing', () => {
    let blocked = true
    const policy: Policy = { ...optIn, rules: { '*': 'opt-out' } }
    const store = openPage({ policy, storage: { ...storage, read: () => (blocked ? broken.read() : storage.read()) } })
    expect(allowed(store)).toEqual([])
    blocked = false
    comeBackToTab()
    expect(allowed(store)).toEqual(['chat', 'stats', 'ads'])
  })

  it('keeps record and visit apart where both are in session storage', () => {
    const options = { storage: webStorage('sessionStorage') }
    openPage(options).rejectAll()
    expect(permission(openPage(options).getState(), 'stats').reason).toBe('category-denied')
    later(60_000)
    openPage(options).grantVendor('chat', { onlyThisTime: true })
    expect(permission(openPage(options).getState(), 'chat').reason).toBe('session')
    expect(permission(openPage(options).getState(), 'stats').reason).toBe('category-denied')
  })

  it('survives getters that throw instead of storage', () => {
    Object.defineProperty(document, 'cookie', { configurable: true, get: broken.read, set: broken.write })
    const store = openPage({ storage: cookieStorage() })
    expect(allowed(store)).toEqual([])
    store.rejectAll()
    expect(permission(store.getState(), 'chat').reason).toBe('category-denied')
  })
})

/** Browsers drop a cookie of more than 4,096 bytes without a word, and keep the older one; jsdom does not. */
function browserCookie(): ConsentStorage {
  const { read, write } = memoryStorage()
  return { read, write: (text) => (`askfirst=${text}`.length <= 4_096 ? write(text) : undefined) }
}

describe('the cookie', () => {
  const twenty = [
    ['kayako', 'kustomer', 'intercom', 'zendesk', 'google-maps', 'youtube', 'vimeo', 'calendly'].map((id) =>
      testVendor(id, 'functional'),
    ),
    ['google-analytics', 'matomo', 'hotjar', 'mixpanel', 'amplitude', 'clarity'].map((id) =>
      testVendor(id, 'analytics'),
    ),
    ['meta-pixel', 'google-ads', 'linkedin-insight', 'tiktok-pixel', 'criteo', 'bing-ads'].map((id) =>
      testVendor(id, 'marketing'),
    ),
  ].flat()

  it.each(['acceptAll', 'rejectAll'] as const)('stays below 1,024 bytes for twenty vendors after %s', (action) => {
    const store = openPage({ vendors: twenty })
    store[action]('preferences')
    expect(storage.read()?.length).toBeGreaterThan(180)
    expect(`askfirst=${storage.read()}`.length).toBeLessThan(1_024)
  })

  it('stays below 1,024 bytes for twenty vendors when every vendor is answered against its category', () => {
    openPage({ vendors: twenty }).savePreferences(
      {
        categories: { functional: true, analytics: true, marketing: true },
        vendors: Object.fromEntries(twenty.map(({ id }) => [id, false])),
      },
      'preferences',
    )
    expect(`askfirst=${storage.read()}`.length).toBeLessThan(1_024)
  })

  it('stays below 4,096 bytes when twenty vendors were answered one by one, at other times, under a signal', () => {
    const vendors = new Map(twenty.map(({ id }, index) => [id, no(start - index, 'gpc')] as const))
    const text = serializeRecord(
      testRecord({
        signal: 'gpc',
        categories: new Map([
          ['functional', yes(1, 'gpc')],
          ['analytics', yes(2, 'gpc')],
          ['marketing', yes(3, 'gpc')],
        ]),
        vendors,
        disclosed: new Set(vendors.keys()),
      }),
    )
    expect(`askfirst=${text}`.length).toBeLessThan(4_096)
  })

  it('never exceeds 4,096 bytes: a thousand vendors do not lose a refusal', () => {
    storage = browserCookie()
    const thousand = Array.from({ length: 1_000 }, (_, index) => testVendor(`vendor-${index}`, 'marketing'))
    openPage({ vendors: thousand }).acceptAll()
    later(60_000)
    openPage({ vendors: thousand }).rejectAll()
    expect(storage.read()).not.toBeNull()
    const { getState } = openPage({ vendors: thousand })
    expect(permission(getState(), 'vendor-999').reason).toBe('category-denied')
    expect(needsDecision(getState())).toBe(false)
  })

  it('is not the only place: elsewhere the yes to a thousand vendors is remembered', () => {
    const vendors = Array.from({ length: 1_000 }, (_, index) => testVendor(`vendor-${index}`, 'marketing'))
    openPage({ vendors, storage: webStorage() }).acceptAll()
    const store = openPage({ vendors, storage: webStorage() })
    expect(needsDecision(store.getState())).toBe(false)
    expect(allowed(store)).toHaveLength(1_000)
  })
})

describe('mistakes', () => {
  it('throws for a vendor that is registered twice', () => {
    expect(() => createConsentStore({ vendors: [chat, stats, testVendor('chat', 'marketing')] })).toThrow(
      'Askfirst: the vendor "chat" is registered twice, so it is unclear which of the two the visitor is asked about. ' +
        'Register it once, or give the second another id.',
    )
  })

  it.each(['grantVendor', 'withdrawVendor'] as const)('%s throws for an id that is not registered', (action) => {
    const store = openPage()
    expect(() => store[action]('nobody')).toThrow(/^Askfirst: .*"nobody".*, so .+\. .*: chat, stats, ads[;.].*/)
    expect(storage.read()).toBeNull()
    expect(store.getState().record).toBeNull()
  })

  it('grantVendor throws for an id that is not registered, also for only this time', () => {
    const store = openPage({ vendors: [] })
    expect(() => store.grantVendor('nobody', { onlyThisTime: true })).toThrow(
      /^Askfirst: .*"nobody".*, so .+\. .*none.*\.$/,
    )
    expect(store.getState().visit.size).toBe(0)
  })

  it('savePreferences throws for a category that does not exist, and changes nothing', () => {
    const store = openPage()
    expect(() => store.savePreferences({ categories: { functional: true, maps: true } })).toThrow(
      /^Askfirst: .*"maps".*, so .+\. .*necessary, functional, analytics, marketing.*\.$/,
    )
    expect(storage.read()).toBeNull()
    expect(allowed(store)).toEqual([])
  })

  it.each(['__proto__', 'constructor'])('savePreferences takes no %j', (name) => {
    const store = openPage()
    const ticks: Record<string, boolean> = Object.fromEntries([[name, true]])
    expect(() => store.savePreferences({ categories: ticks })).toThrow('Askfirst: no category')
    expect(() => store.savePreferences({ vendors: ticks })).toThrow('Askfirst: no vendor')
  })
})
