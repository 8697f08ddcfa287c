import { touchStorage } from './touch-storage.ts'

interface Tabs {
  readonly tell: () => void
  readonly close: () => void
}

/** The other tabs of this site. */
export function openTabs(hear: (message: unknown) => void): Tabs {
  try {
    const channel = new BroadcastChannel('askfirst')
    channel.addEventListener('message', ({ data }) => hear(data))
    return { tell: () => channel.postMessage(0), close: () => channel.close() }
  } catch {
    // An old browser; or Firefox, where cookies are blocked.
    return { tell: () => touchStorage(), close: () => undefined }
  }
}
