import { describe, expect, it } from 'vitest'
import { ruleOf, type Policy, type Rule } from '../policy.ts'
import { optIn } from './opt-in.ts'
import { policies } from './policies.ts'
import { policyOf } from './policy-of.ts'

const all: readonly Policy[] = Object.values(policies)

const standing: Readonly<Record<Rule, number>> = { 'opt-in': 2, 'opt-out': 1, objection: 1, exempt: 0 }

/** In what a policy is looser than another; empty where it is at least as strict in everything. */
function looser(policy: Policy, than: Policy): readonly string[] {
  const named = all.flatMap(({ rules, signal }) => [...Object.keys(rules), ...signal])
  const categories = new Set([...named, ...Object.keys(policy.rules), ...Object.keys(than.rules), 'any-other'])
  const respects: Readonly<Record<string, boolean>> = {
    grantDays: policy.grantDays > than.grantDays,
    denialDays: policy.denialDays < than.denialDays,
    // Closing as a no ends what ran by default, and is not asked about again.
    dismissal: policy.dismissal === 'undecided' && than.dismissal === 'denied',
    banner: !policy.banner && than.banner,
    signal: than.signal.some((category) => !policy.signal.includes(category)),
    rules: [...categories].some((name) => standing[ruleOf(policy, name)] < standing[ruleOf(than, name)]),
  }
  return Object.keys(respects).filter((respect) => respects[respect])
}

describe('the strictest policy', () => {
  it.each(all)('is at least as strict as $id in every respect', (policy) => {
    expect(looser(optIn, policy)).toEqual([])
  })

  it.each<[string, Partial<Policy>]>([
    ['grantDays', { grantDays: optIn.grantDays + 1 }],
    ['denialDays', { denialDays: optIn.denialDays - 1 }],
    ['dismissal', { dismissal: 'undecided' }],
    ['banner', { banner: false }],
    ['signal', { signal: ['marketing'] }],
    ['rules', { rules: { '*': 'opt-out' } }],
    ['rules', { rules: { '*': 'opt-in', appearance: 'objection' } }],
    ['rules', { rules: { '*': 'opt-in', 'a-name-of-the-site': 'exempt' } }],
  ])('would not be, with other %s', (respect, change) => {
    expect(looser({ ...optIn, ...change }, optIn)).toEqual([respect])
  })

  it('is what the store takes for a visitor from nowhere', () => {
    expect(policyOf(null)).toBe(optIn)
    expect(policies['opt-in']).toBe(optIn)
  })
})

describe('a country whose part is not known', () => {
  it.each(['US-CA', 'CA-QC'])('is at least as strict as %s', (part) => {
    expect(looser(policyOf(part.slice(0, 2)), policyOf(part))).toEqual([])
  })
})
