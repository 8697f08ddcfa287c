import type { Trace } from './removal-report.ts'
import { sharedPatch } from './shared-patch.ts'

type Watcher = (socket: WebSocket) => void

/**
 * Keeps count of the sockets that the vendor opens in the page's own realm; those of its frames close with the frame.
 * Must begin before the vendor loads, because a page cannot list its open sockets.
 */
export function watchSockets(
  window: Window & typeof globalThis,
  isVendors: (url: string) => boolean,
): { close: () => readonly Trace[]; stop: () => void } {
  const opened = new Set<WebSocket>()
  const stop = sharedPatch(window, 'WebSocket', watched, (socket: WebSocket) => {
    if (isVendors(socket.url)) opened.add(socket)
  })
  return {
    close() {
      const live = [...opened].filter(({ readyState }) => readyState <= 1)
      for (const socket of live) socket.close()
      return live.map(({ url }) => ({ kind: 'socket', name: url }))
    },
    stop,
  }
}

const watched = (Original: typeof WebSocket, watchers: ReadonlySet<Watcher>): typeof WebSocket =>
  class extends Original {
    constructor(...values: ConstructorParameters<typeof WebSocket>) {
      super(...values)
      for (const watch of watchers) watch(this)
    }
  }
