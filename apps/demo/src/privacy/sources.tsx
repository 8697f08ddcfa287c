import type { Evidence, Vendor } from '@askfirst/core'
import { useState, type ReactNode } from 'react'
import { confidences } from './disclosure-words.ts'
import { FactTable } from './fact-table.tsx'

const columns = ['About', 'Statement', 'Source', 'Date', 'How sure']

/** Where the facts come from. They are fetched when the visitor opens this. */
export function Sources({ vendor }: { readonly vendor: Vendor }): ReactNode {
  const [evidence, setEvidence] = useState<readonly Evidence[] | 'unread' | 'failed'>('unread')

  function read(): void {
    vendor.disclosure.evidence().then(setEvidence, () => setEvidence('failed'))
  }

  return (
    <details onToggle={(event) => event.currentTarget.open && read()}>
      <summary>Where this comes from</summary>
      {typeof evidence === 'string' ? (
        <p role="status">
          {evidence === 'failed' ? 'The sources did not load. Close this and try again.' : 'Loading…'}
        </p>
      ) : (
        <FactTable caption={`Sources about ${vendor.name}`} columns={columns} rows={rowsOf(evidence)} />
      )}
    </details>
  )
}

function rowsOf(evidence: readonly Evidence[]): ReadonlyMap<string, readonly ReactNode[]> {
  return new Map(
    evidence.map(({ fact, statement, source, date, confidence }) => [
      statement,
      [factName(fact), statement, source, <time key="date">{date}</time>, confidences[confidence]],
    ]),
  )
}

/** `legalBasis` as a visitor reads it: "legal basis". */
const factName = (fact: Evidence['fact']): string => fact.replace(/[A-Z]/, (letter) => ` ${letter.toLowerCase()}`)
