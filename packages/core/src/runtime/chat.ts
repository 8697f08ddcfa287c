import type { LoadableVendor, Mounted, VendorPage } from './mount.ts'

/** What a visitor sees of the vendor's chat. */
export type ChatVisibility = 'open' | 'closed' | 'hidden'

/** What a chat tells, with what it says. */
export interface ChatEvents {
  readonly open: undefined
  readonly close: undefined
  /** The number of unread messages. */
  readonly unread: number
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

/** How far a vendor supports a part of the common session. */
export type Capability = 'native' | 'emulated' | 'none'

export type ChatCapabilities = Readonly<
  Record<'open' | 'hide' | 'visibility' | 'identify' | 'forget' | 'unread', Capability>
>

/** The vendor's side of a chat session: called only while the vendor is live. */
export interface ChatDriver extends Mounted {
  readonly open: () => void
  readonly close: () => void
  readonly show: () => void
  readonly hide: () => void
  readonly visibility: () => ChatVisibility
  /** Moves the keyboard focus into the vendor's window. */
  readonly focus: () => void
  readonly identify: (identity: ChatIdentity) => Promise<void>
  /** Makes the vendor forget who the visitor is. */
  readonly forget: () => Promise<void>
  /** Listens; there is no way back, because not every vendor has one. The runtime mutes after removal. */
  readonly on: <Event extends ChatEvent>(event: Event, listener: (value: ChatEvents[Event]) => void) => void
}

/** A chat: loaded for a component that shows it, and driven through one common session. */
export interface ChatVendor<Id extends string = string> extends LoadableVendor<Id> {
  readonly kind: 'chat'
  readonly capabilities: ChatCapabilities
  readonly mount: (page: VendorPage) => Promise<ChatDriver>
}
