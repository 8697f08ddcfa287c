'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { createReceipt, eraseRecord, importReceipt } from '@askfirst/core/receipt'
import { useProvided } from '../context.ts'
import { useConsentState } from '../hooks/use-consent-state.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-record.ts'
import { fill } from '../messages/fill.ts'
import { download } from './download.ts'
import type { PreferencesProps } from './load.ts'
import { RecordFacts } from './record-facts.tsx'

export interface VisitorRecordProps extends PreferencesProps {
  /** Called when what is stored has changed, while the dialog stays open. */
  readonly onChange: () => void
  /** Takes what is to be said once everything is forgotten. */
  readonly onForgotten: (news: string) => void
}

/** More than any receipt has: another file is not even read. */
const largest = 10_000_000

/** Fetched once it is wanted: few visitors read it. */
export function OpenedRecord({ onChange, onForgotten, ...options }: VisitorRecordProps): ReactNode {
  const { store } = useProvided()
  const text = useMessages(english)
  const locale = useConsentState((state) => state.locale)
  const hasRecord = useConsentState(({ record }) => record !== null)
  const isStored = useConsentState(({ record, visit, inDoubt }) => record !== null || visit.size > 0 || inDoubt)
  const [said, setSaid] = useState('')
  /** What is stored could not be removed, although it is forgotten here. */
  const [isStuck, setStuck] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  const status = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (said) status.current?.scrollIntoView({ block: 'nearest' })
  }, [said])

  function saveCopy(): void {
    const name = `choices-${location.hostname}-${new Date().toISOString().slice(0, 10)}.json`
    download(name, JSON.stringify(createReceipt(store, options), null, 2))
    setSaid(fill(text.recordDownloaded, { name }))
  }

  async function bringBack(input: HTMLInputElement): Promise<void> {
    const [copy] = input.files ?? []
    if (!copy) return
    setSaid('') // so that the same news twice is announced twice
    const content = copy.size > largest ? '' : await copy.text().catch(() => '')
    input.value = '' // else the same file could not be chosen again
    if (!importReceipt(store, content)) return setSaid(text.recordNotImported)
    setStuck(false)
    onChange()
    const { time = 0 } = store.getState().record ?? {}
    const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(time)
    setSaid(fill(text.recordImported, { date }))
  }

  function forget(): void {
    if (eraseRecord(store)) return onForgotten(text.recordForgotten)
    setStuck(true)
    onChange()
    setSaid(text.recordNotForgotten)
  }

  return (
    <>
      {!isStuck && <RecordFacts />}
      <p data-askfirst="record-links">
        {hasRecord && (
          <button type="button" data-askfirst="link" onClick={saveCopy}>
            {text.recordDownload}
          </button>
        )}
        <button type="button" data-askfirst="link" onClick={() => file.current?.click()}>
          {text.recordImport}
        </button>
        <input
          ref={file}
          type="file"
          accept=".json,.txt"
          hidden
          aria-label={text.recordImport}
          onChange={(event) => void bringBack(event.currentTarget)}
        />
        {(isStored || isStuck) && (
          <button type="button" data-askfirst="link" onClick={forget}>
            {text.recordForget}
          </button>
        )}
      </p>
      {isStored && (
        <p>
          <span data-askfirst="fact">{text.recordForgetText}</span>
        </p>
      )}
      <p ref={status} role="status" data-askfirst="record-status">
        {said}
      </p>
    </>
  )
}
