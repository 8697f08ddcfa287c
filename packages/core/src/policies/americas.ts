import type { Policy } from '../policy.ts'

/**
 * California: everything runs until the visitor opts out. A signal opts out of sale, sharing and targeted ads; that is
 * `marketing`, and `analytics` too, because a third party that may use what it measures has been sold it. Where a
 * contract makes your analytics vendor a service provider, take `analytics` off the list. Visitors known to be under 16,
 * and sensitive data, need an opt-in: give them the default policy.
 */
export const california: Policy = {
  id: 'california',
  rules: { '*': 'opt-out' },
  grantDays: 181,
  denialDays: 366,
  dismissal: 'undecided',
  banner: true,
  signal: ['analytics', 'marketing'],
  source:
    'CCPA regulations as of 1 Jan 2026, 7004, 7025, 7026 [V]: notice and link; a signal is an opt-out of sale and ' +
    'sharing. Civ. Code 1798.135: nobody is asked to opt back in before 12 months [S]; closing is no consent [S]. ' +
    'Analytics by third parties are taken for a sale [I]. No number for a yes: the strict one. As of 2026-11-20.',
}

/** The other United States, whether they have a duty to honour signals or not: the same as California. */
export const us: Policy = {
  id: 'us',
  rules: { '*': 'opt-out' },
  grantDays: 181,
  denialDays: 366,
  dismissal: 'undecided',
  banner: true,
  signal: ['analytics', 'marketing'],
  source:
    'State privacy laws as of Jun 2026 [S]: 12 states must honour a signal, public tables disagree on which and since ' +
    'when [U], so it is honoured in all [I]. 12 months before asking again, as in California [S]. Notice and link are ' +
    'for the signal states [S], here for all. No number for a yes: the strict one. As of 2026-11-20.',
}

/** Quebec: what identifies, locates or profiles is off until the visitor turns it on. */
export const quebec: Policy = {
  id: 'quebec',
  rules: { '*': 'opt-in' },
  grantDays: 181,
  denialDays: 366,
  dismissal: 'undecided',
  banner: true,
  signal: ['analytics', 'marketing'],
  source:
    'Law 25, section 8.1, since 22 Sep 2023 [S]. No statute on signals: treated as a refusal [S]. ' +
    'No numbers: the strict ones. As of 2026-11-20.',
}

/** Brazil: what is not necessary asks first, in the visitor's language. */
export const brazil: Policy = {
  id: 'brazil',
  rules: { '*': 'opt-in' },
  grantDays: 181,
  denialDays: 366,
  dismissal: 'undecided',
  banner: true,
  signal: ['analytics', 'marketing'],
  source:
    'LGPD; ANPD guide of 18 Oct 2022 [S]: first layer with accept, reject and manage. No numbers and no statute on ' +
    'signals [S]: the strict ones. As of 2026-11-20.',
}
