import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { decide } from './decide.ts'
import { createDraft } from './draft.ts'
import { isGranted, permission } from './permission.ts'
import { optIn } from './policies/opt-in.ts'
import type { Policy } from './policy.ts'
import type { ConsentRecord } from './record.ts'
import { serializeRecord } from './serialize-record.ts'
import type { ConsentState } from './state.ts'
import { memoryStorage } from './storage/memory-storage.ts'
import { createConsentStore, type ConsentStoreOptions } from './store.ts'
import { day, no, start, testRecord, testVendor, yes } from './test-vendor.fixture.ts'

const chat = testVendor('chat', 'functional')
const stats = testVendor('stats', 'analytics')

/** Analytics are on until the visitor says no, marketing until they object; the rest is opt-in. */
const optOut: Policy = {
  ...optIn,
  id: 'opt-out',
  rules: { '*': 'opt-in', analytics: 'opt-out', marketing: 'objection', functional: 'exempt' },
}

/** The state of a returning visitor, read from what a record is stored as. */
function returning(record: Partial<ConsentRecord> | null, options: ConsentStoreOptions = {}): ConsentState {
  const storage = memoryStorage(record && serializeRecord(testRecord(record)))
  const store = createConsentStore({ vendors: [chat, stats], ...options, storage })
  store.connect()()
  return store.getState()
}

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('permission: why a vendor is allowed', () => {
  it('necessary: always allows a necessary vendor', () => {
    const state = returning(null, { vendors: [testVendor('shop', 'necessary')] })
    expect(permission(state, 'shop')).toEqual({ allowed: true, reason: 'necessary' })
  })

  it('is not asserted by a ground that nobody wrote down', () => {
    expect(permission(returning(null, { gates: { chat: { always: '' } } }), 'chat').allowed).toBe(false)
  })

  it('asserted: allows a vendor that the site asserts a ground for', () => {
    const state = returning(null, { vendors: [testVendor('chat', 'functional', { gate: { always: 'contract' } })] })
    expect(permission(state, 'chat')).toEqual({ allowed: true, reason: 'asserted' })
  })

  it('vendor-granted: allows a vendor that the visitor allowed by itself', () => {
    const state = returning({ vendors: new Map([['chat', yes()]]), disclosed: new Set(['chat']) })
    expect(permission(state, 'chat')).toEqual({ allowed: true, reason: 'vendor-granted' })
    expect(permission(state, 'stats')).toEqual({ allowed: false, reason: 'undecided' })
  })

  it('session: allows a vendor for this visit', () => {
    const state = { ...returning(null), visit: new Map([['chat', start]]) }
    expect(permission(state, 'chat')).toEqual({ allowed: true, reason: 'session' })
    expect(permission(state, 'stats')).toEqual({ allowed: false, reason: 'undecided' })
  })

  it('category-granted: allows the disclosed vendors of a category that the visitor allowed', () => {
    const state = returning({ categories: new Map([['functional', yes()]]), disclosed: new Set(['chat']) })
    expect(permission(state, 'chat')).toEqual({ allowed: true, reason: 'category-granted' })
  })

  it.each(['analytics', 'marketing', 'functional'])(
    'policy-default: allows %s without an answer where the policy says so',
    (category) => {
      const state = returning(null, { policy: optOut, vendors: [testVendor('stats', category)] })
      expect(permission(state, 'stats')).toEqual({ allowed: true, reason: 'policy-default' })
    },
  )
})

