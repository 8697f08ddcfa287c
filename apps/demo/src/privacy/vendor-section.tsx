import { useConsent, useVendor, type VendorId } from '@askfirst/react'
import { useId, type ReactNode } from 'react'
import { DisclosureFacts } from './disclosure-facts.tsx'
import { reasons } from './permission-words.ts'
import { Removal } from './removal.tsx'
import { Sources } from './sources.tsx'
import { StoredItems } from './stored-items.tsx'

/** All there is to say about one vendor: whether it is allowed and why, what it does, and how to end it. */
export function VendorSection({ id }: { readonly id: VendorId }): ReactNode {
  const { vendor, permission, status, report } = useVendor(id)
  const { withdrawVendor } = useConsent()
  const heading = useId()
  const { allowed, reason } = permission
  return (
    <section aria-labelledby={heading} className="vendor">
      <h2 id={heading}>{vendor.name}</h2>
      <div className="box">
        <p role="status">
          <strong>{allowed ? 'Allowed now.' : 'Not allowed now.'}</strong> {reasons[reason]}
        </p>
        <p>
          {/* Stays in place when there is nothing to withdraw, so that the focus stays with it. */}
          <button
            type="button"
            className="button"
            aria-disabled={!allowed}
            onClick={() => allowed && withdrawVendor(id, 'api')}
          >
            Withdraw {vendor.name}
          </button>
        </p>
        <Removal status={status} report={report} />
      </div>
      <DisclosureFacts vendor={vendor} />
      <StoredItems vendor={vendor} />
      <Sources vendor={vendor} />
    </section>
  )
}
