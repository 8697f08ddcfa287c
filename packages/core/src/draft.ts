import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CategoryTicks, Ticks } from './decide.ts'
import { isGranted, permission } from './permission.ts'
import { gateOf, type ConsentState } from './state.ts'

/** What is ticked but not yet saved. */
export interface DraftState {
  /** `implied` where the policy has set the box and the visitor has left it alone. */
  readonly categories: CategoryTicks
  /** Vendors that differ from their category. */
  readonly vendors: Ticks
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
    const ticked = (category: string): boolean | 'implied' => {
      const { mark = 'implied' } = state.record?.categories.get(category) ?? {}
      return isGranted(committed, category) && (mark === 'implied' ? mark : true)
    }
    const categories = Object.fromEntries(state.asked.map((category) => [category, ticked(category)]))
    const vendors: Record<string, boolean> = {}
    for (const [id, vendor] of state.vendors) {
      const { allowed } = permission(committed, id)
      const asks = gateOf(state, vendor) === 'consent' && vendor.category !== 'necessary'
      if (asks && allowed !== !!categories[vendor.category]) vendors[id] = allowed
    }
    return { categories, vendors }
  })

  const categoryOf = (id: string): string => state.vendors.get(id)?.category ?? ''

  return {
    getState,
    subscribe,
    isTicked(id) {
      const { categories, vendors } = getState()
      return vendors[id] ?? !!categories[categoryOf(id)]
    },
    tickCategory: (category, yes) =>
      setState(({ categories, vendors }) => ({
        categories: { ...categories, [category]: yes },
        vendors: Object.fromEntries(Object.entries(vendors).filter(([id]) => categoryOf(id) !== category)),
      })),
    tickVendor: (id, yes) => setState(({ vendors }) => ({ vendors: { ...vendors, [id]: yes } })),
  }
}
