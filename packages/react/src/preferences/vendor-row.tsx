'use client'

import { memo, useState, type ReactNode } from 'react'
import { gateOf, permission, type Vendor } from '@askfirst/core'
import type { Draft } from '@askfirst/core/draft'
import { useConsentState } from '../hooks/use-consent-state.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-preferences.ts'
import { fill } from '../messages/fill.ts'
import { DisclosureDetails } from './disclosure-details.tsx'
import { useDraft } from './use-draft.ts'

interface VendorRowProps {
  readonly vendor: Vendor
  readonly draft: Draft
}

/** One vendor: its own checkbox, or why it has none, and what it discloses. */
export const VendorRow = memo(({ vendor, draft }: VendorRowProps): ReactNode => {
  const text = useMessages(english)
  const gate = useConsentState((state) => gateOf(state, vendor))
  const isThisTime = useConsentState((state) => permission(state, vendor.id).reason === 'session')
  const [isOpen, setOpen] = useState(false)
  const isFixed = vendor.category === 'necessary' || gate !== 'consent'
  return (
    <li data-askfirst="vendor" data-vendor={vendor.id}>
      <div data-askfirst="row">
        {isFixed ? <span>{vendor.name}</span> : <VendorCheckbox vendor={vendor} draft={draft} />}
        <span data-askfirst="fact">
          {typeof gate === 'object'
            ? gate.always
            : isThisTime
              ? text.onlyThisTime
              : gate === 'on-request' && text.onRequest}
        </span>
      </div>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{fill(text.details, { name: vendor.name })}</summary>
        {isOpen && <DisclosureDetails vendor={vendor} />}
      </details>
    </li>
  )
})

function VendorCheckbox({ vendor, draft }: VendorRowProps): ReactNode {
  const isTicked = useDraft(draft, () => draft.isTicked(vendor.id))
  return (
    <label>
      <input
        type="checkbox"
        checked={isTicked}
        onChange={(event) => draft.tickVendor(vendor.id, event.target.checked)}
      />
      {vendor.name}
    </label>
  )
}
