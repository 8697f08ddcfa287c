// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kayako } from '../kayako.ts'
import { kayakoCsp } from './kayako-csp.ts'

const acme = { subdomain: 'acme' }
const hosts = {
  api: 'https://help.acme.test/api/v1',
  loader: 'https://cdn.acme.test/messenger',
  realtime: 'wss://live.acme.test/socket',
  assets: 'https://files.acme.test',
}

describe('kayakoCsp', () => {
  it('is the list of facts 1.4', () => {
    expect(kayakoCsp(acme)).toEqual({
      'script-src': [
        'https://acme.kayakocdn.com',
        'https://assets.kayako.com',
        'https://d2wy8f7a9ursnm.cloudfront.net',
      ],
      'connect-src': ['https://acme.kayako.com', 'wss://kre.kayako.net'],
      'img-src': ['https://assets.kayako.com', 'https://acme.kayako.com', 'data:'],
      'style-src': ["'unsafe-inline'"],
    })
  })

  it('leaves inline styles out when told to', () => {
    expect(kayakoCsp({ ...acme, inlineStyles: false })).not.toHaveProperty('style-src')
  })

  it.each([{}, hosts, { api: hosts.api }, { realtime: hosts.realtime }])(
    'admits the hosts that the adapter discloses, and no other: %j',
    (given) => {
      const disclosed = kayako({ ...acme, hosts: given }).disclosure.domains.map((domain) => domain.split('/')[0])
      const admitted = Object.values(kayakoCsp({ ...acme, hosts: given })).flatMap((sources) => sources ?? [])
      const named = admitted.filter((source) => source.includes('//')).map((source) => new URL(source).host)
      expect(new Set(named)).toEqual(new Set(disclosed))
    },
  )

  it('takes the subdomains that the adapter takes', () => {
    const texts = fc.oneof(fc.stringMatching(/^[a-z\d.-]{0,4}$/), fc.string(), fc.constantFrom('acme', 'a'.repeat(64)))
    const isTaken = (run: () => unknown): boolean => {
      try {
        run()
        return true
      } catch (error) {
        expect((error as Error).message).toMatch(/^Askfirst: .* is no Kayako subdomain, so .+\. Give the "acme" of/s)
        return false
      }
    }
    fc.assert(
      fc.property(texts, (subdomain) => {
        expect(isTaken(() => kayakoCsp({ subdomain }))).toBe(isTaken(() => kayako({ subdomain })))
      }),
      { numRuns: 500 },
    )
  })
})
