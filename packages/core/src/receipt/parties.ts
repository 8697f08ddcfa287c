import { gateOf, type ConsentState, type Vendor } from '@askfirst/core'
import type { StoredItem } from '../disclosure.ts'
import type { ConsentRecord } from '../record.ts'
import type { ReceiptController, ReceiptParty } from './receipt.ts'
import { visitor } from './said.ts'

const nobody = { party_name: 'unknown', party_address: 'unknown', party_contact: 'unknown' } as const

/** The site, the visitor, and every vendor that the page has or the record names. */
export function partiesOf(
  state: ConsentState,
  record: ConsentRecord,
  { name = 'unknown', address = 'unknown', contact = 'unknown', url }: ReceiptController,
): readonly ReceiptParty[] {
  const elsewhere = new Set([...record.vendors.keys(), ...record.disclosed].filter((id) => !state.vendors.has(id)))
  return [
    {
      party_id: 'controller',
      party_type: 'pii controller',
      party_name: name,
      party_address: address,
      party_contact: contact,
      ...(url && { party_url: url }),
    },
    { party_id: visitor, party_type: 'pii principal', ...nobody },
    ...Array.from(state.vendors.values(), (vendor) => recipient(state, vendor)),
    ...Array.from(elsewhere, (id): ReceiptParty => ({ party_id: id, party_type: 'recipient third party', ...nobody })),
  ]
}

function recipient(state: ConsentState, vendor: Vendor): ReceiptParty {
  const { operator, country, domains, storage, data, legalBasis, transfers, policyUrl } = vendor.disclosure
  const places = new Set([...(country ? [country] : []), ...transfers])
  return {
    party_id: vendor.id,
    party_type: 'recipient third party',
    party_name: operator,
    party_address: 'unknown',
    party_contact: 'unknown',
    ...(policyUrl && { party_url: policyUrl }),
    service: vendor.name,
    purpose: vendor.category,
    lawful_basis: legalBasis,
    gate: gateOf(state, vendor),
    processing_locations: places.size > 0 ? [...places] : 'unknown',
    domains,
    pii_information: data.map((kind) => ({ pii_type: kind })),
    storage_locations: storage.map(({ kind, name, purpose, confidence, ...item }) => ({
      kind,
      name,
      retention_period: lifeOf(item),
      purpose,
      confidence,
    })),
  }
}

function lifeOf({ days }: Pick<StoredItem, 'days'>): string {
  if (days === null) return 'unknown'
  return days === 0 ? 'end of the visit' : `P${days}D`
}
