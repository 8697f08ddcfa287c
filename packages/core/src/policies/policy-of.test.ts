// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../any-text.fixture.ts'
import type { Policy } from '../policy.ts'
import { california, noticeOnly, optIn, policies, uk, us } from './index.ts'
import { eeaCountries, policyOf } from './policy-of.ts'

/** All there is besides these is not known. */
const own = { BR: 'brazil', CH: 'switzerland', ES: 'spain', FR: 'france', GB: 'uk', IT: 'italy', US: 'us' } as const

describe('policyOf', () => {
  it.each(Object.entries(own))('%s has the policy %s', (country, id) => {
    expect(policyOf(country).id).toBe(id)
  })

  it.each([
    ['US-CA', 'california'],
    ['CA-QC', 'quebec'],
    ['US-NY', 'us'],
    ['FR-IDF', 'france'],
    ['GB-SCT', 'uk'],
    ['DE-BY', 'eea'],
    ['CA-ON', 'opt-in'],
    ['AU-NSW', 'opt-in'],
  ])('%s, a part of a country, has the policy %s', (region, id) => {
    expect(policyOf(region).id).toBe(id)
  })

  it('knows the thirty countries of the European Economic Area', () => {
    expect(new Set(eeaCountries).size).toBe(30)
    expect(eeaCountries.filter((country) => policyOf(country).id === 'eea')).toHaveLength(27)
    expect(eeaCountries.filter((country) => policyOf(country).id !== 'eea')).toEqual(['ES', 'FR', 'IT'])
    expect(eeaCountries).not.toContain('GB')
    expect(eeaCountries).not.toContain('CH')
  })

  it('takes any case', () => {
    for (const region of ['us-ca', 'Us-cA', 'US-CA']) expect(policyOf(region)).toBe(california)
    expect(policyOf('gb')).toBe(uk)
  })

  it.each([null, undefined, '', 'X', 'XX', 'ZZ', 'T1', 'EU', 'AU', 'CA', 'USA', 'US-', 'US-CALI', 'US_CA', 'USCA'])(
    '%j is nowhere',
    (region) => {
      expect(policyOf(region)).toBe(optIn)
    },
  )

  it.each([' US', 'US ', 'US\n', 'US,DE', '*', 'constructor', '__proto__', 'toString', 'u\u017f', '\u017f\u0131'])(
    '%j is no region',
    (region) => {
      expect(policyOf(region)).toBe(optIn)
    },
  )

  it('gives a known policy for every text, and the strictest for text that names no known region', () => {
    const text = fc.oneof(
      anyText({ maxLength: 8 }),
      fc.string({ maxLength: 8 }),
      fc.stringMatching(/^[A-Za-z]{1,3}(-[A-Za-z0-9]{0,4})?$/),
    )
    const known = new Set([...Object.keys(own), ...eeaCountries])
    const presets = new Set<Policy>(Object.values(policies))
    fc.assert(
      fc.property(text, (region) => {
        const policy = policyOf(region)
        expect(presets.has(policy)).toBe(true)
        const [, country = ''] =
          /^([A-Z]{2})(?:-[A-Z\d]{1,3})?$/.exec(region.replace(/[a-z]/g, (c) => c.toUpperCase())) ?? []
        const isKnown = known.has(country) || /^ca-qc$/i.test(region)
        expect(policy === optIn).toBe(!isKnown)
      }),
      { numRuns: 1_000 },
    )
  })

  it('gives a part of a country what the country has, unless it has a policy of its own', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z]{2}$/), fc.stringMatching(/^[A-Za-z\d]{1,3}$/), (country, part) => {
        const region = `${country}-${part}`
        fc.pre(!/^(?:us-ca|ca-qc)$/i.test(region))
        expect(policyOf(region)).toBe(policyOf(country))
      }),
      { numRuns: 500 },
    )
  })
})

describe('policyOf with policies of the site', () => {
  const mine = { ...optIn, id: 'mine' }

  it('takes them for their regions, in any case, and for no others', () => {
    expect(policyOf('AU', { AU: noticeOnly })).toBe(noticeOnly)
    expect(policyOf('au', { Au: noticeOnly })).toBe(noticeOnly)
    expect(policyOf('NZ', { AU: noticeOnly })).toBe(optIn)
    expect(policyOf('DE', { DE: mine })).toBe(mine)
    expect(policyOf('AT', { DE: mine })).toBe(policies.eea)
  })

  it('takes one for a country also for its parts', () => {
    expect(policyOf('AU-NSW', { AU: noticeOnly })).toBe(noticeOnly)
    expect(policyOf('US-NY', { US: mine })).toBe(mine)
  })

  it('lets the narrower region win, ours or the site’s', () => {
    expect(policyOf('US-CA', { US: mine })).toBe(california)
    expect(policyOf('US-CA', { US: mine, 'US-CA': us })).toBe(us)
    expect(policyOf('CA-QC', { CA: noticeOnly })).toBe(policies.quebec)
    expect(policyOf('CA-ON', { CA: noticeOnly })).toBe(noticeOnly)
  })

  it('has none for a visitor from nowhere', () => {
    for (const region of [null, '', 'XX', 'constructor']) {
      expect(policyOf(region, { XX: noticeOnly, '': noticeOnly, NULL: noticeOnly, '*': noticeOnly })).toBe(optIn)
    }
  })

  it('changes nothing that it was given', () => {
    const table = Object.freeze({ AU: noticeOnly })
    expect(policyOf('AU', table)).toBe(noticeOnly)
    expect(table).toEqual({ AU: noticeOnly })
  })
})
