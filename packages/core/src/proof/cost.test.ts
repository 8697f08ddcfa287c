import { afterEach, describe, expect, it, vi } from 'vitest'
import { follow } from '../follow.ts'
import { isGranted, needsDecision, permission } from '../permission.ts'
import { optIn } from '../policies/opt-in.ts'
import type { Policy } from '../policy.ts'
import { createVendorRuntime } from '../runtime/create-vendor-runtime.ts'
import { onPermissionChange, onVendorPermission, type PermissionListener } from '../signals/subscribe.ts'
import type { ConsentState } from '../state.ts'
import { memoryStorage } from '../storage/memory-storage.ts'
import { createConsentStore, type ConsentStore, type ConsentStoreOptions } from '../store.ts'
import { testVendor } from '../test-vendor.fixture.ts'
import type { Gate } from '../vendor.ts'
import { Meter } from './meter.fixture.ts'

const categories = ['functional', 'analytics', 'marketing'] as const

let stops: (() => void)[] = []

afterEach(() => {
  for (const stop of stops) stop()
  stops = []
})

/** A site with so many vendors, in three categories; its page is whole. */
function openSite(count: number, options: ConsentStoreOptions = {}): ConsentStore {
  const vendors = Array.from({ length: count }, (_, place) =>
    testVendor(`vendor-${place}`, categories[place % categories.length]),
  )
  const store = createConsentStore({ vendors, storage: memoryStorage(), ...options })
  stops.push(store.connect(), follow(store), createVendorRuntime(store).connect())
  return store
}

const situations: readonly (readonly [string, (store: ConsentStore) => void])[] = [
  ['on a first visit', () => undefined],
  ['once everything was allowed', (store) => store.acceptAll()],
  ['once everything was refused', (store) => store.rejectAll()],
  ['once one vendor was allowed', (store) => store.grantVendor('vendor-4')],
  [
    'once one vendor was refused',
    (store) => {
      store.acceptAll()
      store.withdrawVendor('vendor-4')
    },
  ],
  ['once one was allowed only this time', (store) => store.grantVendor('vendor-4', { onlyThisTime: true })],
]

const questions: readonly (readonly [string, (state: ConsentState) => unknown])[] = [
  ['permission', (state) => permission(state, 'vendor-4')],
  ['permission, of an unknown vendor', (state) => permission(state, 'nobody')],
  ['needsDecision', (state) => needsDecision(state)],
  ['isGranted', (state) => isGranted(state, 'analytics')],
]

/** How long a call takes, by the fastest of some rounds: the machine may be busy, and the first round is slow. */
function nanoseconds(ask: (state: ConsentState) => unknown, state: ConsentState): number {
  const calls = 10_000
  const rounds = Array.from({ length: 5 }, () => {
    const begin = performance.now()
    for (let call = 0; call < calls; call++) ask(state)
    return performance.now() - begin
  })
  return Math.round((Math.min(...rounds) * 1_000_000) / calls)
}

describe('an answer costs the same with 10 vendors and with 1,000', () => {
  it.each(situations)('%s', (_, decide) => {
    const [few, many] = [openSite(10), openSite(1_000)].map((store) => {
      decide(store)
      return store.getState()
    })
    for (const [name, ask] of questions) {
      const [reads, more] = [few, many].map((state) => {
        const meter = new Meter()
        const lent = meter.lend(state)
        return lent && meter.count(() => ask(lent))
      })
      expect([name, more]).toEqual([name, reads])
      expect(reads).toBeGreaterThan(0)
    }
  })

  it('by a meter that sees a look at each vendor', () => {
    const meter = new Meter()
    const lent = meter.lend(openSite(1_000).getState())
    expect(meter.count(() => [...lent.vendors])).toBeGreaterThanOrEqual(1_000)
    expect(meter.count(() => [...lent.vendors.values()])).toBeGreaterThanOrEqual(1_000)
    expect(meter.count(() => lent.categories.map((name) => name))).toBeGreaterThanOrEqual(4)
    expect(meter.count(() => lent.vendors.get('vendor-4')?.category)).toBeLessThan(10)
  })

  it('for the reader: how much that is', () => {
    const sizes = [10, 1_000] as const
    const states = sizes.map((count) => {
      const store = openSite(count)
      store.acceptAll()
      return store.getState()
    })
    const lines = questions.map(([name, ask]) => {
      const figures = states.map((state, place) => {
        const meter = new Meter()
        const reads = meter.count(() => ask(meter.lend(state)))
        return `${reads} reads and ${nanoseconds(ask, state)} ns with ${sizes[place]} vendors`
      })
      return `${name}: ${figures.join(', ')}`
    })
    console.info(lines.join('\n'))
    expect(lines).toHaveLength(questions.length)
  })
})

