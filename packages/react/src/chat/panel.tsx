'use client'

import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { gateOf } from '@askfirst/core'
import { keepWording } from '@askfirst/core/receipt'
import type { VendorController } from '@askfirst/core/runtime'
import { useProvided } from '../context.ts'
import { useConsentState } from '../hooks/use-consent-state.ts'
import { useLang } from '../hooks/use-lang.ts'
import { useMessages } from '../hooks/use-messages.ts'
import type { VendorView } from '../hooks/use-vendor.ts'
import { english as disclosureEnglish } from '../messages/en-disclosure.ts'
import { english } from '../messages/en-chat.ts'
import { english as triggerEnglish } from '../messages/en-trigger.ts'
import { fill } from '../messages/fill.ts'
import { gateTexts } from '../messages/gate-texts.ts'
import { Remains } from './remains.tsx'
import { useBackOnline } from './use-back-online.ts'

export interface ChatPanelProps extends VendorView {
  readonly controller: VendorController
  /** True while the visitor is asked. */
  readonly asks: boolean
  readonly fallback: ReactNode
  /** Closes the question, and gives the focus back to the button if asked to. */
  readonly onClose: (returnFocus: boolean) => void
}

/** Everything the gated chat says besides its button: the question, progress, failure, and what a removal left. */
export function ChatPanel(props: ChatPanelProps): ReactNode {
  const { asks, status, wanted, vendor, report } = props
  const { chatRemoving, chatRemoved, chatLoading } = useMessages(english)
  const isStarting = wanted && status !== 'ready' && status !== 'failed'
  const isNews = useNews(report)
  const hasRetriedRef = useRef(false)
  const said =
    status === 'removing'
      ? fill(chatRemoving, vendor as never)
      : isStarting
        ? chatLoading
        : isNews && report?.remaining.length === 0 && !asks
          ? fill(chatRemoved, { name: vendor.name })
          : ''
  return (
    <>
      <p
        {...useLang('chatRemoved')}
        role="status"
        data-askfirst="chat-status"
        data-hidden={!said || isStarting || undefined}
      >
        {said}
      </p>
      {isStarting && <Starting {...props} />}
      {status === 'failed' && wanted && <Failed {...props} hasRetriedRef={hasRetriedRef} />}
      {asks && <Question {...props} />}
      {!asks && report && report.remaining.length > 0 && <Remains name={vendor.name} report={report} />}
    </>
  )
}

/** True for ten seconds after something new: a message that stays would be furniture. */
function useNews(news: unknown): boolean {
  const [old, setOld] = useState(news)
  useEffect(() => {
    const timer = setTimeout(() => setOld(news), 10_000)
    return () => clearTimeout(timer)
  }, [news])
  return news !== old
}

/** Moves the focus to a panel when it appears in place of what the visitor had pressed. */
function useFocusOnAppearing(): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus()
  }, [])
  return panel
}

