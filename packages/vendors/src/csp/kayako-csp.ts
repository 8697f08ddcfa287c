import type { KayakoOptions } from '../kayako.ts'
import type { CspDirectives } from './directives.ts'
import { mistake } from './mistake.ts'

export interface KayakoCspOptions extends Pick<KayakoOptions, 'subdomain' | 'hosts'> {
  /** Permits inline styles, which the real Messenger is inferred to need. @default true */
  readonly inlineStyles?: boolean | undefined
}

/** What Kayako Messenger needs of a Content-Security-Policy. Kayako has published no list; this one is derived (inferred). */
export function kayakoCsp({ subdomain, hosts = {}, inlineStyles = true }: KayakoCspOptions): CspDirectives {
  if (!/^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i.test(subdomain)) {
    throw mistake(
      `"${subdomain}" is no Kayako subdomain`,
      'so the policy would admit hosts that are not yours',
      'Give the "acme" of acme.kayako.com',
    )
  }
  const api = new URL(hosts.api ?? `https://${subdomain}.kayako.com`).origin
  const loader = new URL(hosts.loader ?? `https://${subdomain}.kayakocdn.com`).origin
  const realtime = new URL(hosts.realtime ?? 'wss://kre.kayako.net').origin
  const assets = new URL(hosts.assets ?? 'https://assets.kayako.com').origin
  return {
    // Third-party: seen on customers' pages. The last is the error reporting of the real one (third-party).
    'script-src': [loader, assets, ...(hosts.loader ? [] : ['https://d2wy8f7a9ursnm.cloudfront.net'])],
    // Third-party, both; the socket opens with the page, not with the first message.
    'connect-src': [api, realtime],
    // Inferred: icons are on the assets host (third-party), pictures of agents on the API's.
    'img-src': [assets, api, 'data:'],
    // Inferred: nobody says whether elements, attributes or both.
    ...(inlineStyles && { 'style-src': ["'unsafe-inline'"] }),
  }
}
