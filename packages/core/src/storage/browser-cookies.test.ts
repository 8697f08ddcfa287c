import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { follow } from '../follow.ts'
import { needsDecision, permission } from '../permission.ts'
import { optIn } from '../policies/opt-in.ts'
import type { Policy } from '../policy.ts'
import { eraseRecord } from '../receipt/erase-record.ts'
import { serializeRecord } from '../serialize-record.ts'
import { createConsentStore, type ConsentStore, type ConsentStoreOptions } from '../store.ts'
import { no, start, testRecord, testVendor, yes } from '../test-vendor.fixture.ts'
import { cookieStorage, readCookie } from './cookie-storage.ts'
import { remoteStorage } from './remote-storage.ts'
import { splitStorage } from './split-storage.ts'

// With the cookie jar of jsdom, which treats domains, paths and prefixes as Chromium 156 was measured to.

declare const jsdom: {
  readonly reconfigure: (options: { readonly url: string }) => void
  readonly cookieJar: { readonly removeAllCookiesSync: () => void }
}

const home = location.href

const visit = (url: string): void => jsdom.reconfigure({ url })

const vendors = [testVendor('chat', 'functional'), testVendor('stats', 'analytics')]

function openPage(options: ConsentStoreOptions = {}): ConsentStore {
  const store = createConsentStore({ vendors, ...options })
  store.connect()()
  return store
}

const allowedIn = (store: ConsentStore): readonly string[] =>
  vendors.flatMap(({ id }) => (permission(store.getState(), id).allowed ? [id] : []))

const shared = { attributes: 'domain=acme.example' }

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
  visit('https://shop.acme.example/help/chat')
})

afterEach(() => {
  vi.useRealTimers()
  jsdom.cookieJar.removeAllCookiesSync()
  visit(home)
})

describe('a cookie for all subdomains', () => {
  it('takes the choice to each of them, and to nobody else', () => {
    openPage({ storage: cookieStorage(shared) }).rejectAll()
    for (const [url, reason] of [
      ['https://acme.example/', 'category-denied'],
      ['https://help.acme.example/', 'category-denied'],
      ['https://evilacme.example/', 'undecided'],
      ['https://other.example/', 'undecided'],
    ] as const) {
      visit(url)
      const store = openPage({ storage: cookieStorage(shared) })
      expect([url, permission(store.getState(), 'chat').reason]).toEqual([url, reason])
    }
  })

  it('is dropped without a word for a domain that is not above the page; the decision holds for the page', () => {
    const storage = cookieStorage({ attributes: 'domain=other.example' })
    const store = openPage({ storage })
    store.rejectAll()
    expect(storage.read()).toBe('')
    expect(permission(store.getState(), 'chat').reason).toBe('category-denied')
  })
})

describe('a cookie of a secure page', () => {
  it('is not sent over a connection that is not', () => {
    cookieStorage().write('accept-all')
    visit('http://shop.acme.example/')
    expect(document.cookie).toBe('')
  })
})

describe('a cookie whose name begins with __Host-', () => {
  const name = '__Host-askfirst'

  it('is kept for the whole host, and read back', () => {
    openPage({ storage: cookieStorage({ name }) }).rejectAll()
    visit('https://shop.acme.example/other')
    expect(permission(openPage({ storage: cookieStorage({ name }) }).getState(), 'chat').reason).toBe('category-denied')
    visit('https://help.acme.example/')
    expect(cookieStorage({ name }).read()).toBe('')
  })

  it('is written as secure on every page: without, a browser would drop it', () => {
    visit('http://localhost/')
    const write = vi.spyOn(document, 'cookie', 'set')
    cookieStorage({ name }).write('v=1')
    expect(write.mock.calls[0]?.[0]).toMatch(/^__Host-askfirst=v=1;path=\/;max-age=34560000;samesite=lax;secure;$/)
  })

  it.each(['domain=acme.example', 'path=/help'])(
    'is dropped with %s; the decision holds for the page',
    (attributes) => {
      const storage = cookieStorage({ name, attributes })
      const store = openPage({ storage })
      store.acceptAll()
      expect(storage.read()).toBe('')
      expect(allowedIn(store)).toEqual(['chat', 'stats'])
    },
  )
})

describe('forgetting', () => {
  it.each([{}, shared, { name: '__Host-askfirst' }, { attributes: 'path=/help' }])(
    'takes the cookie of %j away',
    (options) => {
      const storage = cookieStorage(options)
      storage.write('reject-all')
      expect(storage.read()).toBe('reject-all')
      storage.write(null)
      expect([storage.read(), document.cookie]).toEqual(['', ''])
    },
  )
})

/** What cannot be read must keep from running also what runs without a yes. */
const everythingRuns: Policy = { ...optIn, rules: { '*': 'opt-out' } }

