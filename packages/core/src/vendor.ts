import type { CategoryId } from './category.ts'
import type { Disclosure } from './disclosure.ts'

/**
 * How a vendor gets permission: `consent` (default), `on-request` (the visitor's click, for this visit only),
 * or `always` on a ground that the site asserts in writing and the visitor can read.
 */
export type Gate = 'consent' | 'on-request' | { readonly always: string }

/** When a permitted vendor loads: when the browser is idle (default), on the visitor's click, or at once. */
export type LoadStrategy = 'idle' | 'click' | 'now'

/** A part of a vendor that needs a permission of its own, such as prompts of a chat that nobody has opened. */
export interface Feature {
  /** It is on while the vendor is allowed and this category is granted; with the vendor, if it is the vendor's own. */
  readonly category: CategoryId
}

/** What the store needs to know of a vendor. Adapters add how to load, drive and remove it. */
export interface Vendor<Id extends string = string> {
  /** 1 to 64 letters, digits, `-` and `_`; stored in the record, so it must not change. */
  readonly id: Id
  /** The name visitors know it by. */
  readonly name: string
  readonly category: CategoryId
  readonly disclosure: Disclosure
  /** @default 'consent' */
  readonly gate?: Gate | undefined
  /** @default 'idle' */
  readonly load?: LoadStrategy | undefined
  /** Parts with a category of their own, by a name that visitors are told in words (`Messages.features`). @default none */
  readonly features?: Readonly<Record<string, Feature>> | undefined
}
