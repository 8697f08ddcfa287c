/** What the shop's pages may load: their own files, and the chats that the visitor may allow. Nothing is inline. */
export function contentSecurityPolicy(kayakoSubdomain: string): string {
  const scripts = [
    `https://${kayakoSubdomain}.kayakocdn.com`,
    'https://assets.kayako.com',
    'https://d2wy8f7a9ursnm.cloudfront.net',
    'https://cdn.kustomerapp.com',
  ]
  const connections = [
    `https://${kayakoSubdomain}.kayako.com`,
    'wss://kre.kayako.net',
    'https://*.api.kustomerapp.com',
    'https://*.pndsn.com',
    'wss://*.pndsn.com',
  ]
  return [
    "default-src 'none'",
    `script-src 'self' ${scripts.join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data: https://assets.kayako.com https://cdn.kustomerapp.com",
    `connect-src 'self' ${connections.join(' ')}`,
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    // A chat whose loader adds scripts of its own needs a policy of its own: this one is the stand-ins'.
    'trusted-types askfirst stand-in',
    "require-trusted-types-for 'script'",
  ].join('; ')
}
