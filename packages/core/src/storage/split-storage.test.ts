import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Choices } from '../decide.ts'
import { isGranted, needsDecision, permission } from '../permission.ts'
import { optIn } from '../policies/opt-in.ts'
import type { Policy, Rule } from '../policy.ts'
import type { Answer, ConsentRecord } from '../record.ts'
import { serializeRecord } from '../serialize-record.ts'
import { createConsentStore, type ConsentStore } from '../store.ts'
import { day, no, start, testRecord, testVendor, yes } from '../test-vendor.fixture.ts'
import { cookieStorage } from './cookie-storage.ts'
import { memoryStorage } from './memory-storage.ts'
import { splitStorage } from './split-storage.ts'
import type { ConsentStorage } from './storage.ts'

const manyVendors = (count: number) =>
  Array.from({ length: count }, (_, place) =>
    testVendor(
      `advertising-vendor-${place}`,
      place % 3 === 0 ? 'functional' : place % 3 === 1 ? 'analytics' : 'marketing',
    ),
  )

const categories = ['functional', 'analytics', 'marketing', 'video'] as const

let cookie: ConsentStorage
let beside: ConsentStorage

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
  cookie = memoryStorage()
  beside = memoryStorage()
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function openPage(count: number, storage = splitStorage({ cookie, beside }), policy: Policy = optIn): ConsentStore {
  const store = createConsentStore({ vendors: manyVendors(count), storage, policy })
  store.connect()()
  return store
}

const allowedIn = (store: ConsentStore): readonly string[] =>
  [...store.getState().vendors.keys()].filter((id) => permission(store.getState(), id).allowed)

/** Every vendor answered by itself, against its category. */
const oneByOne = (count: number, isYes: boolean): Choices => ({
  categories: { functional: !isYes, analytics: !isYes, marketing: !isYes },
  vendors: Object.fromEntries(manyVendors(count).map(({ id }) => [id, isYes])),
})

/** Bytes of the cookie after a decision, with its name. */
function cookieBytes(count: number, decide: (store: ConsentStore) => void): number {
  cookie.write(null)
  beside.write(null)
  decide(openPage(count))
  return new TextEncoder().encode(`askfirst=${cookie.read()}`).length
}

describe('the cookie', () => {
  it('takes few bytes however many vendors there are, and however they were answered', () => {
    for (const count of [10, 250, 1_000]) {
      const bytes = {
        acceptAll: cookieBytes(count, (store) => store.acceptAll()),
        rejectAll: cookieBytes(count, (store) => store.rejectAll()),
        eachAllowed: cookieBytes(count, (store) => store.savePreferences(oneByOne(count, true))),
        eachRefused: cookieBytes(count, (store) => store.savePreferences(oneByOne(count, false))),
      }
      const limit = count === 10 ? 1_024 : 240
      for (const [decision, size] of Object.entries(bytes)) expect(size, `${decision}, ${count}`).toBeLessThan(limit)
    }
  })

  it('is all that there is where the record is short, and what was beside is gone', () => {
    openPage(1_000).acceptAll()
    expect(beside.read()).not.toBeNull()
    openPage(1_000).rejectAll()
    expect(beside.read()).toBeNull()
    expect(cookie.read()).not.toContain('whole')
    openPage(20).acceptAll()
    expect(beside.read()).toBeNull()
    expect(allowedIn(openPage(20, cookie))).toHaveLength(20)
  })

  it('stays readable: a person finds the decisions on categories in it', () => {
    const store = openPage(1_000)
    store.savePreferences({ categories: { functional: true, analytics: false, marketing: true } })
    expect(cookie.read()).toMatch(/&categories=functional:granted\.analytics:denied\.marketing:granted&vendors=&/)
  })

  it('keeps single refusals while they fit', () => {
    const store = openPage(1_000)
    store.acceptAll()
    store.withdrawVendor('advertising-vendor-7')
    expect(cookie.read()).toContain('&vendors=advertising-vendor-7:denied&')
  })

  it('counts by itself when another page has written a short one', () => {
    openPage(1_000).savePreferences({ categories: { functional: true, analytics: false, marketing: false } })
    vi.setSystemTime(start + day)
    openPage(10, cookie).acceptAll()
    const text = cookie.read()
    expect(beside.read()).not.toBeNull()
    expect(splitStorage({ cookie, beside }).read()).toBe(text)
  })

  it('loses nothing where the browser does not take a new one', () => {
    openPage(1_000).savePreferences(oneByOne(1_000, false))
    const full: ConsentStorage = { read: cookie.read, write: () => undefined }
    openPage(1_000, splitStorage({ cookie: full, beside })).rejectAll()
    expect(permission(openPage(1_000).getState(), 'advertising-vendor-9').reason).toBe('vendor-denied')
  })

  it('is written by hand as before', () => {
    cookie.write('accept-all')
    expect(allowedIn(openPage(1_000))).toHaveLength(1_000)
    cookie.write('reject-all')
    expect(allowedIn(openPage(1_000))).toHaveLength(0)
  })
})

