import type { ConsentStore } from './store.ts'

/**
 * Follows at once what is decided elsewhere: in other tabs, while the browser had frozen this page, or where the
 * storage says so. Give it a store that is connected. Returns how to stop.
 */
export function follow({ getState, subscribe, refresh, storage }: ConsentStore): () => void {
  const life = new AbortController()
  const { signal } = life
  const tabs = openTabs(refresh)
  const stops = [
    () => life.abort(),
    tabs.close,
    subscribe(({ record }, previous) => {
      if (record !== previous.record) tabs.tell()
    }),
    storage.follow?.(refresh),
  ]
  addEventListener('pageshow', refresh, { signal })
  addEventListener('storage', ({ key }) => (key === null || key.startsWith('askfirst')) && refresh(), { signal })
  // Before this ran, something may have been decided here, or elsewhere.
  if ((getState().record?.time ?? 0) > performance.timeOrigin) tabs.tell()
  refresh()
  return () => {
    for (const stop of stops) stop?.()
  }
}

interface Tabs {
  readonly tell: () => void
  readonly close: () => void
}

/** The other tabs of this site. Where there is no channel, a key that comes and goes makes a storage event in each of them. */
function openTabs(refresh: () => void): Tabs {
  if (!('BroadcastChannel' in globalThis)) return { tell: touchStorage, close: () => undefined }
  const channel = new BroadcastChannel('askfirst')
  channel.addEventListener('message', refresh)
  return { tell: () => channel.postMessage(0), close: () => channel.close() }
}

function touchStorage(): void {
  try {
    localStorage.setItem('askfirst.tabs', '')
    localStorage.removeItem('askfirst.tabs')
  } catch {
    // Blocked storage: the other tabs look when they are shown again.
  }
}
