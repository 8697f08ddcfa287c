import type { Vendor } from '@askfirst/core'
import type { ReactNode } from 'react'
import { countryName, dataKinds, legalBases } from './disclosure-words.ts'

export function DisclosureFacts({ vendor }: { readonly vendor: Vendor }): ReactNode {
  const { operator, country, domains, data, legalBasis, transfers, policyUrl } = vendor.disclosure
  return (
    <dl className="facts">
      <dt>Operator</dt>
      <dd>{operator}</dd>
      <dt>Country</dt>
      <dd>{country ? countryName(country) : 'not known'}</dd>
      <dt>Category</dt>
      <dd>{vendor.category}</dd>
      <dt>Legal basis</dt>
      <dd>{legalBases[legalBasis]}</dd>
      <dt>Receives</dt>
      <dd>{data.map((kind) => dataKinds[kind]).join(', ')}</dd>
      <dt>Your browser contacts</dt>
      <dd>
        <ul className="plain">
          {domains.map((domain) => (
            <li key={domain}>
              <code>{domain}</code>
            </li>
          ))}
        </ul>
      </dd>
      <dt>Transfers to</dt>
      <dd>{transfers.length > 0 ? transfers.map(countryName).join(', ') : 'not known'}</dd>
      <dt>Privacy policy</dt>
      <dd>{policyUrl ? <a href={policyUrl}>Privacy policy of {vendor.name}</a> : 'not known'}</dd>
    </dl>
  )
}
