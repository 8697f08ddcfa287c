import { csp, kayakoCsp } from '@askfirst/vendors/csp'

/** Which of the scripts in a page's HTML are the site's: by hash where it was built once, by nonce where it is made per request. */
type OwnScripts =
  | { readonly hashes: readonly string[]; readonly nonce?: undefined }
  | { readonly nonce: string; readonly hashes?: undefined }

/** What a page may load: the site's own files, and the chat that the visitor may allow. */
export function contentSecurityPolicy({ hashes, nonce }: OwnScripts): string {
  return csp([chat], {
    site: {
      'default-src': ["'none'"],
      'script-src': ["'self'", ...(hashes ?? ["'strict-dynamic'"])],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'connect-src': ["'self'"],
      'frame-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
    nonce,
    // `default` is the site's own (instrumentation-client.ts); `stand-in` belongs to the chat that the tests answer.
    trustedTypes: ['default', 'stand-in'],
  }).header
}

/** The stand-in needs no inline styles; a real messenger is inferred to. */
const chat = kayakoCsp({ subdomain: 'acme', inlineStyles: false })
