import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Ticks } from './decide.ts'
import { isGranted, permission } from './permission.ts'
import { gateOf, type ConsentState } from './state.ts'

/** What is ticked but not yet saved. */
export interface DraftState {
  readonly categories: Ticks
  /** Vendors that differ from their category. */
  readonly vendors: Ticks
  /** Categories whose box the policy has pre-set and the visitor has left alone. */
  readonly untouched: readonly string[]
}

/** Choices in the making: the visitor's committed choices change only when they are saved. */
export interface Draft extends Pick<StoreApi<DraftState>, 'getState' | 'subscribe'> {
  readonly isTicked: (vendorId: string) => boolean
  /** Ticks a category with all its vendors. */
  readonly tickCategory: (category: string, yes: boolean) => void
  readonly tickVendor: (vendorId: string, yes: boolean) => void
}

/** A draft that begins with what is allowed now, apart from what is allowed only this time. */
export function createDraft(state: ConsentState): Draft {
  const committed = { ...state, visit: new Map<string, number>() }
  const { getState, setState, subscribe } = createStore<DraftState>(() => {
    const categories = Object.fromEntries(state.asked.map((category) => [category, isGranted(committed, category)]))
    const vendors: Record<string, boolean> = {}
    for (const [id, vendor] of state.vendors) {
      const { allowed } = permission(committed, id)
      const asks = gateOf(state, vendor) === 'consent' && vendor.category !== 'necessary'
      if (asks && allowed !== categories[vendor.category]) vendors[id] = allowed
    }
    const untouched = state.asked.filter(
      (category) => (state.record?.categories.get(category)?.mark ?? 'implied') === 'implied',
    )
    return { categories, vendors, untouched }
  })

  const categoryOf = (id: string): string => state.vendors.get(id)?.category ?? ''

  return {
    getState,
    subscribe,
    isTicked(id) {
      const { categories, vendors } = getState()
      return vendors[id] ?? categories[categoryOf(id)] ?? false
    },
    tickCategory: (category, yes) =>
      setState(({ categories, vendors, untouched }) => ({
        categories: { ...categories, [category]: yes },
        untouched: untouched.filter((name) => name !== category),
        vendors: Object.fromEntries(Object.entries(vendors).filter(([id]) => categoryOf(id) !== category)),
      })),
    tickVendor: (id, yes) => setState(({ vendors }) => ({ vendors: { ...vendors, [id]: yes } })),
  }
}
