import type { Place } from '../serve/stand-in.ts'

export type KayakoHost = 'loader' | 'api' | 'assets' | 'error-reporting' | 'realtime'

/** Every host of the vendor, whichever subdomain: none of them may be reached, even by a page with a wrong subdomain. */
export const kayakoUrls =
  /^(?:http|ws)s?:\/\/(?:(?:[^/]+\.)?(?:kayako\.com|kayakocdn\.com|kayako\.net)|d2wy8f7a9ursnm\.cloudfront\.net)[:/]/

/** Where a real address leads; `null` for hosts that this help desk does not have. */
export function locateKayako(url: URL, subdomain: string): Place<KayakoHost> | null {
  const hosts: Readonly<Record<string, KayakoHost | undefined>> = {
    [`${subdomain}.kayakocdn.com`]: 'loader',
    [`${subdomain}.kayako.com`]: 'api',
    'assets.kayako.com': 'assets',
    'd2wy8f7a9ursnm.cloudfront.net': 'error-reporting',
    'kre.kayako.net': 'realtime',
  }
  const host = hosts[url.hostname]
  return host ? { host, path: url.pathname } : null
}

/** Where a dev server's path leads; `path` starts after `/stand-in/kayako` and the switches. */
export function locateLocalKayako(path: string): Place<KayakoHost> {
  if (path.startsWith('/api/')) return { host: 'api', path }
  if (path.startsWith('/socket/')) return { host: 'realtime', path }
  if (path.startsWith('/messenger/')) return { host: 'assets', path }
  if (path.startsWith('/error-reporting/')) return { host: 'error-reporting', path }
  return { host: 'loader', path }
}
