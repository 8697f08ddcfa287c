import type { BrowserContext, Page, Request, WebSocket } from '@playwright/test'
import { watchSockets } from './socket-watchers.ts'

export interface TrafficEntry {
  readonly order: number
  /** Milliseconds since 1970. */
  readonly time: number
  readonly kind: 'request' | 'socket'
  /** As Playwright names it: `script`, `fetch`, `image`, ... */
  readonly type: string
  readonly method: string
  readonly url: string
}

export interface WatchTrafficOptions {
  /** Host names of the site itself, besides localhost. */
  readonly ownHosts?: readonly string[] | undefined
}

export interface Traffic {
  readonly entries: readonly TrafficEntry[]
  /** The other hosts that were contacted, each once. */
  readonly hosts: () => readonly string[]
  readonly clear: () => void
  readonly stop: () => void
}

const localHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Records every request and WebSocket to hosts that are not this machine. Start it before the page loads.
 * Sockets that a stand-in answers are recorded for the whole context.
 */
export function watchTraffic(target: Page | BrowserContext, { ownHosts = [] }: WatchTrafficOptions = {}): Traffic {
  const context = 'context' in target ? target.context() : target
  const entries: TrafficEntry[] = []
  const stops: (() => void)[] = []

  const record = (kind: TrafficEntry['kind'], type: string, method: string, url: string) => {
    const { protocol, hostname } = new URL(url)
    if (!/^(?:https?|wss?):$/.test(protocol) || localHosts.has(hostname) || ownHosts.includes(hostname)) return
    entries.push({ order: entries.length, time: Date.now(), kind, type, method, url })
  }
  const onSocket = (url: string) => {
    record('socket', 'websocket', 'GET', url)
  }
  const onRequest = (request: Request) => {
    record('request', request.resourceType(), request.method(), request.url())
  }
  const onWebSocket = (socket: WebSocket) => {
    onSocket(socket.url())
  }
  const watchPage = (page: Page) => {
    page.on('request', onRequest).on('websocket', onWebSocket)
    stops.push(() => page.off('request', onRequest).off('websocket', onWebSocket))
  }

  stops.push(watchSockets(context, onSocket))
  if ('context' in target) watchPage(target)
  else {
    for (const page of target.pages()) watchPage(page)
    target.on('page', watchPage)
    stops.push(() => target.off('page', watchPage))
  }

  return {
    entries,
    hosts: () => [...new Set(entries.map(({ url }) => new URL(url).hostname))],
    clear: () => {
      entries.length = 0
    },
    stop: () => {
      for (const stop of stops) stop()
    },
  }
}
