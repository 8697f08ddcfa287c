'use client'

import { Close, Content, Description, Portal, Root, Title } from '@radix-ui/react-dialog'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { createDraft } from '@askfirst/core/draft'
import { useProvided } from '../context.ts'
import { useConsentState } from '../hooks/use-consent-state.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-preferences.ts'
import { CategoryList } from './category-list.tsx'
import { focusBack } from './focus-back.ts'
import { signalStanding } from './signal-standing.ts'

/** The second layer's dialog, mounted once its chunk is here. */
export function PreferencesDialog(): ReactNode {
  const { store } = useProvided()
  const { saved } = useMessages(english)
  const isOpen = useConsentState((state) => state.preferencesOpen)
  const [hasSaved, setSaved] = useState(false)
  return (
    <>
      <p role="status" data-askfirst="announcement">
        {hasSaved && !isOpen ? saved : ''}
      </p>
      <Root open={isOpen} onOpenChange={(open) => open || store.closePreferences()}>
        <Portal>
          {/* Not Radix' overlay: that one locks scrolling with an inline style, which a strict CSP refuses. */}
          <div data-askfirst="overlay" />
          <PreferencesContent onSaved={() => setSaved(true)} />
        </Portal>
      </Root>
    </>
  )
}

function PreferencesContent({ onSaved }: { readonly onSaved: () => void }): ReactNode {
  const { store } = useProvided()
  const text = useMessages(english)
  const locale = useConsentState((state) => state.locale)
  const signal = useConsentState(signalStanding)
  const [opener] = useState(() => document.activeElement)
  const [draft] = useState(() => createDraft(store.getState()))
  const content = useRef<HTMLDivElement>(null)
  const title = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    // A filter list may hide the dialog; the page behind it must not stay out of reach.
    const frame = requestAnimationFrame(() => {
      if (content.current?.getClientRects().length === 0) store.closePreferences()
    })
    return () => cancelAnimationFrame(frame)
  }, [store])

  function settle(decide: () => void): () => void {
    return () => {
      decide()
      onSaved()
      store.closePreferences()
    }
  }

  return (
    <Content
      ref={content}
      lang={locale}
      data-askfirst="preferences"
      onOpenAutoFocus={(event) => {
        event.preventDefault()
        title.current?.focus()
      }}
      onCloseAutoFocus={(event) => {
        event.preventDefault()
        focusBack(opener)
      }}
    >
      <div data-askfirst="preferences-head">
        <Title ref={title} tabIndex={-1} data-askfirst="preferences-title">
          {text.preferencesTitle}
        </Title>
        <Close data-askfirst="close" aria-label={text.close}>
          <span aria-hidden="true">×</span>
        </Close>
      </div>
      <Description>{text.preferencesText}</Description>
      {signal && <p data-askfirst="signal">{signal === 'honoured' ? text.signalHonoured : text.signalOverruled}</p>}
      <CategoryList draft={draft} />
      <div data-askfirst="actions">
        <button type="button" data-askfirst="reject" onClick={settle(() => store.rejectAll('preferences'))}>
          {text.allowNone}
        </button>
        <button type="button" data-askfirst="accept" onClick={settle(() => store.acceptAll('preferences'))}>
          {text.allowAll}
        </button>
        <button
          type="button"
          data-askfirst="save"
          onClick={settle(() => store.savePreferences(draft.getState(), 'preferences'))}
        >
          {text.save}
        </button>
      </div>
    </Content>
  )
}