describe('permission: why a vendor is not allowed', () => {
  it('vendor-denied: refuses a vendor that the visitor refused by itself', () => {
    const state = returning({ vendors: new Map([['chat', no()]]) })
    expect(permission(state, 'chat')).toEqual({ allowed: false, reason: 'vendor-denied' })
  })

  it('category-denied: refuses the vendors of a category that the visitor refused', () => {
    const state = returning({ categories: new Map([['functional', no()]]), disclosed: new Set(['chat']) })
    expect(permission(state, 'chat')).toEqual({ allowed: false, reason: 'category-denied' })
  })

  it('category-denied: refuses also a vendor that was added after the refusal', () => {
    const state = returning({ categories: new Map([['functional', no()]]) })
    expect(permission(state, 'chat')).toEqual({ allowed: false, reason: 'category-denied' })
  })

  it('signal: refuses what a privacy signal turns off, where it would be on by default', () => {
    const state: ConsentState = { ...returning(null, { policy: optOut }), signal: 'gpc' }
    expect(permission(state, 'stats')).toEqual({ allowed: false, reason: 'signal' })
  })

  it('not-disclosed: refuses a vendor that was added after the yes to its category', () => {
    const state = returning({ categories: new Map([['functional', yes()]]), disclosed: new Set(['other']) })
    expect(permission(state, 'chat')).toEqual({ allowed: false, reason: 'not-disclosed' })
  })

  it('not-disclosed: refuses what was allowed to another revision of the questions', () => {
    const state = returning(
      {
        categories: new Map([['functional', yes()]]),
        vendors: new Map([['stats', yes()]]),
        disclosed: new Set(['chat']),
      },
      { revision: '2' },
    )
    expect(permission(state, 'chat')).toEqual({ allowed: false, reason: 'not-disclosed' })
    expect(permission(state, 'stats')).toEqual({ allowed: false, reason: 'not-disclosed' })
  })

  it('undecided: refuses while the visitor has said nothing', () => {
    expect(permission(returning(null), 'chat')).toEqual({ allowed: false, reason: 'undecided' })
  })

  it('undecided: refuses before storage has been read, whatever the default', () => {
    const store = createConsentStore({ vendors: [chat, stats], policy: optOut, storage: memoryStorage() })
    expect(permission(store.getState(), 'stats')).toEqual({ allowed: false, reason: 'undecided' })
    expect(permission(store.getInitialState(), 'stats')).toEqual({ allowed: false, reason: 'undecided' })
  })

  it('expired: refuses once a yes is older than the policy lets it be', () => {
    const given = { categories: new Map([['functional', yes()]]), disclosed: new Set(['chat']) }
    vi.setSystemTime(start + optIn.grantDays * day)
    expect(permission(returning(given), 'chat')).toEqual({ allowed: true, reason: 'category-granted' })
    vi.setSystemTime(start + optIn.grantDays * day + 1)
    expect(permission(returning(given), 'chat')).toEqual({ allowed: false, reason: 'expired' })
  })

  it('expired: counts from when a vendor was allowed, not from the latest decision', () => {
    vi.setSystemTime(start + optIn.grantDays * day + 1)
    const state = returning({
      time: start + optIn.grantDays * day,
      vendors: new Map([
        ['chat', yes(start)],
        ['stats', yes(start + 60)],
      ]),
    })
    expect(permission(state, 'chat')).toEqual({ allowed: false, reason: 'expired' })
    expect(permission(state, 'stats')).toEqual({ allowed: true, reason: 'vendor-granted' })
  })

  it('expired: refuses a yes from the future, which could not be trusted to end', () => {
    const state = returning({
      categories: new Map([['functional', yes(start + day + 1)]]),
      disclosed: new Set(['chat']),
    })
    expect(permission(state, 'chat')).toEqual({ allowed: false, reason: 'expired' })
  })

  it('allows a yes that a clock set wrong by an hour puts into the future', () => {
    const state = returning({
      categories: new Map([['functional', yes(start + 3_600_000)]]),
      disclosed: new Set(['chat']),
    })
    expect(permission(state, 'chat').allowed).toBe(true)
  })

  it('a no never expires', () => {
    const given = { categories: new Map([['functional', no()]]), vendors: new Map([['stats', no()]]) }
    vi.setSystemTime(start + 4_000 * day)
    expect(permission(returning(given, { policy: optOut }), 'chat').reason).toBe('category-denied')
    expect(permission(returning(given, { policy: optOut }), 'stats').reason).toBe('vendor-denied')
  })

  it('a no to another revision of the questions still counts', () => {
    const state = returning(
      { categories: new Map([['functional', no()]]), vendors: new Map([['stats', no()]]) },
      { revision: '2', policy: optOut },
    )
    expect(permission(state, 'chat').reason).toBe('category-denied')
    expect(permission(state, 'stats').reason).toBe('vendor-denied')
  })

  it.each(['nobody', '', '*', '__proto__', 'constructor', 'toString'])(
    'unknown: refuses the unregistered id %j',
    (id) => {
      const state = returning({ categories: new Map([['functional', yes()]]), disclosed: new Set([id]) })
      expect(permission(state, id)).toEqual({ allowed: false, reason: 'unknown' })
    },
  )
})

