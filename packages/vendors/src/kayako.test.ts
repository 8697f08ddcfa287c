import { describe, expect, it } from 'vitest'
import { kayako } from './kayako.ts'

describe('kayako', () => {
  it.each(['', ' ', 'acme.kayako.com', 'https://acme', 'acme/', '-acme', 'acme-', 'a'.repeat(64), 'acmé', 'a b'])(
    'throws for the subdomain %j, and says what to give',
    (subdomain) => {
      expect(() => kayako({ subdomain })).toThrow(/^Askfirst: .* is no Kayako subdomain, so .+\. Give the "acme" of/)
    },
  )

  it('discloses every host it contacts, for the account it is given', () => {
    expect(kayako({ subdomain: 'acme' }).disclosure.domains).toEqual([
      'acme.kayakocdn.com/messenger',
      'acme.kayako.com/api/v1',
      'assets.kayako.com',
      'kre.kayako.net/socket',
      'd2wy8f7a9ursnm.cloudfront.net',
    ])
  })

  it('discloses the hosts that replace them, and no others', () => {
    const origin = 'http://shop.test/stand-in'
    const hosts = { api: `${origin}/api`, loader: `${origin}/messenger`, assets: origin, realtime: `${origin}/socket` }
    const { domains } = kayako({ subdomain: 'acme', hosts }).disclosure
    expect(domains.every((domain) => domain.startsWith('shop.test/stand-in'))).toBe(true)
  })

  it('asks by default, in the functional category, and takes what the site sets', () => {
    expect(kayako({ subdomain: 'acme' })).toMatchObject({ id: 'kayako', kind: 'chat', category: 'functional' })
    expect(kayako({ subdomain: 'acme' }).gate).toBeUndefined()
    const set = kayako({ subdomain: 'acme', gate: 'on-request', load: 'click', policyUrl: 'https://acme.test/privacy' })
    expect(set).toMatchObject({
      gate: 'on-request',
      load: 'click',
      disclosure: { policyUrl: 'https://acme.test/privacy' },
    })
  })

  it('has a source, a date and a confidence for every fact it discloses', async () => {
    const { disclosure } = kayako({ subdomain: 'acme' })
    const evidence = await disclosure.evidence()
    for (const fact of Object.keys(disclosure).filter((name) => name !== 'evidence')) {
      expect(evidence.map((entry) => entry.fact)).toContain(fact)
    }
    for (const { source, date } of evidence) {
      expect(source).not.toBe('')
      expect(date).toMatch(/^20\d\d-\d\d$/)
    }
  })
})
