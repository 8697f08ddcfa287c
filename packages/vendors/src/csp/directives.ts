/** Where a directive that is not set is looked up instead: Content Security Policy Level 3, 6.8.3. */
const fallbacks = {
  'child-src': ['default-src'],
  'connect-src': ['default-src'],
  'default-src': [],
  'font-src': ['default-src'],
  'frame-src': ['child-src', 'default-src'],
  'img-src': ['default-src'],
  'manifest-src': ['default-src'],
  'media-src': ['default-src'],
  'object-src': ['default-src'],
  'script-src': ['default-src'],
  'script-src-attr': ['script-src', 'default-src'],
  'script-src-elem': ['script-src', 'default-src'],
  'style-src': ['default-src'],
  'style-src-attr': ['style-src', 'default-src'],
  'style-src-elem': ['style-src', 'default-src'],
  'worker-src': ['child-src', 'script-src', 'default-src'],
} as const

export type CspDirective =
  | keyof typeof fallbacks
  | 'base-uri'
  | 'form-action'
  | 'frame-ancestors'
  | 'report-to'
  | 'report-uri'
  | 'require-trusted-types-for'
  | 'sandbox'
  | 'trusted-types'
  | 'upgrade-insecure-requests'

/** A Content-Security-Policy: what each directive lists, in quotes where the header has quotes. */
export type CspDirectives = { readonly [Name in CspDirective]?: readonly string[] | undefined }

/** What a policy lists for a directive, its own or by fallback; `null` where it restricts nothing. */
export function effective(policy: CspDirectives, name: CspDirective): readonly string[] | null {
  const instead: readonly CspDirective[] = name in fallbacks ? fallbacks[name as keyof typeof fallbacks] : []
  for (const each of [name, ...instead]) if (policy[each]) return policy[each]
  return null
}
