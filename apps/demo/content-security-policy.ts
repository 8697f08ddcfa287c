// By path, as in vite.config.ts.
import { kustomerChatKey } from '../../packages/testing/src/chat-key.ts'
import { csp, frameCsp, kayakoCsp, kustomerCsp } from '../../packages/vendors/src/csp/index.ts'
import type { CspDirectives } from '../../packages/vendors/src/csp/index.ts'
import { youtube } from '../../packages/vendors/src/youtube.ts'

/** What the shop's own pages load: files of theirs. Nothing is inline. */
export const ownPolicy: CspDirectives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'frame-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
}

/** A chat whose loader adds scripts of its own needs a policy for their addresses: this one is the stand-ins'. */
export const trustedTypes: readonly string[] = ['stand-in']

/** The shop's policy, with both chats and the films that a visitor may allow. The stand-ins need no inline styles. */
export function contentSecurityPolicy(subdomain = 'acme', apiKey = kustomerChatKey()): string {
  const chats = [kayakoCsp({ subdomain, inlineStyles: false }), kustomerCsp({ apiKey, inlineStyles: false })]
  return csp([...chats, frameCsp(youtube())], { site: ownPolicy, trustedTypes }).header
}
