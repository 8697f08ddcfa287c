import { describe, expect, it } from 'vitest'
import guide from '../../../../docs/policies.md?raw'
import { ruleOf, type Policy } from '../policy.ts'
import * as exported from './index.ts'
import { policies } from './policies.ts'

const all: readonly (readonly [string, Policy])[] = Object.entries(policies)

const denied = ['opt-in', 'opt-in', 'opt-in', 'opt-in'] as const
const running = ['opt-out', 'opt-out', 'opt-out', 'opt-out'] as const

/** What the facts say (matrix 2.3, sections 1.5 and 1.6), for functional, analytics, marketing and appearance. */
const expected = {
  'opt-in': { rules: denied, grantDays: [0, 181], denialDays: [366, 400], dismissal: 'denied', banner: true },
  eea: { rules: denied, grantDays: [0, 365], denialDays: [184, 400], dismissal: 'undecided', banner: true },
  france: { rules: denied, grantDays: [0, 184], denialDays: [184, 400], dismissal: 'undecided', banner: true },
  italy: { rules: denied, grantDays: [0, 184], denialDays: [184, 400], dismissal: 'denied', banner: true },
  spain: { rules: denied, grantDays: [0, 730], denialDays: [184, 400], dismissal: 'undecided', banner: true },
  uk: {
    rules: ['opt-in', 'objection', 'opt-in', 'objection'],
    grantDays: [0, 365],
    denialDays: [184, 400],
    dismissal: 'undecided',
    banner: true,
  },
  switzerland: { rules: denied, grantDays: [0, 181], denialDays: [366, 400], dismissal: 'undecided', banner: true },
  california: { rules: running, grantDays: [0, 181], denialDays: [366, 400], dismissal: 'undecided', banner: true },
  us: { rules: running, grantDays: [0, 181], denialDays: [366, 400], dismissal: 'undecided', banner: true },
  quebec: { rules: denied, grantDays: [0, 181], denialDays: [366, 400], dismissal: 'undecided', banner: true },
  brazil: { rules: denied, grantDays: [0, 181], denialDays: [366, 400], dismissal: 'undecided', banner: true },
  'notice-only': { rules: running, grantDays: [0, 181], denialDays: [366, 400], dismissal: 'undecided', banner: false },
} as const satisfies Record<keyof typeof policies, unknown>

describe('policies', () => {
  it.each(Object.entries(expected))('%s says what the facts say', (id, facts) => {
    const policy: Policy = policies[id as keyof typeof policies]
    const rules = ['functional', 'analytics', 'marketing', 'appearance'].map((name) => ruleOf(policy, name))
    const { dismissal, banner, grantDays, denialDays } = policy
    expect({ rules, dismissal, banner }).toEqual({
      rules: facts.rules,
      dismissal: facts.dismissal,
      banner: facts.banner,
    })
    expect(grantDays).toBeGreaterThan(facts.grantDays[0])
    expect(grantDays).toBeLessThanOrEqual(facts.grantDays[1])
    expect(denialDays).toBeGreaterThanOrEqual(facts.denialDays[0])
    expect(denialDays).toBeLessThanOrEqual(facts.denialDays[1])
  })

  it.each(all)('%s goes by its id, which a record can hold', (id, policy) => {
    expect(policy.id).toBe(id)
    expect(id).toMatch(/^[\w-]{1,64}$/)
  })

  it.each(all)('%s lets a refusal last at least as long as a grant', (_, { grantDays, denialDays }) => {
    expect(denialDays).toBeGreaterThanOrEqual(grantDays)
  })

  it.each(all)('%s keeps within the life of a cookie', (_, { grantDays, denialDays }) => {
    expect(Math.max(grantDays, denialDays)).toBeLessThanOrEqual(400)
  })

  it.each(all)(
    '%s lets a privacy signal turn off analytics and marketing, and nothing that was asked for',
    (_, policy) => {
      expect(policy.signal).toEqual(['analytics', 'marketing'])
    },
  )

  // The strictest is in every visitor's download; its source is a comment.
  it.each(all.filter(([id]) => id !== 'opt-in'))('%s names its source, how sure it is, and its date', (_, policy) => {
    expect(policy.source).toMatch(/\[[VSTMIU](?:\/[VSTMIU])*\]/)
    expect(policy.source).toMatch(/As of 20\d\d-\d\d-\d\d\.$/)
  })

  it('holds every policy that can be imported', () => {
    const importable = Object.values(exported).filter(
      (value): value is Policy => typeof value === 'object' && 'rules' in value,
    )
    expect(new Set(importable)).toEqual(new Set(Object.values(policies)))
    expect(importable).toHaveLength(all.length)
  })
})

describe('the table in docs/policies.md', () => {
  const rows = [...guide.matchAll(/^\| `([\w-]+)` *\|(.+)\|$/gm)].map(([, id = '', cells = '']) => {
    const [, , grantDays, denialDays, closing, banner] = cells.split('|').map((cell) => cell.trim())
    return [id, { grantDays, denialDays, closing, banner }] as const
  })

  it('has a row for each policy', () => {
    expect(rows.map(([id]) => id)).toEqual(Object.keys(policies))
  })

  it.each(rows)('says of %s what it is', (id, row) => {
    const policy: Policy = policies[id as keyof typeof policies]
    expect(row).toEqual({
      grantDays: `${policy.grantDays}`,
      denialDays: `${policy.denialDays}`,
      closing: policy.dismissal === 'denied' ? 'a no' : 'no answer',
      banner: policy.banner ? 'yes' : 'no',
    })
  })
})

describe('months in days', () => {
  const days = (from: Date, months: number): number => {
    const to = new Date(from)
    to.setUTCMonth(from.getUTCMonth() + months)
    return (to.getTime() - from.getTime()) / 86_400_000
  }
  const starts = Array.from({ length: 4 * 365 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day))).filter(
    (start) => start.getUTCDate() <= 28,
  )

  it.each([
    [6, 181, 184],
    [12, 365, 366],
  ])('%d months are %d days at the fewest and %d at the most', (months, fewest, most) => {
    const lengths = starts.map((start) => days(start, months))
    expect(Math.min(...lengths)).toBe(fewest)
    expect(Math.max(...lengths)).toBe(most)
  })
})

describe('ruleOf', () => {
  it('takes the rule of the category, else the one for all others', () => {
    expect(ruleOf(policies.uk, 'analytics')).toBe('objection')
    expect(ruleOf(policies.uk, 'marketing')).toBe('opt-in')
    expect(ruleOf(policies.california, 'maps')).toBe('opt-out')
  })
})
