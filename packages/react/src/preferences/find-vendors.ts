import type { Vendor } from '@askfirst/core'

/**
 * A text as a search reads it: without case, accents and width. Upper case has one form for what has several in lower
 * case, whatever the language: Turkish dotted and dotless i, the two Greek sigmas, German sharp s.
 */
const fold = (text: string): string => text.toUpperCase().normalize('NFKD').replace(/\p{M}/gu, '')

/** The vendors in whose text each word of the search occurs. */
export function findVendors(
  vendors: readonly Vendor[],
  search: string,
  textOf: (vendor: Vendor) => string,
): readonly Vendor[] {
  const words = fold(search).split(/\s+/)
  return vendors.filter((vendor) => {
    const text = fold(textOf(vendor))
    return words.every((word) => text.includes(word))
  })
}