describe('both parts together', () => {
  it.each([true, false])('remember what a thousand vendors were answered one by one: %s', (isYes) => {
    openPage(1_000).savePreferences(oneByOne(1_000, isYes))
    const store = openPage(1_000)
    expect(allowedIn(store)).toHaveLength(isYes ? 1_000 : 0)
    expect(permission(store.getState(), 'advertising-vendor-999').reason).toBe(
      isYes ? 'vendor-granted' : 'vendor-denied',
    )
    expect(needsDecision(store.getState())).toBe(false)
  })

  it('are forgotten together', () => {
    openPage(1_000).acceptAll()
    splitStorage({ cookie, beside }).write(null)
    expect([cookie.read(), beside.read()]).toEqual([null, null])
  })

  it('are forgotten each for itself: the list also where the cookie is blocked', () => {
    openPage(1_000).acceptAll()
    const blocked: ConsentStorage = {
      read: () => null,
      write: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    }
    expect(() => splitStorage({ cookie: blocked, beside }).write(null)).toThrow('denied')
    expect(beside.read()).toBeNull()
  })

  it('are a cookie and a key of local storage by default, and touch nothing when they are made', () => {
    openPage(1_000, splitStorage()).acceptAll()
    expect(cookieStorage().read()).toContain('&whole=')
    expect(localStorage.getItem('askfirst.disclosed')).toContain('advertising-vendor-999')
    expect(allowedIn(openPage(1_000, splitStorage()))).toHaveLength(1_000)
    vi.stubGlobal('document', undefined)
    vi.stubGlobal('localStorage', undefined)
    expect(() => splitStorage()).not.toThrow()
  })

  it('follow a decision of another tab', () => {
    const store = createConsentStore({ vendors: manyVendors(1_000), storage: splitStorage({ cookie, beside }) })
    const stop = store.connect()
    openPage(1_000).acceptAll()
    store.refresh()
    expect(allowedIn(store)).toHaveLength(1_000)
    stop()
  })
})