const actions: readonly (readonly [string, (store: ConsentStore) => void])[] = [
  ['acceptAll', (store) => store.acceptAll()],
  ['rejectAll', (store) => store.rejectAll()],
  ['withdrawAll', (store) => store.withdrawAll()],
  ['savePreferences', (store) => store.savePreferences({ categories: { analytics: true, marketing: false } })],
  ['grantVendor', (store) => store.grantVendor('vendor-4')],
  ['grantVendor, only this time', (store) => store.grantVendor('vendor-4', { onlyThisTime: true })],
  ['withdrawVendor', (store) => store.withdrawVendor('vendor-4')],
  ['dismissBanner', (store) => store.dismissBanner()],
  ['configure', (store) => store.configure({ locale: 'de' })],
]

const dismissals: readonly Policy['dismissal'][] = ['undecided', 'denied']

/** What the visitor may have said before. */
const pasts: readonly (readonly [string, (store: ConsentStore) => void])[] = [
  ['nothing was answered', () => undefined],
  ['one vendor was allowed', (store) => store.grantVendor('vendor-4')],
  ['one vendor was refused', (store) => store.withdrawVendor('vendor-4')],
  ['everything was allowed', (store) => store.acceptAll()],
]

describe('one decision, with 1,000 vendors', () => {
  it.each(actions)('%s tells each subscriber once', (_, act) => {
    for (const dismissal of dismissals) {
      for (const [past, decide] of pasts) {
        const store = openSite(1_000, { policy: { ...optIn, dismissal } })
        decide(store)
        const listeners = [vi.fn<() => void>(), vi.fn<() => void>()]
        for (const listener of listeners) store.subscribe(listener)
        act(store)
        for (const listener of listeners) {
          expect(listener, `closing is ${dismissal}; ${past}`).toHaveBeenCalledTimes(1)
        }
      }
    }
  })

  it.each(actions)('%s works out once what follows from the vendors', (_, act) => {
    for (const dismissal of dismissals) {
      const looks = new Map<string, number>()
      // Nothing but what follows from the vendors asks for the gate of each.
      const gates = new Proxy<Record<string, Gate>>(
        {},
        {
          get(_target, id) {
            looks.set(String(id), (looks.get(String(id)) ?? 0) + 1)
            return undefined
          },
        },
      )
      const store = openSite(1_000, { gates, policy: { ...optIn, dismissal } })
      looks.clear()
      act(store)
      // The vendor that is decided about may be looked at by itself.
      looks.delete('vendor-4')
      expect(looks.size).toBe(999)
      expect([...new Set(looks.values())]).toEqual([1])
    }
  })

  it('that withdraws one vendor is told to those that asked about it, and once', () => {
    const store = openSite(1_000)
    store.acceptAll()
    const all = vi.fn<PermissionListener>()
    const each = [...store.getState().vendors.keys()].map((id) => [id, vi.fn<PermissionListener>()] as const)
    stops.push(onPermissionChange(store, all))
    for (const [id, listener] of each) stops.push(onVendorPermission(store, id, listener))
    all.mockClear()
    for (const [, listener] of each) listener.mockClear()

    store.withdrawVendor('vendor-4')
    expect(all).toHaveBeenCalledTimes(1)
    expect(all).toHaveBeenCalledWith(expect.objectContaining({ subject: 'vendor-4', allowed: false }))
    const told = each.filter(([, listener]) => listener.mock.calls.length > 0)
    expect(told.map(([id, listener]) => [id, listener.mock.calls.length])).toEqual([['vendor-4', 1]])
  })
})
