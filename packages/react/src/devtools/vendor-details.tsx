import type { ReactNode } from 'react'
import type { VendorFacts } from './vendor-facts.ts'

/** One vendor: its permission in the summary, what it did below. */
export function VendorDetails(facts: VendorFacts): ReactNode {
  const { vendor, allowed, reason, status } = facts
  return (
    <details>
      <summary>
        {vendor.name}: {allowed ? 'allowed' : 'not allowed'} ({reason}), {status}
      </summary>
      <dl>
        <dt>Requested</dt>
        <dd>{listed(facts.requested)}</dd>
        <dt>Here now</dt>
        <dd>{listed(facts.present)}</dd>
        <dt>Removed last</dt>
        <dd>{listed(facts.removed)}</dd>
        <dt>Remaining after that</dt>
        <dd>{listed(facts.remaining)}</dd>
      </dl>
    </details>
  )
}

const listed = (items: readonly string[]): string => items.join(', ') || 'nothing'
