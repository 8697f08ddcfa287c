import type { Author } from './author.ts'
import { mute } from './mute.ts'
import type { Trace } from './removal-report.ts'
import { sharedPatch } from './shared-patch.ts'
import type { Page, Watch } from './watch.ts'

/** Whatever a script may keep open or running. */
interface Live {
  readonly url?: string
  readonly readyState?: number | string
  readonly connectionState?: string
  close?(): void
  terminate?(): void
  disconnect?(): void
  readonly port?: MessagePort
  readonly port1?: MessagePort
  readonly port2?: MessagePort
}

const kinds = {
  WebSocket: 'socket',
  EventSource: 'socket',
  WebTransport: 'socket',
  RTCPeerConnection: 'socket',
  BroadcastChannel: 'socket',
  MessageChannel: 'socket',
  Worker: 'worker',
  SharedWorker: 'worker',
  MutationObserver: 'observer',
  ResizeObserver: 'observer',
  IntersectionObserver: 'observer',
  PerformanceObserver: 'observer',
} as const

type Name = keyof typeof kinds

/** What is open stays so without anybody who holds it; observers and channels may go by themselves. */
const isHeld = (type: Name): boolean => kinds[type] !== 'observer' && type !== 'MessageChannel'

/** What is closed already needs no closing; workers and observers do not tell. */
const isOver: Partial<Record<Name, (live: Live) => boolean>> = {
  WebSocket: ({ readyState }) => readyState === 2 || readyState === 3,
  EventSource: ({ readyState }) => readyState === 2,
  RTCPeerConnection: ({ connectionState }) => connectionState === 'closed',
}

interface Entry {
  readonly kind: Trace['kind']
  readonly name: string
  /** An observer that nobody holds any more, and that sees nothing, ends by itself. */
  readonly live: () => Live | undefined
  readonly isOver: (live: Live) => boolean
}

/**
 * Keeps count of the sockets, workers and observers that the vendor opens in the page's own realm; those of its frames
 * end with the frame. Must begin before the vendor loads, because a page cannot list what is open.
 */
export function watchSockets(window: Page, author: Author, isVendors: (url: string) => boolean): Watch {
  let entries: Entry[] = []
  const current = (): readonly (Entry & { readonly object: Live })[] =>
    entries.flatMap((entry) => {
      const object = entry.live()
      return object && !entry.isOver(object) ? [{ ...entry, object }] : []
    })

  const releases = (Object.keys(kinds) as Name[]).map((type) =>
    sharedPatch(window, type, (use) => {
      const [address] = use.values
      const toVendor = kinds[type] !== 'observer' && isVendors(String(address))
      if (!author.is(use.by) && !toVendor) return undefined
      return (made) => {
        const object = made as Live // one of the classes above
        const held = new WeakRef(object)
        entries = current().map(({ kind, name, live, isOver: over }) => ({ kind, name, live, isOver: over }))
        entries.push({
          kind: kinds[type],
          name: object.url ?? (typeof address === 'string' || address instanceof URL ? String(address) : type),
          live: isHeld(type) ? () => object : () => held.deref(),
          isOver: isOver[type] ?? (() => false),
        })
        return undefined
      }
    }),
  )

  return {
    find: () => current().map(({ kind, name }) => ({ kind, name })),
    sweep() {
      const found = current()
      for (const { object } of found) end(object)
      entries = []
      return found.map(({ kind, name }) => ({ kind, name }))
    },
    stop() {
      for (const release of releases) release()
    },
  }
}

function end(live: Live): void {
  mute(live)
  live.close?.()
  live.terminate?.()
  live.disconnect?.()
  for (const port of [live.port, live.port1, live.port2]) {
    if (port) mute(port)
    port?.close()
  }
}
