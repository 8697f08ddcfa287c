import { describe, expect, it } from 'vitest'
import { policies } from './policies.ts'
import { ruleOf, type Policy } from './policy.ts'

const all: readonly (readonly [string, Policy])[] = Object.entries(policies)

describe('policies', () => {
  it.each(all)('%s goes by its id', (id, policy) => {
    expect(policy.id).toBe(id)
  })

  it.each(all)('%s lets a refusal last at least as long as a grant', (_, { grantDays, denialDays }) => {
    expect(denialDays).toBeGreaterThanOrEqual(grantDays)
  })

  it.each(all)('%s keeps within the life of a cookie', (_, { grantDays, denialDays }) => {
    expect(Math.max(grantDays, denialDays)).toBeLessThanOrEqual(400)
  })

  it('opt-in asks for everything, also for categories that nobody has thought of', () => {
    for (const category of ['functional', 'analytics', 'marketing', 'maps']) {
      expect(ruleOf(policies['opt-in'], category)).toBe('opt-in')
    }
  })
})

describe('ruleOf', () => {
  it('takes the rule of the category, else the one for all others', () => {
    const policy: Policy = { ...policies['opt-in'], rules: { '*': 'opt-in', analytics: 'objection' } }
    expect(ruleOf(policy, 'analytics')).toBe('objection')
    expect(ruleOf(policy, 'marketing')).toBe('opt-in')
  })
})
