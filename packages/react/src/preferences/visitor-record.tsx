'use client'

import { useState, type ReactNode } from 'react'
import { useLazy } from '../hooks/use-lazy.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-record.ts'
import { english as triggerEnglish } from '../messages/en-trigger.ts'
import type { VisitorRecordProps } from './opened-record.tsx'

const load = () => import('./opened-record.tsx').then((chunk) => chunk.OpenedRecord)

/** What is stored about the visitor's choices, to be read, downloaded, brought back and forgotten. */
export function VisitorRecord(props: VisitorRecordProps): ReactNode {
  const { recordTitle } = useMessages(english)
  const { preferencesFailed } = useMessages(triggerEnglish)
  const [isOpen, setOpen] = useState(false)
  const Opened = useLazy(load, isOpen)
  return (
    <details data-askfirst="record" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{recordTitle}</summary>
      {isOpen && (Opened ? <Opened {...props} /> : Opened === false && <p role="alert">{preferencesFailed}</p>)}
    </details>
  )
}
