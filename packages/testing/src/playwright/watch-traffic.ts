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
  /** The address of the page that asked; empty where it is not known. */
  readonly page: string
  /** Whether the page itself goes there, as it does when a visitor follows a link. */
  readonly isVisit: boolean
}

export interface WatchTrafficOptions {
  /** Host names of the site itself, besides localhost. */
  readonly ownHosts?: readonly string[] | undefined
  /** Called for each entry, at once. */
  readonly onEntry?: ((entry: TrafficEntry) => void) | undefined
}

export interface Traffic {
  readonly entries: readonly TrafficEntry[]
  /** The other hosts that were contacted, each once. */
  readonly hosts: () => readonly string[]
  /** Sockets that nobody has closed yet, also after `clear`. */
  readonly openSockets: () => readonly TrafficEntry[]
  readonly clear: () => void
  readonly stop: () => void
}

export const localHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether a page itself goes there. */
export function isVisit(request: Request): boolean {
  return request.isNavigationRequest() && request.frame().parentFrame() === null
}

/**
 * Records every request and WebSocket to hosts that are not this machine. Start it before the page loads.
 * Sockets that a stand-in answers are recorded for the whole context.
 */
export function watchTraffic(
  target: Page | BrowserContext,
  { ownHosts = [], onEntry }: WatchTrafficOptions = {},
): Traffic {
  const context = 'context' in target ? target.context() : target
  const entries: TrafficEntry[] = []
  const stops: (() => void)[] = []

  const open = new Set<TrafficEntry>()

  const record = (
    kind: TrafficEntry['kind'],
    type: string,
    method: string,
    url: string,
    page: string,
    isOwn = false,
  ) => {
    const { protocol, hostname } = new URL(url)
    if (!/^(?:https?|wss?):$/.test(protocol) || localHosts.has(hostname) || ownHosts.includes(hostname)) return
    const entry = { order: entries.length, time: Date.now(), kind, type, method, url, page, isVisit: isOwn }
    entries.push(entry)
    onEntry?.(entry)
    return entry
  }
  const recordSocket = (url: string, page: string, onClose: (listener: () => void) => void) => {
    const entry = record('socket', 'websocket', 'GET', url, page)
    if (!entry) return
    open.add(entry)
    onClose(() => open.delete(entry))
  }
  const watchPage = (page: Page) => {
    const onRequest = (request: Request) => {
      record('request', request.resourceType(), request.method(), request.url(), page.url(), isVisit(request))
    }
    const onWebSocket = (socket: WebSocket) => {
      recordSocket(socket.url(), page.url(), (listener) => socket.on('close', listener))
    }
    page.on('request', onRequest).on('websocket', onWebSocket)
    stops.push(() => page.off('request', onRequest).off('websocket', onWebSocket))
  }

  stops.push(watchSockets(context, (url, onClose) => recordSocket(url, '', onClose)))
  if ('context' in target) watchPage(target)
  else {
    for (const page of target.pages()) watchPage(page)
    target.on('page', watchPage)
    stops.push(() => target.off('page', watchPage))
  }

  return {
    entries,
    hosts: () => [...new Set(entries.map(({ url }) => new URL(url).hostname))],
    openSockets: () => [...open],
    clear: () => {
      entries.length = 0
    },
    stop: () => {
      for (const stop of stops) stop()
    },
  }
}
