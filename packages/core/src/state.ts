import type { Policy } from './policy.ts'
import type { ConsentRecord, Signal } from './record.ts'
import type { Gate, Vendor } from './vendor.ts'

/**
 * Vendors allowed "only this time", each with the time in milliseconds of the answer that this sets aside, 0 where there
 * is none: it ends with any other answer. Never part of the record.
 */
export type Visit = ReadonlyMap<string, number>

/** Everything that decides what is allowed. Immutable: every change is a new object. */
export interface ConsentState {
  readonly policy: Policy
  /** The site's revision of what it asks; a yes given to another revision does not count. */
  readonly revision: string
  /** Language the visitor is asked in, BCP 47. */
  readonly locale: string
  readonly vendors: ReadonlyMap<string, Vendor>
  /** Gates that the host sets now, by vendor; they beat the adapter's own. */
  readonly gates: Readonly<Record<string, Gate>>
  /** Every category that may be named, `necessary` first. */
  readonly categories: readonly string[]
  /** Optional categories that the visitor is asked about. */
  readonly asked: readonly string[]
  /** Categories with vendors that need consent and that the record does not disclose. */
  readonly incomplete: ReadonlySet<string>
  readonly record: ConsentRecord | null
  /** True when something is stored that cannot be read, and until storage was read: it may be a refusal. */
  readonly inDoubt: boolean
  /** Vendors allowed "only this time"; never part of the record. */
  readonly visit: Visit
  /** The privacy signal that the browser sends. */
  readonly signal: Signal
  /** The time that this state speaks of, in milliseconds since 1970; 0 until storage was read: nothing is granted or asked before that. */
  readonly now: number
  /** True when the visitor closed the banner without deciding. */
  readonly dismissed: boolean
  /** What closing it says, where that is a no and something was answered before: `follow` brings it along. */
  readonly closing?: ((state: ConsentState) => ConsentRecord | null) | undefined
  readonly preferencesOpen: boolean
}

/** The gate that holds for a vendor now. */
export const gateOf = ({ gates }: Pick<ConsentState, 'gates'>, { id, gate }: Vendor): Gate =>
  gates[id] ?? gate ?? 'consent'
