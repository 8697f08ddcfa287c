import type { StandInAnswer, StandInRequest, StandInSocket } from './message.ts'

/** Where an address leads: which of the vendor's hosts, and the path there. Local addresses are mapped to the same. */
export interface Place<Host extends string = string> {
  readonly host: Host
  readonly path: string
}

/** One running stand-in. It knows nothing of Playwright or Vite; both feed it. */
export interface StandIn<Switches, Host extends string = string> {
  readonly respond: (place: Place<Host>, request: StandInRequest) => Promise<StandInAnswer>
  /** `refused` when the socket must not open; otherwise it is served until it closes. */
  readonly connect: (url: URL, socket: StandInSocket) => 'accepted' | 'refused'
  readonly set: (switches: Switches) => void
  /** The agent says something to every visitor with an open socket. */
  readonly reply: (text: string) => void
  /** The service reports so many unread messages, 0 included. */
  readonly pushUnread: (count: number) => void
}

export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}
