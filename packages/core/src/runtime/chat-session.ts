import type { ChatDriver, ChatEvent, ChatEvents, ChatIdentity, ChatVisibility } from './chat.ts'
import type { VendorFailure } from './load-failure.ts'

/** Who the visitor is, or how to find out when it is needed. */
export type IdentitySource = ChatIdentity | (() => ChatIdentity | Promise<ChatIdentity>)

/** What a host can listen to: the chat itself, and loads of it that fail. */
export interface SessionEvents extends ChatEvents {
  readonly failure: VendorFailure
}

type Call = (driver: ChatDriver) => void

interface Seen {
  visibility?: ChatVisibility
  unread?: number
}

/** What was asked of a chat, over any number of loads: calls that wait, listeners, and who the visitor is. */
export function createChatSession(onSeen: (seen: Seen) => void) {
  const listeners = new Set<readonly [keyof SessionEvents, (value: never) => void]>()
  let driver: ChatDriver | null = null
  let waiting: Call[] = []
  let identity: IdentitySource | null = null

  function tell<Event extends keyof SessionEvents>(event: Event, value: SessionEvents[Event]): void {
    for (const [name, listener] of listeners) if (name === event) listener(value as never)
  }

  function listen<Event extends ChatEvent>(
    chat: ChatDriver,
    event: Event,
    see: (value: ChatEvents[Event]) => Seen,
  ): void {
    chat.on(event, (value) => {
      // A vendor cannot be unsubscribed from; once it is removed, nobody listens.
      if (driver !== chat) return
      onSeen(see(value))
      tell(event, value as SessionEvents[Event])
    })
  }

  async function introduce(): Promise<void> {
    const [chat, source] = [driver, identity]
    if (!chat || !source) return
    try {
      const known = await (typeof source === 'function' ? source() : source)
      if (driver === chat && identity === source) await chat.identify(known)
    } catch {
      // Without an identity the visitor stays anonymous.
    }
  }

  return {
    tell,
    /** The vendor is live: tells it what has waited. */
    attach(chat: ChatDriver, isShown: boolean): void {
      driver = chat
      listen(chat, 'open', () => ({ visibility: 'open' }))
      listen(chat, 'close', () => ({ visibility: 'closed' }))
      listen(chat, 'unread', (unread) => ({ unread }))
      void introduce()
      if (waiting.length === 0 && !isShown) chat.hide()
      for (let next = waiting.shift(); next && driver === chat; next = waiting.shift()) next(chat)
      if (driver === chat) onSeen({ visibility: chat.visibility() })
    },
    /** The vendor leaves: from now on it is neither asked nor heard, and what waited is dropped. */
    detach(): void {
      driver = null
      waiting = []
    },
    isWaiting: (): boolean => waiting.length > 0,
    live: (): ChatDriver | null => driver,
    wait: (call: Call): void => void waiting.push(call),
    identify(source: IdentitySource): void {
      identity = source
      void introduce()
    },
    async forget(): Promise<void> {
      identity = null
      try {
        await driver?.forget()
      } catch {
        // The vendor does not know the visitor, or cannot forget; a withdrawal removes what it keeps here.
      }
    },
    on<Event extends keyof SessionEvents>(event: Event, listener: (value: SessionEvents[Event]) => void): () => void {
      const entry = [event, listener] as const
      listeners.add(entry)
      return () => listeners.delete(entry)
    },
  }
}
