import type { StorageKind } from '../disclosure.ts'

/** Something of a vendor on the page or the device. */
export interface Trace {
  readonly kind: StorageKind | 'node' | 'global' | 'socket'
  /** Key, selector, name or address. */
  readonly name: string
}

/** What a removal found and left, told as it is. */
export interface RemovalReport {
  readonly vendor: string
  /** Milliseconds since 1970. */
  readonly time: number
  readonly removed: readonly Trace[]
  /** What was still there, or there again, when we looked a moment later. */
  readonly remaining: readonly Trace[]
  /** True when only a new page is sure to be free of the vendor. */
  readonly reloadAdvised: boolean
}
