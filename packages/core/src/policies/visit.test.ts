import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { needsDecision, permission } from '../permission.ts'
import { ruleOf, type Policy } from '../policy.ts'
import type { Signal } from '../record.ts'
import type { ConsentState } from '../state.ts'
import { memoryStorage } from '../storage/memory-storage.ts'
import type { ConsentStorage } from '../storage/storage.ts'
import { createConsentStore, type ConsentStore } from '../store.ts'
import { day, start, testVendor } from '../test-vendor.fixture.ts'
import { policies } from './policies.ts'

// What a visitor meets under each policy, on a site with a chat, statistics, ads and a look that adapts.

const vendors = [
  testVendor('chat', 'functional'),
  testVendor('stats', 'analytics'),
  testVendor('ads', 'marketing'),
  testVendor('theme', 'appearance'),
]

const everything = ['chat', 'stats', 'ads', 'theme']

/** What runs on a first visit, and what of it goes on with a privacy signal. */
const regions: readonly (readonly [
  id: keyof typeof policies,
  runs: readonly string[],
  runsWithSignal: readonly string[],
])[] = [
  ['opt-in', [], []],
  ['eea', [], []],
  ['france', [], []],
  ['italy', [], []],
  ['spain', [], []],
  ['uk', ['stats', 'theme'], ['theme']],
  ['switzerland', [], []],
  ['california', everything, ['chat', 'theme']],
  ['us', everything, ['chat', 'theme']],
  ['quebec', [], []],
  ['brazil', [], []],
  ['notice-only', everything, ['chat', 'theme']],
]

let storage: ConsentStorage

/** A page view: a new store on the same storage. */
function visit(policy: Policy): ConsentStore {
  const store = createConsentStore({ vendors, policy, storage })
  store.connect()()
  return store
}

const running = (state: ConsentState): readonly string[] => everything.filter((id) => permission(state, id).allowed)

const seen = (store: ConsentStore, signal: Signal = ''): ConsentState => ({ ...store.getState(), signal })

const later = (days: number): void => {
  vi.setSystemTime(start + days * day)
}

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
  storage = memoryStorage()
})

afterEach(() => {
  vi.useRealTimers()
})

it('looks at every policy', () => {
  expect(new Set(regions.map(([id]) => id))).toEqual(new Set(Object.keys(policies)))
})

describe.each(regions)('a visitor under %s', (id, runs, runsWithSignal) => {
  const policy: Policy = policies[id]

  it('has nothing running before storage was read, whatever the default', () => {
    const store = createConsentStore({ vendors, policy, storage })
    expect(running(store.getState())).toEqual([])
    expect(needsDecision(store.getState())).toBe(false)
  })

  it(`has ${runs.join(', ') || 'nothing'} running on the first visit`, () => {
    const state = seen(visit(policy))
    expect(running(state)).toEqual(runs)
    for (const name of runs) expect(permission(state, name).reason).toBe('policy-default')
  })

  it(`is ${policy.banner ? 'asked' : 'not asked'} on the first visit`, () => {
    expect(needsDecision(seen(visit(policy)))).toBe(policy.banner)
  })

  it('has no more running after closing the banner, and no yes on record', () => {
    const store = visit(policy)
    store.dismissBanner()
    const isRefusal = policy.dismissal === 'denied'
    expect(running(seen(store))).toEqual(isRefusal ? [] : runs)
    expect(storage.read() === null).toBe(!isRefusal)
    expect(storage.read() ?? '').not.toContain('granted')
    expect(needsDecision(seen(visit(policy)))).toBe(policy.banner && !isRefusal)
  })

  it('has nothing running after a refusal, ever, and is not asked again before its time', () => {
    visit(policy).rejectAll('banner')
    for (const days of [0, 1, 180, policy.denialDays]) {
      later(days)
      expect(running(seen(visit(policy)))).toEqual([])
      expect(needsDecision(seen(visit(policy)))).toBe(false)
    }
    later(policy.denialDays + 1)
    expect(running(seen(visit(policy)))).toEqual([])
    expect(needsDecision(seen(visit(policy)))).toBe(policy.banner)
  })

  it('has everything running after a yes, until that ends', () => {
    visit(policy).acceptAll('banner')
    later(policy.grantDays)
    expect(running(seen(visit(policy)))).toEqual(everything)
    expect(needsDecision(seen(visit(policy)))).toBe(false)
    later(policy.grantDays + 1)
    expect(running(seen(visit(policy)))).toEqual([])
    expect(needsDecision(seen(visit(policy)))).toBe(policy.banner)
  })

  it(`has ${runsWithSignal.join(', ') || 'nothing'} running with a privacy signal, and no refusal on record`, () => {
    const state = seen(visit(policy), 'gpc')
    expect(running(state)).toEqual(runsWithSignal)
    expect(storage.read()).toBeNull()
  })

  it('is not asked about what only a signal turned off', () => {
    const asked = vendors.filter(({ category }) => policy.signal.includes(category))
    const store = createConsentStore({ vendors: asked, policy, storage })
    store.connect()()
    const stillAsks = asked.some(({ category }) => ruleOf(policy, category) === 'opt-in')
    expect(needsDecision(seen(store, 'gpc'))).toBe(policy.banner && stillAsks)
  })

  it('has an older yes taken back by a privacy signal, for analytics and marketing only', () => {
    visit(policy).acceptAll('banner')
    expect(running(seen(visit(policy), 'gpc'))).toEqual(['chat', 'theme'])
    expect(permission(seen(visit(policy), 'gpc'), 'ads')).toEqual({ allowed: false, reason: 'signal' })
  })
})

describe('by name', () => {
  it('a Californian who opted out is not asked to opt back in for twelve months', () => {
    visit(policies.california).rejectAll('preferences')
    later(365)
    expect(needsDecision(seen(visit(policies.california)))).toBe(false)
  })

  it('an Italian who closes the banner is not asked again for six months', () => {
    visit(policies.italy).dismissBanner()
    later(183)
    expect(needsDecision(seen(visit(policies.italy)))).toBe(false)
    expect(permission(seen(visit(policies.italy)), 'chat').reason).toBe('category-denied')
  })

  it('a Briton is asked about statistics that already run, and can object', () => {
    const stats = createConsentStore({ vendors: vendors.slice(1, 2), policy: policies.uk, storage })
    stats.connect()()
    expect(needsDecision(stats.getState())).toBe(true)
    stats.savePreferences({ categories: { analytics: false } }, 'preferences')
    expect(permission(stats.getState(), 'stats').reason).toBe('category-denied')
    expect(needsDecision(stats.getState())).toBe(false)
  })

  it('a category that the law exempts runs and is not asked about', () => {
    const policy: Policy = { ...policies.france, rules: { '*': 'opt-in', audience: 'exempt' } }
    const store = createConsentStore({ vendors: [testVendor('counter', 'audience')], policy, storage })
    store.connect()()
    expect(permission(store.getState(), 'counter').reason).toBe('policy-default')
    expect(needsDecision(store.getState())).toBe(false)
  })
})
