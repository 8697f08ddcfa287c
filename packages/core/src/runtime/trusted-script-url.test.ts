import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addressMatcher } from './address.ts'
import { trustedScriptUrl } from './trusted-script-url.ts'

const isKayakos = addressMatcher(['acme.kayako.com'])
const isKustomers = addressMatcher(['cdn.kustomerapp.com'])

interface Rules {
  readonly createScriptURL: (url: string) => string
}

/** Trusted Types as an enforcing page has them: every name can be used once, and the result is no string. */
function fakeTrustedTypes() {
  const policies = new Map<string, Rules>()
  return {
    policies,
    createPolicy: vi.fn<(name: string, rules: Rules) => Rules>((name, rules) => {
      if (policies.has(name)) throw new TypeError(`Policy "${name}" already exists`)
      policies.set(name, rules)
      return {
        createScriptURL: (url) => Object(`trusted ${rules.createScriptURL(url)}`) as string,
      }
    }),
  }
}

let page: Window & { trustedTypes?: ReturnType<typeof fakeTrustedTypes> }

beforeEach(() => {
  page = Object.create(null) as typeof page // every test has a page of its own
})

afterEach(() => {
  vi.restoreAllMocks()
})

describe('trustedScriptUrl without Trusted Types', () => {
  it('gives the address of the vendor as it is', () => {
    expect(trustedScriptUrl(page, 'https://acme.kayako.com/m.js', isKayakos)).toBe('https://acme.kayako.com/m.js')
  })

  it.each([
    'https://evil.example/m.js',
    'data:acme.kayako.com/,alert(1)',
    'data:text/javascript,alert(1)',
    '/m.js',
    '',
  ])('throws for %j', (url) => {
    expect(() => trustedScriptUrl(page, url, isKayakos)).toThrow(TypeError)
  })
})

describe('trustedScriptUrl with Trusted Types', () => {
  it('gives what the one policy, named askfirst, has approved', () => {
    page.trustedTypes = fakeTrustedTypes()
    const approved = trustedScriptUrl(page, 'https://acme.kayako.com/m.js', isKayakos)
    expect(typeof approved).toBe('object')
    expect(approved).toEqual(Object('trusted https://acme.kayako.com/m.js'))
    expect([...page.trustedTypes.policies.keys()]).toEqual(['askfirst'])
  })

  it.each(['https://evil.example/m.js', 'data:acme.kayako.com/,alert(1)', 'javascript:alert(1)', ''])(
    'refuses %j',
    (url) => {
      page.trustedTypes = fakeTrustedTypes()
      expect(() => trustedScriptUrl(page, url, isKayakos)).toThrow(TypeError)
    },
  )

  it('makes the policy once, for every vendor and load', () => {
    page.trustedTypes = fakeTrustedTypes()
    trustedScriptUrl(page, 'https://acme.kayako.com/m.js', isKayakos)
    trustedScriptUrl(page, 'https://cdn.kustomerapp.com/w.js', isKustomers)
    trustedScriptUrl(page, 'https://acme.kayako.com/m.js', isKayakos)
    expect(page.trustedTypes.createPolicy).toHaveBeenCalledTimes(1)
  })

  it('makes the policy once, also when the page holds the library twice', async () => {
    page.trustedTypes = fakeTrustedTypes()
    trustedScriptUrl(page, 'https://acme.kayako.com/m.js', isKayakos)
    vi.resetModules()
    const second = await import('./trusted-script-url.ts')
    expect(second.trustedScriptUrl).not.toBe(trustedScriptUrl)
    const approved = second.trustedScriptUrl(page, 'https://cdn.kustomerapp.com/w.js', isKustomers)
    expect(approved).toEqual(Object('trusted https://cdn.kustomerapp.com/w.js'))
  })

  it('does not accept the address of another vendor', () => {
    page.trustedTypes = fakeTrustedTypes()
    trustedScriptUrl(page, 'https://acme.kayako.com/m.js', isKayakos)
    expect(() => trustedScriptUrl(page, 'https://acme.kayako.com/m.js', isKustomers)).toThrow(TypeError)
  })

  it('accepts nothing between two loads: the policy itself knows only the hosts of vendors', () => {
    page.trustedTypes = fakeTrustedTypes()
    trustedScriptUrl(page, 'https://acme.kayako.com/m.js', isKayakos)
    const rules = page.trustedTypes.policies.get('askfirst')
    expect(() => rules?.createScriptURL('https://evil.example/m.js')).toThrow(TypeError)
  })
})