describe('several cookies of one name', () => {
  const twins = [
    ['for the host, then for the domain', {}, shared],
    ['for the domain, then for the host', shared, {}],
    ['for the path, then for the host', { attributes: 'path=/help' }, {}],
    ['for the host, then for the path', {}, { attributes: 'path=/help' }],
  ] as const

  it.each(twins)('%s: what either refuses is not allowed', (_, first, second) => {
    cookieStorage(first).write('accept-all')
    cookieStorage(second).write('reject-all')
    expect(document.cookie.match(/askfirst=/g)).toHaveLength(2)
    expect(allowedIn(openPage({ policy: everythingRuns }))).toEqual([])
    cookieStorage(first).write('reject-all')
    cookieStorage(second).write('accept-all')
    expect(allowedIn(openPage({ policy: everythingRuns }))).toEqual([])
  })

  it.each(twins)('%s: two that allow different things allow nothing, also by default', (_, first, second) => {
    cookieStorage(first).write('accept-all')
    openPage({ storage: { read: () => null, write: cookieStorage(second).write } }).grantVendor('chat')
    const store = openPage({ policy: everythingRuns })
    expect(allowedIn(store)).toEqual([])
    expect(needsDecision(store.getState())).toBe(true)
  })

  it.each(twins)('%s: the next decision stands alone', (_, first, second) => {
    cookieStorage(first).write('reject-all')
    cookieStorage(second).write('accept-all')
    const store = openPage({ storage: cookieStorage(second) })
    expect(needsDecision(store.getState())).toBe(true)
    const unfollow = follow(store)
    store.acceptAll()
    unfollow()
    expect(document.cookie.match(/askfirst=/g)).toHaveLength(1)
    expect(allowedIn(openPage({ storage: cookieStorage(second) }))).toEqual(['chat', 'stats'])
  })

  it.each([
    ['splitStorage', () => splitStorage({ cookie: cookieStorage(shared), longest: 10 })],
    [
      'remoteStorage',
      () => remoteStorage({ read: () => null, write: () => undefined }, { cache: cookieStorage(shared) }),
    ],
  ])('are one after the next decision also where the cookie is a part of %s', (_, create) => {
    cookieStorage().write('reject-all')
    cookieStorage(shared).write('accept-all')
    const store = openPage({ storage: create() })
    const unfollow = follow(store)
    store.acceptAll()
    unfollow()
    expect(document.cookie.match(/askfirst=/g)).toHaveLength(1)
    expect(allowedIn(openPage({ storage: create() }))).toEqual(['chat', 'stats'])
  })

  it.each(twins)('%s: are forgotten together, so that none speaks up afterwards', (_, first, second) => {
    cookieStorage(first).write('accept-all')
    cookieStorage(second).write('reject-all')
    expect(eraseRecord(openPage({ storage: cookieStorage(second) }))).toBe(true)
    expect(document.cookie).toBe('')
    expect(openPage({ storage: cookieStorage(second) }).getState().record).toBeNull()
  })

  it('are left alone where the browser has not taken the next decision: one of them may be a refusal', () => {
    cookieStorage().write('reject-all')
    cookieStorage(shared).write('accept-all')
    const before = document.cookie
    const store = openPage({ storage: { ...cookieStorage(shared), write: () => undefined } })
    const unfollow = follow(store)
    store.savePreferences({ categories: { functional: true, analytics: false } })
    unfollow()
    expect(document.cookie).toBe(before)
  })

  const refusing = (name: string): string =>
    `askfirst=${serializeRecord(testRecord({ id: name, categories: new Map([[name, no()]]) }))}`

  it('an empty one hides no refusal', () => {
    expect(readCookie(`askfirst=; ${refusing('functional')}`, 'askfirst')).not.toBe('')
  })

  it('two refusals of different things both hold where something is on by default', () => {
    const read = (): string => readCookie(`${refusing('functional')}; ${refusing('analytics')}`, 'askfirst')
    expect(allowedIn(openPage({ policy: everythingRuns, storage: { read, write: () => undefined } }))).toEqual([])
  })

  it('one that says nothing of a vendor does not hide the other, which refuses it', () => {
    const mixed = serializeRecord(
      testRecord({
        categories: new Map([
          ['functional', yes()],
          ['analytics', no()],
        ]),
        disclosed: new Set(['chat']),
      }),
    )
    const read = (): string | null =>
      readCookie(`askfirst=${serializeRecord(testRecord())}; askfirst=${mixed}`, 'askfirst')
    expect(allowedIn(openPage({ policy: everythingRuns, storage: { read, write: () => undefined } }))).not.toContain(
      'stats',
    )
  })
})
