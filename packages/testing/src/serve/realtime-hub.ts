import type { SentOverSocket } from './message.ts'

/** Delivers to a visitor's sockets, and keeps what arrives while there is none. */
export function createRealtimeHub() {
  const sockets = new Map<string, Set<SentOverSocket>>()
  const kept = new Map<string, string[]>()

  return {
    /** Returns how to leave. */
    join: (visitor: string, send: SentOverSocket): (() => void) => {
      const own = sockets.get(visitor) ?? new Set()
      sockets.set(visitor, own.add(send))
      for (const text of kept.get(visitor) ?? []) send(text)
      kept.delete(visitor)
      return () => {
        own.delete(send)
        if (own.size === 0) sockets.delete(visitor)
      }
    },
    push: (visitor: string, message: object): void => {
      const text = JSON.stringify(message)
      const own = sockets.get(visitor)
      if (own) for (const send of own) send(text)
      else kept.set(visitor, [...(kept.get(visitor) ?? []), text])
    },
    /** Who has a socket open. A test that speaks to nobody is mistaken, so that throws. */
    listeners: (): readonly string[] => {
      if (sockets.size === 0) {
        throw new Error(
          'Stand-in: nobody is connected, because the realtime socket is closed or was never opened, so nothing can be pushed. ' +
            'Load the messenger first (Kayako), or start a conversation first (Kustomer).',
        )
      }
      return [...sockets.keys()]
    },
  }
}
