'use client'

import { useMemo, type ReactNode } from 'react'
import type { ConsentRecord, Policy } from '@askfirst/core'
import { storedIn } from '@askfirst/core/receipt'
import { useProvided } from '../context.ts'
import { useConsentState } from '../hooks/use-consent-state.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-record.ts'
import { fill } from '../messages/fill.ts'
import type { Messages } from '../messages/messages.ts'

const known: Messages['recordPolicies'] = english.recordPolicies

/** No calendar has a later time, and a record may have any. */
const lastDay = 8.64e15

/** What is stored now, in plain words. */
export function RecordFacts(): ReactNode {
  const text = useMessages(english)
  const record = useConsentState((state) => state.record)
  const inDoubt = useConsentState((state) => state.inDoubt)
  const names = useConsentState(({ visit, vendors }) =>
    Array.from(visit.keys(), (id) => vendors.get(id)?.name ?? id).join(', '),
  )
  return (
    <>
      {record ? <Facts record={record} /> : <p>{inDoubt ? text.recordUnreadable : text.recordNone}</p>}
      {names && <p>{fill(text.recordVisit, { names })}</p>}
    </>
  )
}

function Facts({ record }: { readonly record: ConsentRecord }): ReactNode {
  const { store } = useProvided()
  const text = useMessages(english)
  const locale = useConsentState((state) => state.locale)
  const policy = useConsentState((state) => state.policy)
  const places = useMemo(() => (record === store.getState().record ? storedIn(store) : []), [store, record])
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' })
  const { ends, hasNo } = spanOf(record, policy)
  const decidedAt: string | undefined = text.recordDecidedAt[record.surface] // any text, in a record written by hand
  return (
    <dl>
      <dt>{text.recordDecided}</dt>
      <dd>{fill(decidedAt ?? '{time}', { time: time.format(Math.min(record.time, lastDay)) })}</dd>
      {ends && (
        <>
          <dt>{text.recordAllowed}</dt>
          <dd>{day.formatRange(...ends)}</dd>
        </>
      )}
      {hasNo && (
        <>
          <dt>{text.recordOff}</dt>
          <dd>{text.recordUntilChanged}</dd>
        </>
      )}
      <dt>{text.recordPolicy}</dt>
      <dd>{text.recordPolicies[record.policy] ?? known[record.policy] ?? record.policy}</dd>
      {places.length > 0 && (
        <>
          <dt>{text.recordKept}</dt>
          {places.map(({ kind, name }) => (
            <dd key={`${kind} ${name}`}>
              <code>{name}</code>
            </dd>
          ))}
        </>
      )}
      <dt>{text.recordId}</dt>
      <dd>
        <code>{record.id}</code>
      </dd>
    </dl>
  )
}

/** When the first and the last yes end, if there is one, and whether there is a no. */
function spanOf(
  { categories, vendors }: ConsentRecord,
  { grantDays }: Policy,
): { readonly ends: [first: number, last: number] | null; readonly hasNo: boolean } {
  const answers = [...categories.values(), ...vendors.values()]
  const times = answers
    .filter(({ decision, time }) => decision === 'granted' && time > 0)
    .map(({ time }) => Math.min(time + grantDays * 86_400_000, lastDay))
  return {
    ends: times.length > 0 ? [Math.min(...times), Math.max(...times)] : null,
    hasNo: answers.some(({ decision }) => decision === 'denied'),
  }
}
