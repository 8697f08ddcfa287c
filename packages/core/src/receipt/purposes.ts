import type { ConsentState } from '@askfirst/core'
import type { ConsentRecord } from '../record.ts'
import type { ReceiptPurpose } from './receipt.ts'

/** The categories that something is in, is asked about, or was answered. */
export function purposesOf(state: ConsentState, record: ConsentRecord): readonly ReceiptPurpose[] {
  const { policy, asked } = state
  const vendors = [...state.vendors.values()]
  const named = new Set([...vendors.map(({ category }) => category), ...asked, ...record.categories.keys()])
  return Array.from(named, (purpose) => {
    const inside = vendors.filter(({ category }) => category === purpose)
    // The rules of another policy are not known here. (`ruleOf` would have to be exported by every first load.)
    const own = policy.id === record.policy ? (policy.rules[purpose] ?? policy.rules['*']) : 'unknown'
    const rule = purpose === 'necessary' ? 'exempt' : own
    const bases = inside.map(({ disclosure }) => disclosure.legalBasis)
    return {
      purpose,
      lawful_basis: bases.length > 0 ? [...new Set(bases)] : [rule === 'opt-in' ? 'consent' : 'unknown'],
      rule,
      pii_information: [...new Set(inside.flatMap(({ disclosure }) => disclosure.data))].map((kind) => ({
        pii_type: kind,
      })),
      recipient_third_parties: inside.map(({ id }) => id),
    }
  })
}
