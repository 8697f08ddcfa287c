import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDraft } from '../draft.ts'
import { needsDecision, permission } from '../permission.ts'
import { ruleOf, type Policy } from '../policy.ts'
import { memoryStorage } from '../storage/memory-storage.ts'
import type { ConsentStorage } from '../storage/storage.ts'
import { createConsentStore, type ConsentStore } from '../store.ts'
import { day, start, testVendor } from '../test-vendor.fixture.ts'
import { policies } from './policies.ts'

// One visitor, one record, and another policy on the next visit.

const vendors = [testVendor('chat', 'functional'), testVendor('stats', 'analytics'), testVendor('ads', 'marketing')]
const ids = vendors.map(({ id }) => id)

const all: readonly Policy[] = Object.values(policies)
const asksFirst = all.filter((policy) => vendors.every(({ category }) => ruleOf(policy, category) === 'opt-in'))
const runsFirst = all.filter((policy) => vendors.every(({ category }) => ruleOf(policy, category) !== 'opt-in'))

const moves = runsFirst.flatMap((from) => asksFirst.map((to) => ({ from, to })))

let storage: ConsentStorage

function visit(policy: Policy): ConsentStore {
  const store = createConsentStore({ vendors, policy, storage })
  store.connect()()
  return store
}

const allowed = (store: ConsentStore): readonly string[] => ids.filter((id) => permission(store.getState(), id).allowed)

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
  storage = memoryStorage()
})

afterEach(() => {
  vi.useRealTimers()
})

it('has both kinds to move between', () => {
  expect(asksFirst.length + runsFirst.length + 1).toBe(all.length)
  expect(moves.length).toBeGreaterThan(20)
})

describe.each(moves)('from $from.id to $to.id', ({ from, to }) => {
  it('what ran by default stops, and the visitor is asked', () => {
    expect(allowed(visit(from))).toEqual(ids)
    expect(allowed(visit(to))).toEqual([])
    expect(needsDecision(visit(to).getState())).toBe(true)
  })

  it('a yes that only left the boxes as they were counts for nothing', () => {
    const store = visit(from)
    store.savePreferences(createDraft(store.getState()).getState(), 'preferences')
    expect(allowed(visit(from))).toEqual(ids)
    const moved = visit(to)
    expect(allowed(moved)).toEqual([])
    expect(permission(moved.getState(), 'chat').reason).toBe('undecided')
    expect(needsDecision(moved.getState())).toBe(true)
  })

  it('a yes that the visitor gave counts', () => {
    visit(from).acceptAll('banner')
    expect(allowed(visit(to))).toEqual(ids)
    expect(needsDecision(visit(to).getState())).toBe(false)
  })

  it('a box that the visitor emptied and ticked again counts, the untouched ones do not', () => {
    const store = visit(from)
    const draft = createDraft(store.getState())
    draft.tickCategory('functional', false)
    draft.tickCategory('functional', true)
    store.savePreferences(draft.getState(), 'preferences')
    expect(allowed(visit(to))).toEqual(['chat'])
  })

  it('and back: a refusal holds, and is not asked about earlier than the new policy says', () => {
    visit(to).rejectAll('banner')
    expect(allowed(visit(from))).toEqual([])
    vi.setSystemTime(start + from.denialDays * day)
    expect(allowed(visit(from))).toEqual([])
    expect(needsDecision(visit(from).getState())).toBe(false)
  })

  it('and back: a refusal of one vendor holds, while the rest runs by default', () => {
    visit(to).withdrawVendor('ads')
    expect(allowed(visit(from))).toEqual(['chat', 'stats'])
    expect(permission(visit(from).getState(), 'ads').reason).toBe('vendor-denied')
  })
})

describe('wherever the visitor goes', () => {
  const policy = fc.constantFrom(...all)

  it('a refusal is lost in no region', () => {
    fc.assert(
      fc.property(policy, fc.array(policy, { maxLength: 6 }), (home, journey) => {
        storage = memoryStorage()
        visit(home).rejectAll('banner')
        for (const region of journey) expect(allowed(visit(region))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('nothing is allowed under opt-in that the visitor has not said yes to', () => {
    const names = ['functional', 'analytics', 'marketing'] as const
    const ticks = fc.array(fc.record({ policy, ticked: fc.subarray([...names]) }), { maxLength: 5 })
    fc.assert(
      fc.property(ticks, fc.constantFrom(...asksFirst), (visits, last) => {
        storage = memoryStorage()
        const said = new Map<string, boolean>()
        for (const { policy: region, ticked } of visits) {
          const store = visit(region)
          const draft = createDraft(store.getState())
          // Some boxes are turned over, and all are saved as they stand.
          for (const name of ticked) {
            const yes = draft.getState().categories[name] !== true
            draft.tickCategory(name, yes)
            said.set(name, yes)
          }
          for (const name of names) if (draft.getState().categories[name] === false) said.set(name, false)
          store.savePreferences(draft.getState(), 'preferences')
        }
        const state = visit(last).getState()
        for (const { id, category } of vendors) {
          expect(permission(state, id).allowed).toBe(said.get(category) ?? false)
        }
      }),
      { numRuns: 300 },
    )
  })
})
