import { parseObject } from '../serve/message.ts'
import type { StandInSocket } from '../serve/message.ts'
import { createRealtimeHub } from '../serve/realtime-hub.ts'

/** Invented: the names of the Messenger's own channels are not public. */
const topicOf = (fingerprint: string) => `visitor:${fingerprint}`

/** Phoenix channels in the 1.0.0 serialization: one JSON object a frame (facts 1.4). */
export function createKayakoRealtime() {
  const hub = createRealtimeHub()
  return {
    connect: (url: URL, { send, onMessage, onClose }: StandInSocket): void => {
      const fingerprint = url.searchParams.get('fingerprint_id') ?? ''
      let leave: (() => void) | undefined
      onMessage((text) => {
        const { topic, event, ref } = parseObject(text)
        const isOwn = topic === 'phoenix' || topic === topicOf(fingerprint)
        const response = isOwn
          ? { status: 'ok', response: {} }
          : { status: 'error', response: { reason: 'unmatched topic' } }
        send(JSON.stringify({ topic, event: 'phx_reply', payload: response, ref }))
        if (isOwn && event === 'phx_join') leave ??= hub.join(fingerprint, send)
      })
      onClose(() => leave?.())
    },
    push: (fingerprint: string, event: string, payload: object): void => {
      hub.push(fingerprint, { topic: topicOf(fingerprint), event, payload, ref: null })
    },
    listeners: hub.listeners,
  }
}

export type KayakoRealtime = ReturnType<typeof createKayakoRealtime>
