import type { Permission } from '@askfirst/core'

/** Why a vendor is allowed or not, said to the visitor. */
export const reasons: Readonly<Record<Permission['reason'], string>> = {
  necessary: 'This site does not work without it.',
  asserted: 'This site relies on another ground than your consent.',
  'vendor-granted': 'You allowed it.',
  session: 'You allowed it for this visit only.',
  'category-granted': 'You allowed the category it is in.',
  'policy-default': 'It is allowed until you object.',
  'vendor-denied': 'You refused it.',
  'category-denied': 'You refused the category it is in.',
  signal: 'Your browser asks not to be tracked, and that counts here.',
  'not-disclosed': 'It came after you decided, so your yes does not cover it.',
  undecided: 'You have not decided about it.',
  expired: 'You allowed it so long ago that it no longer counts.',
  unknown: 'This site does not have it.',
}
