import type { ChatVisibility } from './chat.ts'
import type { FailureReason } from './load-failure.ts'
import type { RemovalReport } from './removal-report.ts'

/**
 * `blocked`: not allowed. `idle`: allowed, not loaded. `loading`: on its way. `ready`: its API is live.
 * `failed`: could not be loaded, for the reason in `failure`. `removing`: being taken down.
 */
export type VendorStatus = 'blocked' | 'idle' | 'loading' | 'ready' | 'failed' | 'removing'

export interface VendorState {
  readonly status: VendorStatus
  /** Why the last load failed, while the status is `failed`. */
  readonly failure: FailureReason | null
  /** True while a visitor's click waits for the vendor, or has ended in the failure. */
  readonly wanted: boolean
  /** What the last removal found and left. */
  readonly report: RemovalReport | null
  readonly visibility: ChatVisibility
  readonly unread: number
  /** False while the vendor is live without a button of its own: then the page has to show one. */
  readonly hasLauncher: boolean
}

/** Before anything was asked of it. */
export const initial: VendorState = {
  status: 'blocked',
  failure: null,
  wanted: false,
  report: null,
  visibility: 'closed',
  unread: 0,
  hasLauncher: true,
}
