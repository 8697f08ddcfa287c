import { apiOf } from '../kustomer-host.ts'
import type { KustomerOptions } from '../kustomer.ts'
import type { CspDirectives } from './directives.ts'

export interface KustomerCspOptions extends Pick<KustomerOptions, 'apiKey' | 'hosts'> {
  /** Permits inline styles, which the real widget is inferred to need. @default true */
  readonly inlineStyles?: boolean | undefined
}

/**
 * What Kustomer Chat needs of a Content-Security-Policy. Its documentation has a page about it (verified), whose list
 * we have not seen; this one is derived (inferred).
 */
export function kustomerCsp({ apiKey, hosts = {}, inlineStyles = true }: KustomerCspOptions): CspDirectives {
  const script = new URL(hosts.script ?? 'https://cdn.kustomerapp.com').origin
  // Third-party for the US; the host of the EU pod is inferred. Any of the vendor's where the key cannot be read.
  const known = hosts.api ?? apiOf(apiKey)
  const api = known ? new URL(known).origin : 'https://*.kustomerapp.com'
  const isReal = !hosts.script
  return {
    // Verified.
    'script-src': [script],
    // PubNub carries the messages of the vendor's mobile SDKs (verified); that the web does the same is inferred.
    'connect-src': [api, ...(isReal ? ['https://*.pndsn.com', 'wss://*.pndsn.com'] : [])],
    // Inferred: the widget's frame is of the page's own origin.
    'frame-src': ["'self'"],
    // Inferred: the widget's own pictures, those of agents and brands, and what visitors attach.
    'img-src': [script, ...(isReal ? ['https://*.kustomerapp.com'] : []), 'data:', 'blob:'],
    // Inferred: nobody says whether elements, attributes or both.
    ...(inlineStyles && { 'style-src': ["'unsafe-inline'"] }),
  }
}
