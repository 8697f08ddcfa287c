'use client'

import { useEffect, useState, type KeyboardEvent, type ReactElement, type ReactNode, type RefObject } from 'react'
import type { VendorController } from '@askfirst/core/runtime'
import { Answer } from '../gate/answer.tsx'
import { Question } from '../gate/question.tsx'
import { Remains } from '../gate/remains.tsx'
import { useFocusOnAppearing } from '../gate/use-focus-on-appearing.ts'
import { useNews } from '../gate/use-news.ts'
import { useLang } from '../hooks/use-lang.ts'
import { useMessages } from '../hooks/use-messages.ts'
import type { VendorView } from '../hooks/use-vendor.ts'
import { english as chatEnglish } from '../messages/en-chat.ts'
import { english } from '../messages/en-frame.ts'
import { english as triggerEnglish } from '../messages/en-frame-trigger.ts'
import { fill } from '../messages/fill.ts'

export interface FramePanelProps extends VendorView {
  readonly controller: VendorController
  readonly title: string
  /** The frame that speaks: of several of one vendor, the first says what is true of all. */
  readonly frame: RefObject<HTMLElement | null>
  /** True while the visitor is asked. */
  readonly asks: boolean
  readonly hasFailed: boolean
  readonly button: ReactElement | undefined
  readonly onRetry: () => void
  /** Closes the question or the failure, and gives the focus back to the button if asked to. */
  readonly onClose: (returnFocus: boolean) => void
}

/** Everything a gated frame says besides its button: the question, failure, and what a removal left. */
export function FramePanel(props: FramePanelProps): ReactNode {
  const { vendor, controller, title, status, report, asks, hasFailed, button, onClose } = props
  const { chatRemoving } = useMessages(chatEnglish)
  const { frameProvider, frameAllow, frameRemoved } = useMessages(english)
  const isNews = useNews(report)
  const isFirst = useIsFirst(props)
  const { name } = vendor
  const { operator } = vendor.disclosure
  const said =
    status === 'removing'
      ? fill(chatRemoving, { name })
      : isNews && report?.remaining.length === 0 && !asks
        ? fill(frameRemoved, { name })
        : ''
  return (
    <>
      <p
        {...useLang('frameRemoved')}
        role={isFirst ? 'status' : undefined}
        aria-live={isFirst ? 'polite' : undefined}
        data-askfirst="chat-status"
        data-hidden={!said || undefined}
      >
        {said}
      </p>
      {hasFailed && <Failed {...props} />}
      {asks && (
        <Question
          vendor={vendor}
          controller={controller}
          title={title}
          provider={fill(frameProvider, { name, operator })}
          allow={fill(frameAllow, { name })}
          button={button}
          onClose={onClose}
        />
      )}
      {!asks && isFirst && report && report.remaining.length > 0 && (
        <Remains name={vendor.name} report={report} button={button} />
      )}
    </>
  )
}

function useIsFirst({ vendor, frame }: FramePanelProps): boolean {
  const [isFirst, setFirst] = useState(false)
  useEffect(() => {
    const first = document.querySelector(`[data-askfirst='frame'][data-vendor='${vendor.id}']`)
    setFirst(first === frame.current)
  }, [vendor, frame])
  return isFirst
}

function Failed({ vendor, title, button, onRetry, onClose }: FramePanelProps): ReactNode {
  const { chatNotNow, chatRetry } = useMessages(chatEnglish)
  const { frameFailed } = useMessages(triggerEnglish)
  const panel = useFocusOnAppearing()

  function onKeyDown({ key }: KeyboardEvent): void {
    if (key === 'Escape') onClose(true)
  }

  return (
    <div
      {...useLang('frameFailed')}
      ref={panel}
      role="group"
      aria-label={title}
      tabIndex={-1}
      data-askfirst="panel"
      onKeyDown={onKeyDown}
    >
      <p role="alert">{fill(frameFailed, { name: vendor.name })}</p>
      <div data-askfirst="actions">
        <Answer name="not-now" render={button} onPress={() => onClose(true)}>
          {chatNotNow}
        </Answer>
        <Answer name="retry" render={button} onPress={onRetry}>
          {chatRetry}
        </Answer>
      </div>
    </div>
  )
}
