declare const process: { readonly env: { readonly NODE_ENV?: string } }

/**
 * An error for a programmer's mistake: what happened, why it matters, what to do.
 * Give the last two as `process.env.NODE_ENV !== 'production' && [why, fix]`: visitors do not download them.
 */
export function mistake(what: string, advice: false | readonly [why: string, fix: string]): Error {
  const rest = process.env.NODE_ENV !== 'production' && advice
  return new Error(`Askfirst: ${what}${rest ? `, ${rest[0]}. ${rest[1]}.` : ''}`)
}

/** The error for a vendor or category that the site does not have. */
export const unknownName = (kind: 'vendor' | 'category', name: string, known: Iterable<string>): Error =>
  mistake(
    `no ${kind} "${name}"`,
    process.env.NODE_ENV !== 'production' && [
      'so there is nothing to ask the visitor about',
      `Use one of these: ${[...known].join(', ') || 'none'}; or add it to ${kind === 'vendor' ? '`vendors`' : '`categories`'}`,
    ],
  )

export const doubleVendor = (id: string): Error =>
  mistake(
    `the vendor "${id}" is registered twice`,
    process.env.NODE_ENV !== 'production' && [
      'so it is unclear which of the two the visitor is asked about',
      'Register it once, or give the second another id',
    ],
  )

export const unusableName = (name: string): Error =>
  mistake(
    `"${name}" is no usable name`,
    process.env.NODE_ENV !== 'production' && [
      'because it could not be written into the record',
      'Use 1 to 64 letters, digits, "-" and "_"',
    ],
  )
