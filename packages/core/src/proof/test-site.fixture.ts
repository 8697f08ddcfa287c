import { optIn } from '../policies/opt-in.ts'
import { policies } from '../policies/policies.ts'
import type { Policy } from '../policy.ts'
import { testVendor } from '../test-vendor.fixture.ts'
import type { Vendor } from '../vendor.ts'

/** Every vendor that the site of the model-based tests may have. */
export const pool: readonly Vendor[] = [
  testVendor('chat', 'functional'),
  testVendor('survey', 'functional'),
  testVendor('phone', 'functional', { gate: 'on-request' }),
  testVendor('stats', 'analytics'),
  testVendor('replay', 'analytics'),
  testVendor('counter', 'audience'),
  testVendor('ads', 'marketing'),
  testVendor('partner', 'marketing', { gate: { always: 'contract' } }),
  testVendor('shop', 'necessary'),
]

export const ids: readonly string[] = pool.map(({ id }) => id)

/** Those that the site begins with; the others are added later. */
export const atFirst: readonly string[] = ['chat', 'phone', 'stats', 'partner', 'shop']

/** Every category that can be asked about. `maps` is one of the site's own that has no vendor. */
export const optional: readonly string[] = ['functional', 'analytics', 'marketing', 'audience', 'maps']

/** A page of the site: its vendors, and the categories it asks about although it has no vendor in them. */
export interface Page {
  readonly vendors: readonly Vendor[]
  readonly categories: readonly string[]
  readonly revision: string
}

/** The help page has few of the site's vendors. */
export const onHelpPage: readonly string[] = ['chat', 'phone', 'shop']

/** The categories that a page asks about: those of the site's own, and those with a vendor that asks for consent. */
export const askedOn = ({ vendors, categories }: Page): readonly string[] =>
  optional.filter(
    (name) => categories.includes(name) || vendors.some(({ category, gate }) => category === name && !gate),
  )

/** Some of everything: what the law exempts, what runs until an objection, and short intervals. */
export const mixed: Policy = {
  ...optIn,
  id: 'mixed',
  rules: { '*': 'opt-in', analytics: 'opt-out', audience: 'exempt', maps: 'objection' },
  grantDays: 30,
  denialDays: 90,
  dismissal: 'undecided',
}

/** Opt-in, with closing as no answer and as a no; objection; opt-out; without a banner. */
export const regions: Readonly<Record<string, Policy>> = {
  eea: policies.eea,
  italy: policies.italy,
  uk: policies.uk,
  california: policies.california,
  'notice-only': policies['notice-only'],
  mixed,
}
