import type { CategoryId, Gate, LoadStrategy } from '@askfirst/core'

/** What a site may set for every vendor. */
export interface VendorOptions {
  /** @default 'functional' */
  readonly category?: CategoryId | undefined
  /** How the vendor gets permission. @default 'consent' */
  readonly gate?: Gate | undefined
  /** When it loads once it is allowed. @default 'idle' */
  readonly load?: LoadStrategy | undefined
  /** The privacy policy that visitors are pointed to. */
  readonly policyUrl?: string | undefined
}

/** What a site may set for a vendor whose pages stand in frames. */
export interface FrameVendorOptions extends VendorOptions {
  readonly hosts?:
    | {
        /** Address of the pages that are shown, where it differs from the vendor's own: that of a stand-in. */
        readonly embed?: string | undefined
      }
    | undefined
}
