import { effective, type CspDirective, type CspDirectives } from './directives.ts'
import { mistake } from './mistake.ts'

export interface CspOptions {
  /** The site's own policy. What it leaves open stays open. @default `{ 'default-src': ["'self'"] }` */
  readonly site?: CspDirectives | undefined
  /** Admits the scripts that carry it; a new one for each response. @default none */
  readonly nonce?: string | undefined
  /** Requires Trusted Types for scripts: `true`, or the names of policies beside Askfirst's. @default false */
  readonly trustedTypes?: boolean | readonly string[] | undefined
}

export interface Csp {
  readonly directives: CspDirectives
  /** The value of a `Content-Security-Policy` header. */
  readonly header: string
}

/** Merges what vendors need into a site's policy: it permits what the site permits and what they need, and nothing else. */
export function csp(
  vendors: readonly CspDirectives[],
  { site = { 'default-src': ["'self'"] }, nonce, trustedTypes = false }: CspOptions = {},
): Csp {
  const own = trustedTypes ? { ...site, ...requireTypes(site, trustedTypes === true ? [] : trustedTypes) } : site
  const ours: CspDirectives = {
    'trusted-types': ['askfirst'],
    ...(nonce !== undefined && { 'script-src': [`'nonce-${checkNonce(nonce)}'`] }),
  }
  const directives = merge(own, [...vendors, ours])
  const lines = Object.entries(directives).map(([name, values]) => [name, ...values].join(' '))
  return { directives, header: lines.join('; ') }
}

function requireTypes(site: CspDirectives, names: readonly string[]): CspDirectives {
  return {
    'require-trusted-types-for': ["'script'"],
    'trusted-types': [...(site['trusted-types'] ?? []), ...names],
  }
}

function merge(site: CspDirectives, added: readonly CspDirectives[]): Readonly<Record<string, readonly string[]>> {
  const names = new Set([site, ...added].flatMap((policy) => Object.keys(policy) as CspDirective[]))
  // Workers alone have two directives to fall back to, of which the site may restrict only the second.
  if (names.has('child-src')) names.add('worker-src')
  const merged: Record<string, readonly string[]> = {}
  for (const name of names) {
    const base = effective(site, name)
    // A directive where the site has none would forbid what it permits today.
    if (!base) continue
    const all = [...base, ...added.flatMap((policy) => effective(policy, name) ?? [])]
    merged[name] = union(all.map((value) => checkValue(name, value)))
  }
  return merged
}

/** Each value once; `'none'` only where it is alone, because a browser ignores it beside others. */
function union(values: readonly string[]): readonly string[] {
  const some = new Set(values.filter((value) => value !== "'none'"))
  return some.size > 0 || values.length === 0 ? [...some] : ["'none'"]
}

function checkValue(name: string, value: string): string {
  if (/^[^\s;,]+$/.test(value)) return value
  throw mistake(
    `"${value}" is no single value of ${name}`,
    'so the browser would read another policy than you wrote',
    'Give each source as a string of its own, without spaces, "," and ";"',
  )
}

function checkNonce(nonce: string): string {
  if (/^[\w+/-]+={0,2}$/.test(nonce)) return nonce
  throw mistake(
    'the nonce for csp is no base64 text',
    'so browsers would ignore it and refuse your scripts',
    'Give random bytes as base64, or crypto.randomUUID()',
  )
}
