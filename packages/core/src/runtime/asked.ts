import type { IdentitySource } from './chat.ts'
import type { ChatSession } from './chat-session.ts'

/** A call that waits: told the session once the vendor is live, or `null` when it will not be. */
export type Call = (session: ChatSession | null) => void

export type Listener = readonly [event: string, listener: (...values: never) => void]

/** What the page has asked of a vendor, over any number of loads. */
export interface Asked {
  readonly calls: Call[]
  readonly listeners: Set<Listener>
  identity: IdentitySource | null
  /** True while a visitor's click waits for the vendor. */
  isClicked: boolean
  /** How many loads were begun since the page began, or the vendor was last ready. */
  tries: number
  /** While the vendor is live. */
  session: ChatSession | null
}
