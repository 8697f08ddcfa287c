import type { ChatCapabilities, ChatEvents, IdentitySource } from './chat.ts'
import type { VendorFailure } from './load-failure.ts'
import type { VendorState } from './vendor-state.ts'

export interface RuntimeOptions {
  /** Milliseconds until a load counts as failed. @default 15000 */
  readonly timeout?: number | undefined
  /** CSP nonce for the vendors' scripts. @default that of the page's own scripts */
  readonly nonce?: string | undefined
}

/**
 * Loads, drives and removes one vendor, whatever React does meanwhile. What is asked of a vendor that is allowed and not
 * yet ready waits until it is; with a removal or a failure it is dropped.
 */
export interface VendorController<Api = unknown, Events = object> {
  readonly getState: () => VendorState
  readonly subscribe: (listener: () => void) => () => void
  /** How far the vendor supports the session below; `undefined` for a vendor that is no chat. */
  readonly capabilities: ChatCapabilities | undefined
  /** Says that something on the page shows this vendor. Returns how to take that back. */
  readonly retain: () => () => void
  /** Opens the chat and hands the focus over, loading it first if need be. Does nothing while it is not allowed. */
  readonly open: () => void
  readonly close: () => void
  readonly show: () => void
  readonly hide: () => void
  /** Gives up a load, or lets a failed one be; only a click begins another. */
  readonly cancel: () => void
  /**
   * Tells the vendor who the visitor is, now or when it is ready, and after every later load. A function is called anew
   * each time, and before what it gave is too old; if it fails, the visitor stays anonymous until the next load.
   */
  readonly identify: (identity: IdentitySource) => void
  /** Ends what `identify` began, also at the vendor. Call it when the visitor signs out. */
  readonly forget: () => void
  /**
   * Listens to the chat, over any number of loads: `open`, `close`, `unread`, the vendor's own events by their own
   * names, and `failure` for loads that fail. Returns how to stop.
   */
  readonly on: <Event extends keyof (ControllerEvents & Events)>(
    event: Event,
    listener: (...values: Extract<(ControllerEvents & Events)[Event], readonly unknown[]>) => void,
  ) => () => void
  /**
   * Calls the vendor's own API, for what the session leaves out. Resolves with the answer, or with `undefined` when
   * the vendor is not allowed, fails or leaves before there is one; rejects only with what the call itself throws.
   */
  readonly native: <Result>(ask: (api: Api) => Result | Promise<Result>) => Promise<Result | undefined>
}

/** What a host can listen to: the chat itself, and loads of it that fail. */
export interface ControllerEvents extends ChatEvents {
  readonly failure: readonly [failure: VendorFailure]
}
