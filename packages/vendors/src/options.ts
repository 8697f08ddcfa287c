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
