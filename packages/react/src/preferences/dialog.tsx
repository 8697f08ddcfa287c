'use client'

import { Content, Description, Portal, Root, Title } from '@radix-ui/react-dialog'
import { useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react'
import type { Choices } from '@askfirst/core'
import { createDraft } from '@askfirst/core/draft'
import { keepWording } from '@askfirst/core/receipt'
import { agree } from '../agree.ts'
import { useProvided } from '../context.ts'
import { useConsentState } from '../hooks/use-consent-state.ts'
import { useLang } from '../hooks/use-lang.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-preferences.ts'
import { preferencesTexts } from '../messages/preferences-texts.ts'
import { Answer } from '../gate/answer.tsx'
import { CategoryList } from './category-list.tsx'
import { focusBack } from './focus-back.ts'
import { intoView } from './into-view.ts'
import type { PreferencesProps } from './load.ts'
import { VisitorRecord } from './visitor-record.tsx'
import { signalStanding } from './signal-standing.ts'
import { uncover } from './uncover.ts'

/** The second layer's dialog, mounted once its chunk is here. */
export function PreferencesDialog(props: PreferencesProps): ReactNode {
  const { store } = useProvided()
  const isOpen = useConsentState((state) => state.preferencesOpen)
  /** What is said once the dialog is closed. */
  const [said, setSaid] = useState('')
  return (
    <>
      <p role="status" data-askfirst="visually-hidden">
        {said}
      </p>
      <Root open={isOpen} onOpenChange={store.closePreferences}>
        <Portal>
          {/* Not Radix' overlay: that one locks scrolling with an inline style, which a strict CSP refuses. */}
          <div data-askfirst="overlay" />
          <PreferencesContent {...props} onSay={setSaid} />
        </Portal>
      </Root>
    </>
  )
}

interface PreferencesContentProps extends PreferencesProps {
  readonly onSay: (text: string) => void
}

function PreferencesContent({ onSay, button, ...receipt }: PreferencesContentProps): ReactNode {
  const { store, messages } = useProvided()
  const text = useMessages(english)
  const signal = useConsentState(signalStanding)
  const [opener] = useState(() => document.activeElement)
  const [draft, setDraft] = useState(() => createDraft(store.getState()))
  const [search, setSearch] = useState('')
  const content = useRef<HTMLDivElement>(null)
  const news = useRef('')

  useEffect(() => {
    onSay('')
    // A filter list may hide the dialog; the page behind it must not stay out of reach.
    const frame = requestAnimationFrame(() => {
      if (content.current?.getClientRects().length === 0) store.closePreferences()
    })
    return () => cancelAnimationFrame(frame)
  }, [store, onSay])

  function closeWith(said: string): void {
    news.current = said
    store.closePreferences()
  }

  /** Settles everything, or what is ticked. */
  function press(event: MouseEvent, everything?: Choices): void {
    const choices = everything ?? draft.getState()
    const saysYes = Object.values(choices).some((ticks) => ticks === true || Object.values(ticks).some(Boolean))
    // A no counts, whoever or whatever pressed it.
    agree(store, saysYes ? event : { isTrusted: true }, 'preferences', (surface) => {
      store.savePreferences(choices, surface)
      void keepWording(store, 'preferences', preferencesTexts(messages))
      closeWith(text.saved)
    })
  }

  return (
    <Content
      ref={content}
      {...useLang('preferencesText')}
      data-askfirst="preferences"
      onEscapeKeyDown={(event) => {
        // In the search it undoes the search first, as it does in any search field.
        if (search && (event.target as Element).matches('[type="search"]')) {
          event.preventDefault()
          setSearch('')
        }
      }}
      // From its end to its beginning Radix moves the focus without scrolling there.
      onFocus={({ target }) => intoView(target)}
      onOpenAutoFocus={(event) => {
        event.preventDefault()
        content.current?.focus()
      }}
      onCloseAutoFocus={(event) => {
        event.preventDefault()
        focusBack(opener)
        // Whose choices are forgotten is asked again.
        if (news.current && news.current !== text.saved) uncover(opener)
        // Not before: a screen reader breaks off what it says when the focus moves.
        onSay(news.current)
      }}
    >
      <div data-askfirst="preferences-head">
        <Title data-askfirst="preferences-title">{text.preferencesTitle}</Title>
        <button type="button" data-askfirst="close" aria-label={text.close} onClick={store.closePreferences}>
          ×
        </button>
      </div>
      <Description>{text.preferencesText}</Description>
      {signal && <p data-askfirst="signal">{signal === 'honoured' ? text.signalHonoured : text.signalOverruled}</p>}
      <CategoryList draft={draft} search={search} onSearch={setSearch} />
      <VisitorRecord {...receipt} onChange={() => setDraft(createDraft(store.getState()))} onForgotten={closeWith} />
      <div data-askfirst="actions">
        <Answer name="reject" render={button} onPress={(event) => press(event, { all: false })}>
          {text.allowNone}
        </Answer>
        <Answer name="accept" render={button} onPress={(event) => press(event, { all: true })}>
          {text.allowAll}
        </Answer>
        <Answer name="save" render={button} onPress={(event) => press(event)}>
          {text.save}
        </Answer>
      </div>
    </Content>
  )
}