describe('a part that is missing', () => {
  const blocked: ConsentStorage = {
    read: () => {
      throw new DOMException('denied', 'SecurityError')
    },
    write: () => {
      throw new DOMException('denied', 'QuotaExceededError')
    },
  }

  it('never keeps the other from storing a refusal', () => {
    const store = openPage(1_000, splitStorage({ cookie, beside: blocked }))
    store.savePreferences(oneByOne(1_000, false))
    expect(allowedIn(openPage(1_000, splitStorage({ cookie, beside: blocked })))).toEqual([])
    store.rejectAll()
    const next = openPage(1_000, splitStorage({ cookie, beside: blocked }))
    expect(permission(next.getState(), 'advertising-vendor-9').reason).toBe('category-denied')
    expect(needsDecision(next.getState())).toBe(false)
  })

  it('leaves what the cookie says by itself, where it may not even be looked for', () => {
    openPage(1_000).savePreferences({ categories: { functional: true, analytics: false, marketing: true } })
    const { getState } = openPage(1_000, splitStorage({ cookie, beside: blocked }))
    expect(permission(getState(), 'advertising-vendor-1').reason).toBe('category-denied')
    expect(permission(getState(), 'advertising-vendor-0').reason).toBe('not-disclosed')
  })

  it('is no older list that refuses what the cookie allows since', () => {
    const [older, newer] = [start - day, start]
    const list = new Map(Array.from({ length: 200 }, (_, place) => [`vendor-${place}`, no(older)] as const))
    const storage = splitStorage({ cookie, beside })
    storage.write(
      serializeRecord(testRecord({ time: older, categories: new Map([['functional', no(older)]]), vendors: list })),
    )
    const old = beside.read()
    storage.write(
      serializeRecord(testRecord({ time: newer, categories: new Map([['functional', yes(newer)]]), vendors: list })),
    )
    beside.write(old)
    const { getState } = openPage(10)
    expect(isGranted(getState(), 'functional')).toBe(true)
    expect(allowedIn(openPage(10))).toEqual([])
  })

  it('is asked about again, and grants nothing meanwhile', () => {
    openPage(1_000).acceptAll()
    beside.write(null)
    const store = openPage(1_000)
    expect(allowedIn(store)).toEqual([])
    expect(needsDecision(store.getState())).toBe(true)
    store.acceptAll()
    expect(allowedIn(openPage(1_000))).toHaveLength(1_000)
  })

  it('leaves the refusals in the list, where it is the cookie', () => {
    const store = openPage(1_000)
    store.savePreferences({ categories: { functional: true, analytics: false, marketing: true } })
    cookie.write(null)
    const next = openPage(1_000)
    expect(allowedIn(next)).toEqual([])
    expect(permission(next.getState(), 'advertising-vendor-1').reason).toBe('category-denied')
    expect(permission(next.getState(), 'advertising-vendor-0').reason).toBe('undecided')
    expect(next.getState().record?.disclosed.size).toBe(0)
  })

  it('leaves nothing where it is the cookie and nothing was refused', () => {
    openPage(1_000).acceptAll()
    cookie.write(null)
    expect(openPage(1_000).getState().record).toBeNull()
  })
})

