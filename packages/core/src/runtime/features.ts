import { isGranted, permission } from '../permission.ts'
import type { ConsentState } from '../state.ts'
import type { Vendor } from '../vendor.ts'

/** The features of a vendor that are allowed now: the vendor is, and so is the feature's own category. */
export function allowedFeatures(state: ConsentState, { id, features = {} }: Vendor): ReadonlySet<string> {
  const names = permission(state, id).allowed ? Object.entries(features) : []
  return new Set(names.filter(([, { category }]) => isGranted(state, category)).map(([name]) => name))
}
