import type { ReactNode } from 'react'
import { permission, type Answers, type ConsentState } from '@askfirst/core'
import { useConsentState } from '@askfirst/react'

/** What the store says, beside what the visitor sees: the stories read it. */
export function InTheStore(): ReactNode {
  const state = useConsentState((current) => current)
  const vendors = [...state.vendors.values()].slice(0, 4)
  return (
    <aside aria-labelledby="in-the-store" dir="ltr" lang="en">
      <h2 id="in-the-store">In the store</h2>
      <ul>
        {vendors.map(({ id, name }) => (
          <li key={id}>
            {name}: {describe(state, id)}
          </li>
        ))}
        <li>Record: {summary(state)}</li>
      </ul>
    </aside>
  )
}

function describe(state: ConsentState, id: string): string {
  const { allowed, reason } = permission(state, id)
  return `${allowed ? 'allowed' : 'not allowed'} (${reason})`
}

function summary({ record }: ConsentState): string {
  if (!record) return 'none'
  const list = (answers: Answers): string[] => [...answers].map(([name, { decision }]) => `${name} ${decision}`)
  return [...list(record.categories), ...list(record.vendors)].join(', ')
}
