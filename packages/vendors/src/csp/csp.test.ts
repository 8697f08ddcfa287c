// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csp } from './csp.ts'
import type { CspDirectives } from './directives.ts'
import { kayakoCsp } from './kayako-csp.ts'
import { kustomerCsp } from './kustomer-csp.ts'

const chats = [kayakoCsp({ subdomain: 'acme' }), kustomerCsp({ apiKey: 'unreadable' })]

/** How browsers look a directive up, written down once more: the text of Content Security Policy Level 3, 6.8.3. */
const lookups: Readonly<Record<string, readonly string[]>> = {
  connect: ['connect-src', 'default-src'],
  frame: ['frame-src', 'child-src', 'default-src'],
  image: ['img-src', 'default-src'],
  script: ['script-src-elem', 'script-src', 'default-src'],
  style: ['style-src-elem', 'style-src', 'default-src'],
  'style attribute': ['style-src-attr', 'style-src', 'default-src'],
  worker: ['worker-src', 'child-src', 'script-src', 'default-src'],
}

const parsed = (header: string): Map<string, readonly string[]> =>
  new Map(
    header
      .split('; ')
      .filter(Boolean)
      .map((line) => [line.split(' ')[0] ?? '', line.split(' ').slice(1)]),
  )

/** Whether a policy lets the source pass; `missing` is what it says of a thing that it does not speak of. */
function permits(policy: ReadonlyMap<string, readonly string[]>, thing: string, source: string, missing: boolean) {
  const name = lookups[thing]?.find((each) => policy.has(each))
  return name ? (policy.get(name) ?? []).includes(source) : missing
}

const sources = ["'self'", 'https://a.test', 'https://b.test', 'wss://a.test', 'data:']
const names = [...new Set(Object.values(lookups).flat())]
const anyList = fc.oneof(fc.constant(["'none'"]), fc.subarray(sources))
const policies = fc
  .uniqueArray(fc.constantFrom(...names), { maxLength: 4 })
  .chain((chosen) => fc.tuple(...chosen.map((name) => fc.tuple(fc.constant(name), anyList))))
  .map((entries): CspDirectives => Object.fromEntries(entries))
const mapOf = (policy: CspDirectives) => new Map(Object.entries(policy) as [string, readonly string[]][])

describe('csp', () => {
  it('permits what the site permits and what the vendors need, and nothing else', () => {
    const seen = { yes: 0, no: 0 }
    fc.assert(
      fc.property(policies, fc.array(policies, { maxLength: 3 }), (site, vendors) => {
        const merged = parsed(csp(vendors, { site }).header)
        const cases = Object.keys(lookups).flatMap((thing) => sources.map((source) => [thing, source] as const))
        const wrong = cases.filter(([thing, source]) => {
          const isMeant =
            permits(mapOf(site), thing, source, true) ||
            vendors.some((vendor) => permits(mapOf(vendor), thing, source, false))
          seen[isMeant ? 'yes' : 'no']++
          return permits(merged, thing, source, true) !== isMeant
        })
        expect(wrong).toEqual([])
        const lists = [...merged.values()]
        expect(
          lists.filter((values) => new Set(values).size < values.length),
          'values given twice',
        ).toEqual([])
        expect(lists.filter((values) => values.length > 1 && values.includes("'none'"))).toEqual([])
      }),
      { numRuns: 2000 },
    )
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(1000)
  })

  it('writes a header for a site that says nothing of itself', () => {
    expect(csp(chats).header.split('; ')).toEqual([
      "default-src 'self'",
      "script-src 'self' https://acme.kayakocdn.com https://assets.kayako.com https://d2wy8f7a9ursnm.cloudfront.net https://cdn.kustomerapp.com",
      "connect-src 'self' https://acme.kayako.com wss://kre.kayako.net https://*.kustomerapp.com https://*.pndsn.com wss://*.pndsn.com",
      "img-src 'self' https://assets.kayako.com https://acme.kayako.com data: https://cdn.kustomerapp.com https://*.kustomerapp.com blob:",
      "style-src 'self' 'unsafe-inline'",
      "frame-src 'self'",
    ])
  })

  it('says the same as a map and as a header', () => {
    const { directives, header } = csp(chats, { nonce: 'abc', trustedTypes: true })
    expect(parsed(header)).toEqual(mapOf(directives))
  })

  it('puts the nonce where scripts are admitted, and nowhere else', () => {
    const site: CspDirectives = {
      'default-src': ["'none'"],
      'script-src': ["'strict-dynamic'"],
      'style-src': ["'self'"],
    }
    expect(csp([], { site, nonce: 'cmFuZG9t' }).header).toBe(
      "default-src 'none'; script-src 'strict-dynamic' 'nonce-cmFuZG9t'; style-src 'self'",
    )
  })

  it('leaves scripts alone on a site that does not restrict them', () => {
    expect(csp(chats, { site: { 'object-src': ["'none'"] }, nonce: 'cmFuZG9t' }).header).toBe("object-src 'none'")
  })

  it('requires Trusted Types when told to, with our policy and those of the site', () => {
    const header = (trustedTypes: boolean | string[], site?: CspDirectives) => csp([], { trustedTypes, site }).header
    expect(header(true)).toBe("default-src 'self'; require-trusted-types-for 'script'; trusted-types askfirst")
    expect(header(['default'])).toMatch(/; trusted-types default askfirst$/)
    expect(header(false)).toBe("default-src 'self'")
    expect(header(false, { 'require-trusted-types-for': ["'script'"] }), 'any name is allowed there').toBe(
      "require-trusted-types-for 'script'",
    )
    expect(header(false, { 'trusted-types': ["'none'"] }), 'names are restricted there').toBe('trusted-types askfirst')
    expect(header(['more'], { 'trusted-types': ['ours', "'allow-duplicates'"] })).toContain(
      "trusted-types ours 'allow-duplicates' more askfirst",
    )
  })

  it('keeps directives that have no sources', () => {
    expect(csp(chats, { site: { 'upgrade-insecure-requests': [] } }).header).toBe('upgrade-insecure-requests')
  })

  it.each(['https://a.test; script-src *', 'https://a.test https://b.test', 'https://a.test,', '', "'self'\n"])(
    'refuses %j as a source: it could end the directive',
    (source) => {
      expect(() => csp([{ 'img-src': [source] }])).toThrow(
        /^Askfirst: .* is no single value of img-src, so .+\. Give each source/s,
      )
    },
  )

  it.each(['', "abc'", 'a b', 'a;b', 'a==='])('refuses the nonce %j, and does not repeat it', (nonce) => {
    expect(() => csp([], { nonce })).toThrow(
      'Askfirst: the nonce for csp is no base64 text, so browsers would ignore it and refuse your scripts. Give random',
    )
  })
})
