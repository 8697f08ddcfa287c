import { isGranted, permission } from '../permission.ts'
import type { ConsentState } from '../state.ts'
import type { Vendor } from '../vendor.ts'

/**
 * The features of a vendor that are allowed now: the vendor is, and so is the feature's own category. What is in the
 * vendor's category is a part of it like any other, also where the visitor allowed that vendor alone.
 */
export function allowedFeatures(state: ConsentState, vendor: Vendor): ReadonlySet<string> {
  const names = permission(state, vendor.id).allowed ? Object.entries(vendor.features ?? {}) : []
  return new Set(
    names.filter(([, { category }]) => isOwn(vendor, category) || isGranted(state, category)).map(([name]) => name),
  )
}

/** Not by `canonicalCategory`, which is in the first load, whose every export is paid for there. */
const isOwn = (vendor: Vendor, category: string): boolean =>
  vendor.category === (category === 'preferences' ? 'functional' : category)