describe('permission: what beats what', () => {
  it('a no to a vendor beats a yes to its category', () => {
    const state = returning({
      categories: new Map([['functional', yes()]]),
      vendors: new Map([['chat', no(start - 60)]]),
      disclosed: new Set(['chat']),
    })
    expect(permission(state, 'chat').reason).toBe('vendor-denied')
  })

  it('a yes to a vendor beats a no to its category', () => {
    const state = returning({
      categories: new Map([['functional', no()]]),
      vendors: new Map([['chat', yes()]]),
      disclosed: new Set(['chat']),
    })
    expect(permission(state, 'chat').reason).toBe('vendor-granted')
  })

  it('"only this time" beats an older no', () => {
    const store = createConsentStore({ vendors: [chat, stats], storage: memoryStorage() })
    store.rejectAll()
    store.withdrawVendor('chat')
    vi.setSystemTime(start + 1)
    store.grantVendor('chat', { onlyThisTime: true })
    expect(permission(store.getState(), 'chat').reason).toBe('session')
    expect(permission(store.getState(), 'stats').reason).toBe('category-denied')
  })

  it('a no beats the default of the policy', () => {
    const state = returning({ categories: new Map([['analytics', no()]]) }, { policy: optOut })
    expect(permission(state, 'stats').reason).toBe('category-denied')
  })

  it('a necessary vendor is allowed whatever the record says', () => {
    const state = returning(
      { categories: new Map([['necessary', no()]]), vendors: new Map([['shop', no()]]) },
      { vendors: [testVendor('shop', 'necessary')] },
    )
    expect(permission(state, 'shop').reason).toBe('necessary')
  })

  it('a vendor on request is not allowed by any record', () => {
    const state = returning(
      {
        categories: new Map([['functional', yes()]]),
        vendors: new Map([['chat', yes()]]),
        disclosed: new Set(['chat']),
      },
      { gates: { chat: 'on-request' } },
    )
    expect(permission(state, 'chat')).toEqual({ allowed: false, reason: 'undecided' })
    expect(permission({ ...state, visit: new Map([['chat', start + 1]]) }, 'chat')).toEqual({
      allowed: true,
      reason: 'session',
    })
  })

  it('a vendor on request is not allowed by the default of the policy', () => {
    const state = returning(null, { policy: optOut, gates: { stats: 'on-request' } })
    expect(permission(state, 'stats')).toEqual({ allowed: false, reason: 'undecided' })
  })

  it('the gate that the site sets beats that of the adapter, both ways', () => {
    const always = testVendor('chat', 'functional', { gate: { always: 'contract' } })
    expect(permission(returning(null, { vendors: [always], gates: { chat: 'consent' } }), 'chat').allowed).toBe(false)
    expect(permission(returning(null, { gates: { chat: { always: 'contract' } } }), 'chat').reason).toBe('asserted')
  })

  it('a name that every object has is no gate', () => {
    const state = returning(null, {
      gates: Object.create({ chat: { always: 'inherited' } }) as object & Record<string, never>,
    })
    expect(permission(state, 'stats').allowed).toBe(false)
  })
})

describe('permission under a privacy signal', () => {
  const granted = {
    categories: new Map([['analytics', yes()]]),
    disclosed: new Set(['stats', 'chat']),
  }

  it('beats an older yes to a category', () => {
    const state: ConsentState = { ...returning(granted), signal: 'gpc' }
    expect(permission(state, 'stats')).toEqual({ allowed: false, reason: 'signal' })
  })

  it('beats an older yes to a vendor', () => {
    const state: ConsentState = { ...returning({ vendors: new Map([['stats', yes()]]) }), signal: 'gpc' }
    expect(permission(state, 'stats')).toEqual({ allowed: false, reason: 'signal' })
  })

  it('is beaten by a yes to a category that was given while it was seen', () => {
    const state: ConsentState = {
      ...returning({ ...granted, categories: new Map([['analytics', yes(start, 'gpc')]]) }),
      signal: 'gpc',
    }
    expect(permission(state, 'stats')).toEqual({ allowed: true, reason: 'category-granted' })
  })

  it('is beaten by a yes to a vendor that was given while it was seen', () => {
    const state: ConsentState = { ...returning({ vendors: new Map([['stats', yes(start, 'gpc')]]) }), signal: 'gpc' }
    expect(permission(state, 'stats')).toEqual({ allowed: true, reason: 'vendor-granted' })
  })

  it('is beaten by a decision that decide takes while it is seen, and only by that', () => {
    const before: ConsentState = { ...returning(granted), signal: 'gpc' }
    const record = decide(before, { categories: { analytics: true } }, 'banner')
    expect(permission({ ...before, record }, 'stats').reason).toBe('category-granted')
    expect(permission(before, 'stats').reason).toBe('signal')
  })

  it('is beaten by a box in the preferences that it had turned off and the visitor ticked', () => {
    const state: ConsentState = { ...returning(null, { policy: optOut }), signal: 'gpc' }
    const draft = createDraft(state)
    expect(draft.getState().categories['analytics']).toBe(false)
    draft.tickCategory('analytics', true)
    const record = decide(state, draft.getState(), 'preferences')
    expect(permission({ ...state, record }, 'stats').reason).toBe('category-granted')
  })

  it('beats the yes of a box that was left as the policy had set it', () => {
    const state = returning(null, { policy: optOut })
    const record = decide(state, createDraft(state).getState(), 'preferences')
    expect(permission({ ...state, record }, 'stats').reason).toBe('category-granted')
    expect(permission({ ...state, record, signal: 'gpc' }, 'stats').reason).toBe('signal')
  })

  it('turns nothing on: without it an answer of no stays no', () => {
    const state = returning(
      { signal: 'gpc', categories: new Map([['analytics', no(start, 'gpc')]]) },
      { policy: optOut },
    )
    expect(permission(state, 'stats').reason).toBe('category-denied')
  })

  it('a yes given while it was seen still counts when it is gone', () => {
    const state = returning({ ...granted, signal: 'gpc', categories: new Map([['analytics', yes(start, 'gpc')]]) })
    expect(permission(state, 'stats').reason).toBe('category-granted')
  })

  it('leaves categories alone that the policy does not name', () => {
    const state: ConsentState = {
      ...returning({ categories: new Map([['functional', yes()]]), disclosed: new Set(['chat']) }),
      signal: 'gpc',
    }
    expect(permission(state, 'chat').reason).toBe('category-granted')
  })

  it('does not turn off what is necessary, asserted or allowed only this time', () => {
    const vendors = [testVendor('shop', 'necessary'), stats]
    const state: ConsentState = {
      ...returning(null, { vendors, policy: { ...optOut, signal: ['necessary', 'analytics'] } }),
      signal: 'gpc',
    }
    expect(permission(state, 'shop').reason).toBe('necessary')
    expect(permission({ ...state, gates: { stats: { always: 'contract' } } }, 'stats').reason).toBe('asserted')
    expect(permission({ ...state, visit: new Map([['stats', start]]) }, 'stats').reason).toBe('session')
  })
})

