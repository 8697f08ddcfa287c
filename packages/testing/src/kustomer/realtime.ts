import type { StandInSocket } from '../serve/message.ts'
import { createRealtimeHub } from '../serve/realtime-hub.ts'

/** Invented frames on a PubNub-like address: `/v2/subscribe/SUBSCRIBE-KEY/VISITOR/0`. The web SDK's own are not known. */
export function createKustomerRealtime() {
  const hub = createRealtimeHub()
  return {
    connect: (url: URL, { send, onClose }: StandInSocket): void => {
      const visitor = url.pathname.split('/').at(-2) ?? ''
      onClose(hub.join(visitor, send))
    },
    push: hub.push,
    listeners: hub.listeners,
  }
}

export type KustomerRealtime = ReturnType<typeof createKustomerRealtime>
