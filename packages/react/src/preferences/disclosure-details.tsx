'use client'

import { useState, type ReactNode } from 'react'
import { canonicalCategory, gateOf, type Evidence, type StoredItem, type Vendor } from '@askfirst/core'
import { useConsentState } from '../hooks/use-consent-state.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english as disclosureEnglish } from '../messages/en-disclosure.ts'
import { english } from '../messages/en-preferences.ts'
import { fill } from '../messages/fill.ts'
import type { Messages } from '../messages/messages.ts'
import { pluralOf } from '../messages/plural.ts'
import { categoryWords } from './category-words.ts'

const knownFeatures: Messages['features'] = english.features

/** Everything a vendor discloses, and who says so. */
export function DisclosureDetails({ vendor }: { readonly vendor: Vendor }): ReactNode {
  const text = useMessages(english)
  const { dataKinds, purposes, policy } = useMessages(disclosureEnglish)
  const locale = useConsentState((state) => state.locale)
  const { operator, country, domains, storage, data, legalBasis, transfers, policyUrl, evidence } = vendor.disclosure
  const gate = useConsentState((state) => gateOf(state, vendor))
  const asked = useConsentState((state) => state.asked)
  const extras = Object.entries(vendor.features ?? {})
    .map(([feature, { category }]) => [feature, canonicalCategory(category)] as const)
    .filter(([, category]) => category !== vendor.category)
  const regions = new Intl.DisplayNames(locale, { type: 'region' })
  const countries = (codes: readonly string[]): string =>
    codes.length > 0 ? codes.map((code) => regions.of(code) ?? code).join(', ') : text.unknown

  function lifeOf({ days }: StoredItem): string {
    if (days === null) return text.unknown
    return days === 0 ? text.thisVisit : fill(pluralOf(text.days, days, locale), { days })
  }

  function extraOf(name: string, category: string): string {
    const feature = text.features[name] ?? knownFeatures[name] ?? name
    const [label] = categoryWords(text, category)
    return asked.includes(category) || category === 'necessary'
      ? fill(text.featureNeeds, { feature, category: label })
      : fill(text.featureOff, { feature })
  }

  return (
    <>
      <dl>
        <dt>{text.operator}</dt>
        <dd>
          {operator} ({countries(country ? [country] : [])})
        </dd>
        <dt>{text.receives}</dt>
        <dd>{data.map((kind) => dataKinds[kind]).join(', ')}</dd>
        <dt>{text.keeps}</dt>
        {storage.map((item) => (
          <dd key={`${item.kind} ${item.name}`}>
            <code>{item.name}</code>
            {item.host && ` (${item.host})`}: {purposes[item.purpose]}, {lifeOf(item)} (
            {text.confidence[item.confidence]})
          </dd>
        ))}
        <dt>{text.contacts}</dt>
        <dd>{domains.join(', ')}</dd>
        <dt>{text.legalBasis}</dt>
        <dd>{typeof gate === 'object' ? gate.always : text.legalBases[legalBasis]}</dd>
        <dt>{text.transfers}</dt>
        <dd>{countries(transfers)}</dd>
        {extras.length > 0 && <dt>{text.extras}</dt>}
        {extras.map(([feature, category]) => (
          <dd key={feature}>{extraOf(feature, category)}</dd>
        ))}
      </dl>
      {policyUrl && (
        <p>
          <a href={policyUrl} target="_blank" rel="noreferrer">
            {fill(policy, { name: vendor.name })}
          </a>
        </p>
      )}
      <Sources load={evidence} />
    </>
  )
}

function Sources({ load }: { readonly load: () => Promise<readonly Evidence[]> }): ReactNode {
  const text = useMessages(english)
  const [evidence, setEvidence] = useState<readonly Evidence[]>([])
  return (
    <details
      onToggle={(event) => {
        if (event.currentTarget.open) load().then(setEvidence, () => undefined)
      }}
    >
      <summary>{text.sources}</summary>
      <ul lang="en" dir="ltr">
        {evidence.map(({ statement, source, date, confidence }) => (
          <li key={statement}>
            {statement} <cite>{source}</cite>, {date} ({text.confidence[confidence]})
          </li>
        ))}
      </ul>
    </details>
  )
}
