import type { Vendor } from '../vendor.ts'

/** What an adapter finds when it may load: the page, and a signal that ends its stay. */
export interface VendorPage {
  readonly window: Window & typeof globalThis
  /** Aborted when the visitor withdraws, cancels, or the time is up. */
  readonly signal: AbortSignal
  /**
   * Loads one of the vendor's own scripts, once the hosts it discloses admit the address.
   * Resolves when it has run; rejects with a `LoadFailure` when it cannot be loaded.
   */
  readonly script: (url: string, attributes?: Readonly<Record<string, string>>) => Promise<void>
  /** Loads a part of the adapter itself; rejects with a `LoadFailure` when it does not come. */
  readonly part: <Part>(load: () => Promise<Part>) => Promise<Part>
  /** The vendor's features that are allowed now; the others must not be switched on. */
  readonly features: ReadonlySet<string>
  /** Resolves when the condition holds; asks ten times a second until the signal ends it. */
  readonly until: (condition: () => boolean) => Promise<void>
}

/** A vendor that is live on the page. */
export interface Mounted {
  /** The vendor's own goodbye: forget the visitor, stop. Given two seconds. */
  readonly leave?: (() => void | Promise<void>) | undefined
  /**
   * Switches features while the vendor is live; called with those allowed now, whenever that changes. A vendor without
   * it is loaded anew when a feature it has is no longer allowed, and gets a newly allowed one with its next load.
   */
  readonly setFeatures?: ((allowed: ReadonlySet<string>) => void) | undefined
}

/** What a vendor makes on the page besides what its disclosure names. */
export interface Traces {
  /**
   * Hosts whose nodes, sockets and requests in this page are the vendor's, where it shares others with further vendors.
   * @default the domains of its disclosure
   */
  readonly domains?: readonly string[] | undefined
  /** Names on `window`. */
  readonly globals: readonly string[]
  /** CSS selectors of the nodes it adds. */
  readonly nodes: readonly string[]
  /**
   * Whether one of `nodes` stands once it is ready. If none does within five seconds, the load has failed as
   * `unavailable`: vendors keep lists of the domains on which they show themselves.
   * @default false
   */
  readonly appears?: boolean | undefined
}

/** A vendor that the runtime can load and remove. */
export interface LoadableVendor<Id extends string = string> extends Vendor<Id> {
  readonly traces: Traces
  /** Loads the vendor. Resolves when its API is live, never earlier. */
  readonly mount: (page: VendorPage) => Promise<Mounted>
}

/** A vendor whose own pages stand in frames: loaded for a component that shows one, which makes and removes the frame. */
export interface FrameVendor<Id extends string = string> extends LoadableVendor<Id> {
  readonly kind: 'frame'
}
