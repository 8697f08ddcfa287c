import type { BrowserContext } from '@playwright/test'

/** Hears of a socket, and is told how to hear of its end. */
type SocketListener = (url: string, onClose: (listener: () => void) => void) => void

const watchers = new WeakMap<BrowserContext, Set<SocketListener>>()

/** Playwright reports no `websocket` event for sockets that a route answers, so the stand-ins tell of theirs. */
export function announceSocket(context: BrowserContext, url: string, onClose: (listener: () => void) => void): void {
  for (const listener of watchers.get(context) ?? []) listener(url, onClose)
}

/** Returns how to stop. */
export function watchSockets(context: BrowserContext, listener: SocketListener): () => void {
  const own = watchers.get(context) ?? new Set()
  watchers.set(context, own.add(listener))
  return () => own.delete(listener)
}
