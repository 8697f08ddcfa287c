import { doubleVendor, unusableName } from './error.ts'
import type { Vendor } from './vendor.ts'

/**
 * Throws for a vendor that is registered twice, and for a name that could not stand in the record as it is,
 * or that every object has already.
 */
export function checkNames(vendors: readonly Vendor[], others: readonly string[]): void {
  const ids = vendors.map(({ id }) => id)
  const twice = ids.find((id, place) => ids.indexOf(id) !== place)
  if (twice !== undefined) throw doubleVendor(twice)
  const unusable = [...ids, ...vendors.map(({ category }) => category), ...others].find(
    (name) => !/^[\w-]{1,64}$/.test(name) || name in {},
  )
  if (unusable !== undefined) throw unusableName(unusable)
}
