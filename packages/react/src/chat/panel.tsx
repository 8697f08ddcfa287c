'use client'

import { useRef, type KeyboardEvent, type ReactElement, type ReactNode, type RefObject } from 'react'
import type { VendorController } from '@askfirst/core/runtime'
import { Answer } from '../gate/answer.tsx'
import { Fallback } from '../gate/fallback.tsx'
import { Question } from '../gate/question.tsx'
import { Remains } from '../gate/remains.tsx'
import { useFocusOnAppearing } from '../gate/use-focus-on-appearing.ts'
import { useStepAside } from '../gate/use-step-aside.ts'
import { useNews } from '../gate/use-news.ts'
import { useLang } from '../hooks/use-lang.ts'
import { useMessages } from '../hooks/use-messages.ts'
import type { VendorView } from '../hooks/use-vendor.ts'
import { english } from '../messages/en-chat.ts'
import { fill } from '../messages/fill.ts'
import { useBackOnline } from './use-back-online.ts'

export interface ChatPanelProps extends VendorView {
  readonly controller: VendorController
  /** True while the visitor is asked. */
  readonly asks: boolean
  readonly fallback: ReactNode
  readonly button: ReactElement | undefined
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
        : isNews && report && report.removed.length > 0 && report.remaining.length === 0 && !asks
          ? fill(chatRemoved, { name: vendor.name })
          : ''
  return (
    <>
      <p
        {...useLang('chatRemoved')}
        role="status"
        aria-live="polite"
        data-askfirst="chat-status"
        data-hidden={!said || isStarting || undefined}
      >
        {said}
      </p>
      {isStarting && <Starting {...props} />}
      {status === 'failed' && wanted && <Failed {...props} hasRetriedRef={hasRetriedRef} />}
      {asks && <ChatQuestion {...props} />}
      {!asks && report && report.remaining.length > 0 && (
        <Remains name={vendor.name} report={report} button={props.button} />
      )}
    </>
  )
}

function ChatQuestion({ vendor, controller, fallback, button, onClose }: ChatPanelProps): ReactNode {
  const { chatTitle, chatProvider, chatAllow, chatOther } = useMessages(english)
  const { name, disclosure } = vendor
  return (
    <Question
      vendor={vendor}
      controller={controller}
      title={chatTitle}
      provider={fill(chatProvider, { name, operator: disclosure.operator })}
      allow={chatAllow}
      button={button}
      onClose={onClose}
    >
      <Fallback label={chatOther}>{fallback}</Fallback>
    </Question>
  )
}

function Starting({ controller, fallback, button, onClose }: ChatPanelProps): ReactNode {
  const { chatTitle, chatLoading, chatCancel, chatOther } = useMessages(english)
  const panel = useFocusOnAppearing()
  return (
    <div
      {...useLang('chatLoading')}
      ref={panel}
      tabIndex={-1}
      role="group"
      aria-label={chatTitle}
      aria-busy="true"
      data-askfirst="panel"
    >
      <p aria-hidden="true">{chatLoading}</p>
      <Fallback label={chatOther}>{fallback}</Fallback>
      <div data-askfirst="actions">
        <Answer
          name="cancel"
          render={button}
          onPress={() => {
            controller.cancel()
            onClose(true)
          }}
        >
          {chatCancel}
        </Answer>
      </div>
    </div>
  )
}

interface FailedProps extends ChatPanelProps {
  /** Whether it has tried again by itself since the visitor last asked for the chat. */
  readonly hasRetriedRef: RefObject<boolean>
}

function Failed({ failure, controller, fallback, button, onClose, hasRetriedRef }: FailedProps): ReactNode {
  const { chatTitle, chatFailed, chatOnline, chatRetry, chatNotNow, chatOther } = useMessages(english)
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

  function putOff(returnFocus = true): void {
    controller.cancel()
    onClose(returnFocus)
  }
  useStepAside(panel, () => putOff(false))

  function onKeyDown({ key }: KeyboardEvent): void {
    if (key === 'Escape') putOff()
  }

  return (
    <div
      {...useLang('chatFailed')}
      ref={panel}
      role="group"
      aria-label={chatTitle}
      tabIndex={-1}
      data-askfirst="panel"
      data-reason={failure}
      onKeyDown={onKeyDown}
    >
      <p role="alert">{isOnline ? chatOnline : chatFailed[failure ?? 'vendor']}</p>
      <Fallback label={chatOther}>{fallback}</Fallback>
      <div data-askfirst="actions">
        <Answer name="not-now" render={button} onPress={() => putOff()}>
          {chatNotNow}
        </Answer>
        <Answer name="retry" render={button} onPress={retry}>
          {chatRetry}
        </Answer>
      </div>
    </div>
  )
}

/** A chat that opens takes the focus, which a visitor who has gone on to something else keeps. */
function isWaitedAt(panel: HTMLElement | null): boolean {
  const { activeElement, body } = document
  return activeElement === body || panel?.contains(activeElement) === true
}
