import type { LoadableVendor, Mounted, VendorPage } from './mount.ts'

/** What a visitor sees of the vendor's chat. */
export type ChatVisibility = 'open' | 'closed' | 'hidden'

/** What every chat tells, with what it says. */
export interface ChatEvents {
  readonly open: readonly []
  readonly close: readonly []
  /** With the number of unread messages. */
  readonly unread: readonly [count: number]
}

export type ChatEvent = keyof ChatEvents

/** Who the visitor is, signed by the site's server. Vendors read different parts of it. */
export interface ChatIdentity {
  readonly name?: string | undefined
  readonly email?: string | undefined
  /** Kayako: HMAC of name, email, token and timestamp. */
  readonly signature?: string | undefined
  /** Kayako: the Unix time that was signed, in seconds. */
  readonly timestamp?: number | undefined
  /** Kustomer: a JWT no older than 15 minutes. */
  readonly token?: string | undefined
}

/** Who the visitor is, or how to find out when it is needed. */
export type IdentitySource = ChatIdentity | (() => ChatIdentity | Promise<ChatIdentity>)

/** How far a vendor supports a part of the common session. */
export type Capability = 'native' | 'emulated' | 'none'

export type ChatCapabilities = Readonly<
  Record<'open' | 'hide' | 'visibility' | 'identify' | 'forget' | 'unread', Capability>
>

/** The vendor's side of a chat session: called only while the vendor is live. */
export interface ChatDriver<Api = unknown> extends Mounted {
  readonly open: () => void
  readonly close: () => void
  readonly show: () => void
  readonly hide: () => void
  readonly visibility: () => ChatVisibility
  /** Moves the keyboard focus into the vendor's window. */
  readonly focus: () => void
  readonly identify: (identity: ChatIdentity) => Promise<void>
  /** Milliseconds until an identity is too old to be told; `undefined` where nobody has published that. */
  readonly freshFor?: ((identity: ChatIdentity) => number | undefined) | undefined
  /** Makes the vendor forget who the visitor is. */
  readonly forget: () => Promise<void>
  /**
   * Listens to an event of every chat, or to one of the vendor's own by its own name. There is no way back, because not
   * every vendor has one. The runtime listens once for each name, and mutes after removal.
   */
  readonly on: (event: string, listener: (...values: never) => void) => void
  /** The vendor's own API, for what the common session leaves out. */
  readonly api?: Api | undefined
  /** Whether the vendor shows a button that opens its window. @default true */
  readonly hasLauncher?: boolean | undefined
}

/** A chat: loaded for a component that shows it, and driven through one common session. */
export interface ChatVendor<Id extends string = string, Api = unknown, Events = object> extends LoadableVendor<Id> {
  readonly kind: 'chat'
  readonly capabilities: ChatCapabilities
  readonly mount: (page: VendorPage) => Promise<ChatDriver<Api>>
  /** For the types alone: the vendor's own events by name, each with what it says as a tuple. */
  readonly events?: Events | undefined
}
