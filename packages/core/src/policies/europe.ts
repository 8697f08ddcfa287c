import type { Policy } from '../policy.ts'

/** The European Economic Area, apart from the countries that have a policy of their own. */
export const eea: Policy = {
  id: 'eea',
  rules: { '*': 'opt-in' },
  grantDays: 181,
  denialDays: 184,
  dismissal: 'undecided',
  banner: true,
  signal: ['analytics', 'marketing'],
  source:
    'ePrivacy Directive 5(3), GDPR 7; EDPB Cookie Banner Taskforce, 17 Jan 2023 [S]. EU law sets no lifetime [I]: ' +
    'a yes lasts six months as with the Irish DPC [M], the shortest asked for; a no at least six months [S/I]. ' +
    'A signal may count as an objection and leaves the banner up [S/I]. As of 2026-11-20.',
}

/**
 * France. Audience measurement that meets the CNIL's conditions (one publisher, anonymous statistics) needs no consent:
 * give it a category of its own with the rule `exempt`; analytics in general do not meet them.
 */
export const france: Policy = {
  id: 'france',
  rules: { '*': 'opt-in' },
  grantDays: 181,
  denialDays: 184,
  dismissal: 'undecided',
  banner: true,
  signal: ['analytics', 'marketing'],
  source:
    'CNIL recommendation 2020-092 and deliberation of 4 Jul 2025 [S]: yes and no are both kept for six months. ' +
    'As of 2026-11-20.',
}

/** Italy: closing the banner is a refusal, and the banner has to say so. */
export const italy: Policy = {
  id: 'italy',
  rules: { '*': 'opt-in' },
  grantDays: 181,
  denialDays: 184,
  dismissal: 'denied',
  banner: true,
  signal: ['analytics', 'marketing'],
  source:
    'Garante guidelines of 10 Jun 2021, binding [S]: the X leaves technical storage only, and nobody is asked again ' +
    'before six months. No number for a yes beyond "six months or more" [S]: the strict one. As of 2026-11-20.',
}

/** Spain. */
export const spain: Policy = {
  id: 'spain',
  rules: { '*': 'opt-in' },
  grantDays: 365,
  denialDays: 366,
  dismissal: 'undecided',
  banner: true,
  signal: ['analytics', 'marketing'],
  source:
    'AEPD guide, in force 11 Jan 2024 [S]: a yes lasts 24 months at most and the selection is retained meanwhile; ' +
    'here a year, as browsers end a cookie after 400 days [T]. No number for a no [S]: at least as long as a yes. ' +
    'As of 2026-11-20.',
}

/**
 * The United Kingdom: statistics (`analytics`) and appearance (a category of the site, `appearance`) run until the
 * visitor objects. That holds for the site's own statistics only: where a vendor uses the data for purposes of its own, as most
 * third-party analytics do, set `analytics` back to `opt-in`.
 */
export const uk: Policy = {
  id: 'uk',
  rules: { '*': 'opt-in', analytics: 'objection', appearance: 'objection' },
  grantDays: 365,
  denialDays: 366,
  dismissal: 'undecided',
  banner: true,
  signal: ['analytics', 'marketing'],
  source:
    'PECR schedule A1 (5) and (6) by the Data (Use and Access) Act 2025, in force 5 Feb 2026; ICO guidance of ' +
    '29 Apr 2026 [S]: both need clear information and a simple way to object, and fail if data goes to third parties ' +
    'for their own purposes. A yes lasts a year [S]; no number for a no [S]: at least as long as a yes. ' +
    'A signal may count as an objection to statistics [S/I]. As of 2026-11-20.',
}

/** Switzerland: the law is mixed, this is its safe reading. */
export const switzerland: Policy = {
  id: 'switzerland',
  rules: { '*': 'opt-in' },
  grantDays: 181,
  denialDays: 366,
  dismissal: 'undecided',
  banner: true,
  signal: ['analytics', 'marketing'],
  source:
    'nFADP, TCA 45c; FDPIC guide of Jan 2025, updated 6 Oct 2025 [S]: information and objection may do for what is ' +
    'ordinary, the safe reading is denied. No numbers and no statute on signals [S]: the strict ones. As of 2026-11-20.',
}