describe('whatever happens to the two parts', { timeout: 60_000 }, () => {
  const vendors = [
    testVendor('chat', 'functional'),
    testVendor('survey', 'functional'),
    testVendor('stats', 'analytics'),
    testVendor('ads', 'marketing'),
    testVendor('player', 'video'),
  ]

  const answer: fc.Arbitrary<Answer> = fc.record({
    decision: fc.constantFrom('granted', 'denied'),
    time: fc.constantFrom(start, start - day, start - 40 * day, start - 400 * day, start + 2 * day),
    mark: fc.constantFrom('', 'gpc', 'implied'),
  })

  const answers = (names: readonly string[]) =>
    fc
      .subarray([...names])
      .chain((some) => fc.tuple(...some.map((name) => fc.tuple(fc.constant(name), answer))))
      .map((entries) => new Map(entries))

  const ids = vendors.map(({ id }) => id)

  const record: fc.Arbitrary<ConsentRecord> = fc
    .record({
      id: fc.constantFrom('mine', 'another'),
      categories: answers(categories),
      vendors: answers(ids),
      disclosed: fc.subarray(ids).map((some) => new Set(some)),
    })
    .map((parts) => testRecord(parts))

  const rule = fc.constantFrom<Rule>('opt-in', 'opt-out', 'objection', 'exempt')

  const policy: fc.Arbitrary<Policy> = fc
    .record({
      rules: fc.record({ '*': rule, functional: rule, analytics: rule }),
      grantDays: fc.constantFrom(30, 181),
      signal: fc.subarray(['analytics', 'marketing']),
    })
    .map((parts) => ({ ...optIn, ...parts }))

  const visit = fc.record({ policy, revision: fc.constantFrom('1', '1', '2'), gpc: fc.boolean() })

  /** What a page allows: vendors, and categories for code of the site's own. */
  function allowedBy(
    storage: ConsentStorage,
    { policy: rules, revision, gpc }: { policy: Policy; revision: string; gpc: boolean },
  ) {
    vi.stubGlobal('navigator', { globalPrivacyControl: gpc })
    const store = createConsentStore({ vendors, categories, storage, policy: rules, revision })
    store.connect()()
    return [...allowedIn(store), ...categories.filter((name) => isGranted(store.getState(), name))]
  }

  /** What the record itself allows, kept in one piece. */
  const allowedByWhole = (given: ConsentRecord, page: { policy: Policy; revision: string; gpc: boolean }) =>
    allowedBy(memoryStorage(serializeRecord(given)), page)

  const split = (longest: number) => splitStorage({ cookie, beside, categories: ['video'], longest })

  it('a server that has the cookie alone allows nothing that the browser does not', () => {
    fc.assert(
      fc.property(record, visit, fc.constantFrom(0, 200, 300, 4_000), (given, page, longest) => {
        split(longest).write(serializeRecord(given))
        const whole = allowedByWhole(given, page)
        expect(allowedBy(split(longest), page)).toEqual(whole)
        expect(whole).toEqual(expect.arrayContaining(allowedBy(cookie, page)))
      }),
      { numRuns: 300 },
    )
  })

  const damage = fc.oneof(
    fc.constant(() => null),
    fc.nat({ max: 400 }).map((at) => (text: string) => text.slice(0, at)),
    fc.nat({ max: 200 }).map((at) => (text: string) => text.slice(0, at) + text.slice(at + 1)),
    fc.constant((text: string) => text.replaceAll('denied', 'granted')),
    fc.constant((text: string) => text.replace(/whole=\w+/, 'whole=0')),
    fc.string({ maxLength: 20 }).map((text) => () => text),
  )

  it('a list that is lost, cut or altered grants nothing more, and no refusal is lost', () => {
    fc.assert(
      fc.property(record, visit, damage, fc.constantFrom(0, 300), (given, page, spoil, longest) => {
        split(longest).write(serializeRecord(given))
        beside.write(spoil(`${beside.read()}`))
        const left = allowedBy(split(longest), page)
        expect(allowedByWhole(given, page)).toEqual(expect.arrayContaining(left))
        for (const [name, { decision }] of given.categories) if (decision === 'denied') expect(left).not.toContain(name)
        for (const [id, { decision }] of given.vendors) if (decision === 'denied') expect(left).not.toContain(id)
      }),
      { numRuns: 300 },
    )
  })

  it('parts of two records grant what the cookie alone grants, less what either refuses later', () => {
    fc.assert(
      fc.property(record, record, visit, (given, older, page) => {
        split(0).write(serializeRecord(older))
        const [oldCookie, oldBeside] = [cookie.read(), beside.read()]
        split(0).write(serializeRecord(given))
        const [newCookie, newBeside] = [cookie.read(), beside.read()]
        for (const [short, long] of [
          [newCookie, oldBeside],
          [oldCookie, newBeside],
        ] as const) {
          if (newBeside === oldBeside) continue
          cookie.write(short)
          beside.write(long)
          const left = allowedBy(split(0), page)
          const byShort = allowedByWhole(short === newCookie ? given : older, page)
          expect(byShort).toEqual(expect.arrayContaining(left))
          for (const [id, { decision }] of (long === newBeside ? given : older).vendors) {
            if (decision === 'denied') expect(left).not.toContain(id)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
