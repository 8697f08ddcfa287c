import type { BrowserContext } from '@playwright/test'

type SocketListener = (url: string) => void

const watchers = new WeakMap<BrowserContext, Set<SocketListener>>()

/** Playwright reports no `websocket` event for sockets that a route answers, so the stand-ins tell of theirs. */
export function announceSocket(context: BrowserContext, url: string): void {
  for (const listener of watchers.get(context) ?? []) listener(url)
}

/** Returns how to stop. */
export function watchSockets(context: BrowserContext, listener: SocketListener): () => void {
  const own = watchers.get(context) ?? new Set()
  watchers.set(context, own.add(listener))
  return () => own.delete(listener)
}
