'use client'

import { useEffect, useId, useState, type ReactNode } from 'react'
import { serializeRecord, type ConsentRecord } from '@askfirst/core'
import { bugReport } from './bug-report.ts'
import { adoptSheet } from './sheet.ts'
import { Simulations } from './simulations.tsx'
import { useFacts } from './use-facts.ts'
import { VendorDetails } from './vendor-details.tsx'

/** The button in the corner, and the panel that it opens. In English only: no visitor meets it. */
export function DevtoolsPanel(): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  useEffect(() => adoptSheet(), [])

  return (
    <div data-askfirst-devtools="" lang="en" dir="ltr">
      {isOpen && <Content id={id} />}
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        Askfirst
      </button>
    </div>
  )
}

function Content({ id }: { readonly id: string }): ReactNode {
  const { state, vendors } = useFacts()
  const [copied, setCopied] = useState('')

  function copy(): void {
    const report = bugReport(state, vendors, navigator.userAgent)
    const done = navigator.clipboard?.writeText(report) ?? Promise.reject(new Error('There is no clipboard'))
    done.then(
      () => setCopied('Copied.'),
      // Without a secure page there is no clipboard: it can still be selected by hand.
      () => setCopied(report),
    )
  }

  return (
    <section id={id} aria-label="Askfirst devtools">
      <button type="button" onClick={copy}>
        Copy as a bug report
      </button>
      <pre role="status">{copied}</pre>
      <h2>Record</h2>
      <pre>{state.record ? decoded(state.record) : state.inDoubt ? 'none that can be read' : 'none'}</pre>
      <h2>Vendors</h2>
      {vendors.map((facts) => (
        <VendorDetails key={facts.vendor.id} {...facts} />
      ))}
      <h2>Play another visitor</h2>
      <Simulations vendors={vendors} />
    </section>
  )
}

/** One field a line, as the cookie has them. */
const decoded = (record: ConsentRecord): string => decodeURIComponent(serializeRecord(record)).replaceAll('&', '\n')
