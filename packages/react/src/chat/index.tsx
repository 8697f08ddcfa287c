'use client'

import { useEffect, useRef, useState, type ComponentType, type ReactElement, type ReactNode } from 'react'
import { useController, useVendor } from '../hooks/use-vendor.ts'
import { useLazy, whenIdle } from '../hooks/use-lazy.ts'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-chat-trigger.ts'
import { part } from '../part.tsx'
import type { VendorId } from '../register.ts'
import type { ChatPanelProps } from './panel.tsx'

export interface GatedChatProps {
  /** Id of a registered chat. */
  readonly vendor: VendorId
  /** Another way to make contact, for those who do not want this chat or cannot load it. */
  readonly fallback: ReactNode
  /** In the corner where the vendor's launcher will be, or where it stands. @default 'floating' */
  readonly placement?: 'floating' | 'inline' | undefined
  /** The corner, if floating: the one where the vendor's launcher will be. `left` needs `layouts.css`. @default 'right' */
  readonly side?: 'left' | 'right' | undefined
  /** Text of the button. @default 'Start chat' */
  readonly children?: ReactNode
  /** Your own button, that all of ours are drawn as: `<MyButton />`. @default ours */
  readonly button?: ReactElement | undefined
}

const loadPanel = (): Promise<ComponentType<ChatPanelProps>> => import('./panel.tsx').then((chunk) => chunk.ChatPanel)

/**
 * A chat that asks first: our button, a question in place, then the vendor's own messenger, opened and focused.
 * After a withdrawal the button is back, with what could not be removed.
 */
export function GatedChat(props: GatedChatProps): ReactNode {
  const { vendor: id, fallback, placement = 'floating', side, children, button } = props
  const controller = useController(id)
  const view = useVendor(id)
  const { status, wanted, permission, report, visibility, hasLauncher } = view
  const { chatUnavailable, chatStart } = useMessages(english)
  /** Set when what was open gives the focus back to the button, which is only there again after the next render. */
  const returnsFocus = useRef(false)
  const root = useRef<HTMLDivElement>(null)
  const [isAsking, setAsking] = useState(false)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => controller.retain(), [controller])
  const isOnlyWindow = status === 'ready' && !hasLauncher && visibility === 'open'
  useEffect(() => {
    returnsFocus.current ||= isOnlyWindow
  }, [isOnlyWindow])
  useEffect(() => whenIdle(() => void loadPanel().catch(() => undefined)), [])

  const asks = isAsking && !permission.allowed
  const speaks = asks || wanted || status === 'removing' || report !== null
  const Panel = useLazy(loadPanel, speaks, attempt)
  const isReady = status === 'ready'
  const hasTrigger = isReady
    ? // Where the vendor shows no button of its own, ours opens its window.
      !hasLauncher && visibility === 'closed'
    : // Without our own panel the button stays, to try again.
      Panel === false || (!asks && !wanted && status !== 'removing')

  function press(): void {
    setAttempt(attempt + 1)
    if (permission.allowed) controller.open()
    else setAsking(true)
  }

  function close(returnFocus: boolean): void {
    setAsking(false)
    returnsFocus.current = returnFocus
  }

  // Found by name: the button may be the site's own.
  useEffect(() => {
    const trigger = root.current?.querySelector<HTMLElement>('[data-askfirst=chat-trigger]')
    if (!trigger || !returnsFocus.current) return
    returnsFocus.current = false
    // A frame keeps the focus when its window closes.
    if (document.activeElement?.matches('body, iframe')) trigger.focus()
  })

  return (
    <div
      ref={root}
      data-askfirst="chat"
      data-placement={placement}
      data-side={side}
      data-state={asks ? 'asking' : status}
      data-visibility={isReady ? visibility : undefined}
    >
      {Panel && (
        <Panel {...view} controller={controller} asks={asks} fallback={fallback} button={button} onClose={close} />
      )}
      {Panel === false && speaks && (
        <div role="alert" data-askfirst="panel">
          {chatUnavailable} {fallback}
        </div>
      )}
      {hasTrigger &&
        part('button', 'chat-trigger', children ?? chatStart, { render: button }, press, {
          'aria-haspopup': permission.allowed ? undefined : 'dialog',
          'aria-busy': status === 'loading' || undefined,
        })}
    </div>
  )
}
