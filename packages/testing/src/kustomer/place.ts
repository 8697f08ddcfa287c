import type { Place } from '../serve/stand-in.ts'

export type KustomerHost = 'cdn' | 'api' | 'realtime'

/** Every host of the vendor and of its realtime supplier: none of them may be reached. */
export const kustomerUrls = /^(?:http|ws)s?:\/\/(?:[^/]+\.)?(?:kustomerapp\.com|kustomer\.com|pndsn\.com)[:/]/

/** Where a real address leads; `null` for hosts that no page of this organisation would ask. */
export function locateKustomer(url: URL): Place<KustomerHost> | null {
  if (url.hostname === 'cdn.kustomerapp.com') return { host: 'cdn', path: url.pathname }
  if (/^[\w-]+\.api(?:\.prod2)?\.kustomerapp\.com$/.test(url.hostname)) return { host: 'api', path: url.pathname }
  if (url.hostname.endsWith('.pndsn.com')) return { host: 'realtime', path: url.pathname }
  return null
}

/** Where a dev server's path leads; `path` starts after `/stand-in/kustomer` and the switches. */
export function locateLocalKustomer(path: string): Place<KustomerHost> {
  if (path.startsWith('/p/')) return { host: 'api', path }
  if (path.startsWith('/realtime/')) return { host: 'realtime', path: path.slice('/realtime'.length) }
  return { host: 'cdn', path }
}
