import type { StorageKind } from '../disclosure.ts'

export type TraceKind =
  | StorageKind
  | 'node'
  | 'attribute'
  | 'global'
  | 'listener'
  | 'timer'
  | 'request'
  | 'socket'
  | 'observer'
  | 'worker'
  | 'frame'

/** Something of a vendor on the page or the device. */
export interface Trace {
  readonly kind: TraceKind
  /** Key, selector, name or address. */
  readonly name: string
}

/** Why something is still there: written again after it was removed, or the browser does not let a page remove it. */
export type RemainingReason = 'returned' | 'kept'

/** Why a page cannot tell: only servers see it, it is in another site's frame, or nobody knows who made it. */
export type UncheckedReason = 'hidden' | 'elsewhere' | 'unsure'

export interface RemainingTrace extends Trace {
  readonly why: RemainingReason
}

export interface UncheckedTrace extends Trace {
  readonly why: UncheckedReason
}

/** What a removal found and left, told as it is. */
export interface RemovalReport {
  readonly vendor: string
  /** Milliseconds since 1970. */
  readonly time: number
  readonly removed: readonly Trace[]
  /** What was still there, or there again, when we looked a moment later. */
  readonly remaining: readonly RemainingTrace[]
  /** What may be there, and no page can tell. */
  readonly unchecked: readonly UncheckedTrace[]
  /** True when a new page would be free of something that remains. */
  readonly reloadAdvised: boolean
}

/** The same for the same thing, whenever it is looked for. */
export const keyOf = ({ kind, name }: Trace): string => `${kind} ${name}`
