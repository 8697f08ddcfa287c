'use client'

import type { ComponentProps, ReactNode } from 'react'
import { useMessages } from '../hooks/use-messages.ts'
import { english } from '../messages/en-chat-trigger.ts'

/** Our own "Start chat" button: nothing of the vendor is behind it. */
export function ChatTrigger(props: ComponentProps<'button'>): ReactNode {
  const { chatStart } = useMessages(english)
  return (
    <button type="button" data-askfirst="chat-trigger" {...props}>
      {props.children ?? chatStart}
    </button>
  )
}