describe('permission where a pre-set box was left as it was', () => {
  it('allows under the policy that had set it', () => {
    const state = returning(
      { categories: new Map([['analytics', yes(start, 'implied')]]), disclosed: new Set(['stats']) },
      { policy: optOut },
    )
    expect(permission(state, 'stats')).toEqual({ allowed: true, reason: 'category-granted' })
  })

  it('is worth nothing under a policy that asks for opt-in', () => {
    const state = returning({
      categories: new Map([['analytics', yes(start, 'implied')]]),
      disclosed: new Set(['stats']),
    })
    expect(permission(state, 'stats')).toEqual({ allowed: false, reason: 'undecided' })
  })
})

describe('isGranted', () => {
  it('says whether a category was granted', () => {
    const state = returning({
      categories: new Map([
        ['functional', yes()],
        ['analytics', no()],
      ]),
    })
    expect(isGranted(state, 'functional')).toBe(true)
    expect(isGranted(state, 'analytics')).toBe(false)
    expect(isGranted(state, 'marketing')).toBe(false)
  })

  it('always grants the necessary', () => {
    expect(isGranted(returning(null), 'necessary')).toBe(true)
    expect(isGranted(createConsentStore({ storage: memoryStorage() }).getState(), 'necessary')).toBe(true)
  })

  it('takes preferences as another name of functional', () => {
    const state = returning({ categories: new Map([['functional', yes()]]) })
    expect(isGranted(state, 'preferences')).toBe(true)
  })

  it('is not turned on by a yes to one vendor of the category', () => {
    const state = returning({ vendors: new Map([['chat', yes()]]), disclosed: new Set(['chat']) })
    expect(isGranted(state, 'functional')).toBe(false)
    expect(isGranted({ ...state, visit: new Map([['chat', start]]) }, 'functional')).toBe(false)
  })

  it('ends when the grant expires, is outdated or a signal turns it off', () => {
    const given = { categories: new Map([['analytics', yes()]]) }
    expect(isGranted(returning(given), 'analytics')).toBe(true)
    expect(isGranted(returning(given, { revision: '2' }), 'analytics')).toBe(false)
    expect(isGranted({ ...returning(given), signal: 'gpc' }, 'analytics')).toBe(false)
    vi.setSystemTime(start + 400 * day)
    expect(isGranted(returning(given), 'analytics')).toBe(false)
  })

  it.each(['chat', '', '*', 'Functional', '__proto__', 'constructor'])(
    'throws for %j, which is no category, and says what to do',
    (name) => {
      expect(() => isGranted(returning(null), name)).toThrow(
        /^Askfirst: .*category.*, so .+\. .*necessary, functional, analytics, marketing.*\.$/,
      )
    },
  )
})
