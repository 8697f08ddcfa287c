import type { Policy } from './policy.ts'

/** The strictest, and the default: nothing optional before a yes; a yes and a no both last six months (CNIL 2020-092). */
export const optIn = {
  id: 'opt-in',
  rules: { '*': 'opt-in' },
  grantDays: 182,
  denialDays: 182,
  dismissal: 'undecided',
  banner: true,
  signal: ['analytics', 'marketing'],
} as const satisfies Policy

/** The policies that come with the library, by id. */
export const policies = { 'opt-in': optIn } as const satisfies Record<string, Policy>
