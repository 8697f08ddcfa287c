import type { Policy } from '../policy.ts'

/**
 * For regions where informing is enough: nothing asks, and the visitor can refuse through the trigger. The notice is the
 * site's own text. No region has this policy unless the site says so.
 */
export const noticeOnly: Policy = {
  id: 'notice-only',
  rules: { '*': 'opt-out' },
  grantDays: 181,
  denialDays: 366,
  dismissal: 'undecided',
  banner: false,
  signal: ['analytics', 'marketing'],
  source:
    'Practice in Australia [S], Japan and parts of Canada [M]. No numbers and no statute on signals: the strict ones. ' +
    'As of 2026-11-20.',
}
