/** The hosts of the one chat that a visitor can allow here. */
const scripts = ['https://acme.kayakocdn.com', 'https://assets.kayako.com', 'https://d2wy8f7a9ursnm.cloudfront.net']
const connections = ['https://acme.kayako.com', 'wss://kre.kayako.net']

/**
 * What a page may load: the site's own files, and the chat that the visitor may allow. `admitted` says which of the
 * scripts in its HTML are the site's: by hash where the page was built once, by nonce where it is made per request.
 */
export function contentSecurityPolicy(admitted: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${[...admitted, ...scripts].join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data: https://assets.kayako.com",
    `connect-src 'self' ${connections.join(' ')}`,
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // `default` is the site's own (instrumentation-client.ts); `stand-in` belongs to the chat that the tests answer.
    'trusted-types askfirst default stand-in',
    "require-trusted-types-for 'script'",
  ].join('; ')
}
