import { describe, expect, it } from 'vitest'
import { kustomer } from './kustomer.ts'

/** A chat key as the vendor makes them: its payload names organisation and pod. */
const keyOf = (payload: unknown): string => `e30.${btoa(JSON.stringify(payload)).replaceAll('=', '')}.`

describe('kustomer', () => {
  it('throws without a key, and says where it is found', () => {
    expect(() => kustomer({ apiKey: '' })).toThrow(/^Askfirst: kustomer needs an apiKey, so .+\. Give the chat key/)
  })

  it('discloses the API host that the key names', () => {
    const { domains } = kustomer({ apiKey: keyOf({ orgName: 'acme', pod: 'prod1' }) }).disclosure
    expect(domains).toEqual(['cdn.kustomerapp.com', '*.pndsn.com', 'acme.api.kustomerapp.com'])
  })

  it('knows the pod of the European Union by the key', () => {
    const { domains } = kustomer({ apiKey: keyOf({ orgName: 'acme', pod: 'prod2' }) }).disclosure
    expect(domains).toContain('acme.api.prod2.kustomerapp.com')
  })

  it.each(['no-key', 'a.b.c', keyOf({}), keyOf({ orgName: 'evil.example/' }), keyOf(null)])(
    'discloses any host of the vendor where the key %j cannot be read',
    (apiKey) => {
      expect(kustomer({ apiKey }).disclosure.domains).toContain('*.kustomerapp.com')
    },
  )

  it('says what it can only emulate', () => {
    expect(kustomer({ apiKey: keyOf({ orgName: 'acme' }) }).capabilities).toMatchObject({
      open: 'native',
      hide: 'emulated',
      visibility: 'emulated',
    })
  })

  it('has to appear once it is ready, unless it has no launcher that could', () => {
    const apiKey = keyOf({ orgName: 'acme' })
    expect(kustomer({ apiKey }).traces.appears).toBe(true)
    expect(kustomer({ apiKey, start: { hideChatIcon: true } }).traces.appears).toBe(false)
  })

  it('has a source, a date and a confidence for every fact it discloses', async () => {
    const { disclosure } = kustomer({ apiKey: keyOf({ orgName: 'acme' }) })
    const facts = (await disclosure.evidence()).map((entry) => entry.fact)
    // Its seat is the operator's, and needs no source of its own.
    const disclosed = Object.keys(disclosure).filter((name) => name !== 'evidence' && name !== 'country')
    for (const fact of disclosed) expect(facts).toContain(fact)
  })
})