function Question({ vendor, controller, fallback, onClose }: ChatPanelProps): ReactNode {
  const { store, messages } = useProvided()
  const id = useId()
  const panel = useFocusOnAppearing()
  const onRequest = useConsentState((state) => gateOf(state, vendor) === 'on-request')
  const text = useMessages(english)
  const { dataKinds, purposes, policy } = useMessages(disclosureEnglish)
  const { preferences } = useMessages(triggerEnglish)
  const locale = useConsentState((state) => state.locale)
  const { disclosure, name } = vendor
  const list = (items: readonly string[]): string => new Intl.ListFormat(locale).format(new Set(items))

  function allow(onlyThisTime: boolean): void {
    store.grantVendor(vendor.id, { onlyThisTime }, 'gate')
    void keepWording(store, 'gate', gateTexts(messages))
    controller.open()
    onClose(false)
  }

  function onKeyDown({ key }: KeyboardEvent): void {
    if (key === 'Escape') onClose(true)
  }

  return (
    <div
      {...useLang('chatTitle')}
      ref={panel}
      role="dialog"
      aria-labelledby={id}
      tabIndex={-1}
      data-askfirst="panel"
      onKeyDown={onKeyDown}
    >
      <h2 id={id} data-askfirst="panel-title">
        {text.chatTitle}
      </h2>
      <p>{fill(text.chatProvider, { name, operator: disclosure.operator })}</p>
      <p>{fill(text.chatSends, { data: list(disclosure.data.map((kind) => dataKinds[kind])) })}</p>
      <p>{fill(text.chatStores, { stored: list(disclosure.storage.map(({ purpose }) => purposes[purpose])) })}</p>
      <p>{text.chatWithdraw}</p>
      <p data-askfirst="panel-links">
        <button type="button" data-askfirst="link" aria-haspopup="dialog" onClick={store.openPreferences}>
          {preferences}
        </button>
        {disclosure.policyUrl && (
          <a href={disclosure.policyUrl} target="_blank" rel="noreferrer">
            {fill(policy, { name })}
          </a>
        )}
      </p>
      <Fallback label={text.chatOther}>{fallback}</Fallback>
      <div data-askfirst="actions">
        <button type="button" data-askfirst="not-now" onClick={() => onClose(true)}>
          {text.chatNotNow}
        </button>
        {!onRequest && (
          <button type="button" data-askfirst="allow" onClick={() => allow(false)}>
            {text.chatAllow}
          </button>
        )}
        <button type="button" data-askfirst={onRequest ? 'allow' : 'once'} onClick={() => allow(true)}>
          {text.chatOnce}
        </button>
      </div>
    </div>
  )
}

function Fallback({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <p data-askfirst="fallback">
      {label}: {children}
    </p>
  )
}

function Starting({ controller, fallback, onClose }: ChatPanelProps): ReactNode {
  const { chatLoading, chatCancel, chatOther } = useMessages(english)
  const panel = useFocusOnAppearing()
  return (
    <div
      {...useLang('chatLoading')}
      ref={panel}
      tabIndex={-1}
      role="group"
      aria-label={chatLoading}
      aria-busy="true"
      data-askfirst="panel"
    >
      <p aria-hidden="true">{chatLoading}</p>
      <Fallback label={chatOther}>{fallback}</Fallback>
      <div data-askfirst="actions">
        <button
          type="button"
          data-askfirst="cancel"
          onClick={() => {
            controller.cancel()
            onClose(true)
          }}
        >
          {chatCancel}
        </button>
      </div>
    </div>
  )
}

interface FailedProps extends ChatPanelProps {
  /** Whether it has tried again by itself since the visitor last asked for the chat. */
  readonly hasRetriedRef: RefObject<boolean>
}

function Failed({ failure, controller, fallback, onClose, hasRetriedRef }: FailedProps): ReactNode {
  const { chatFailed, chatOnline, chatRetry, chatNotNow, chatOther } = useMessages(english)
  const panel = useFocusOnAppearing()
  const isOnline = useBackOnline(failure === 'offline', () => {
    if (hasRetriedRef.current || !isWaitedAt(panel.current)) return
    hasRetriedRef.current = true
    controller.open()
  })

  function retry(): void {
    hasRetriedRef.current = false
    controller.open()
  }

  function putOff(): void {
    controller.cancel()
    onClose(true)
  }

  function onKeyDown({ key }: KeyboardEvent): void {
    if (key === 'Escape') putOff()
  }

  return (
    <div
      {...useLang('chatFailed')}
      ref={panel}
      role="alert"
      tabIndex={-1}
      data-askfirst="panel"
      data-reason={failure}
      onKeyDown={onKeyDown}
    >
      <p>{isOnline ? chatOnline : chatFailed[failure ?? 'vendor']}</p>
      <Fallback label={chatOther}>{fallback}</Fallback>
      <div data-askfirst="actions">
        <button type="button" data-askfirst="not-now" onClick={putOff}>
          {chatNotNow}
        </button>
        <button type="button" data-askfirst="retry" onClick={retry}>
          {chatRetry}
        </button>
      </div>
    </div>
  )
}

/** A chat that opens takes the focus, which a visitor who has gone on to something else keeps. */
function isWaitedAt(panel: HTMLElement | null): boolean {
  const { activeElement, body } = document
  return activeElement === body || panel?.contains(activeElement) === true
}
