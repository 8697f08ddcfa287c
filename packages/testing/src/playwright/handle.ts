/** One request or socket that reached a stand-in, in the order of arrival. */
export interface StandInEntry<Host extends string = string> {
  readonly order: number
  /** Milliseconds since 1970. */
  readonly time: number
  /** Which of the vendor's hosts was meant; `null` for one that this account does not have. */
  readonly host: Host | null
  readonly kind: 'request' | 'socket'
  readonly method: string
  readonly url: string
  /** A request is open until it is answered, a socket until either side closes it. */
  readonly state: 'open' | 'closed' | 'refused'
  /** The HTTP status; `null` for sockets and for what is not answered yet. */
  readonly status: number | null
}

/** A stand-in at work, to look at and to steer from a test. */
export interface StandInHandle<Switches, Host extends string = string> {
  readonly log: readonly StandInEntry<Host>[]
  readonly openSockets: () => readonly StandInEntry<Host>[]
  /** Changes switches from the next request on, for example to let a second attempt succeed. */
  readonly set: (switches: Switches) => void
  /** The agent says something to every visitor with an open socket; throws when there is none. */
  readonly reply: (text: string) => void
  /** The service reports so many unread messages, 0 included; throws when no socket is open. */
  readonly pushUnread: (count: number) => void
}
