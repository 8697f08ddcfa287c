import type { Policy } from '../policy.ts'

/**
 * For a visitor whose region is not known, and the default: at least as strict as every other policy in every respect.
 * A yes lasts six months (CNIL 2020-092, Garante 2021, DPC [S/M]), a no a year (California [S]), and closing is a no
 * (Italy [S]); a privacy signal takes back an older yes [I]. As of 2026-11-20.
 *
 * Six months are 181 to 184 days, a year 365 or 366: a yes gets the fewest, a no the most.
 */
export const optIn: Policy = {
  id: 'opt-in',
  rules: { '*': 'opt-in' },
  grantDays: 181,
  denialDays: 366,
  dismissal: 'denied',
  banner: true,
  signal: ['analytics', 'marketing'],
  // No `source`: this is in every store, and visitors would download it.
}
