'use client'

import { GatedChat } from '@askfirst/react'
import type { GatedChatProps } from '@askfirst/react'
import { AskButton } from './ask-button'

/** A chat that asks first, in a `<Consent>` whose vendors have it. */
export function Chat(props: GatedChatProps) {
  return <GatedChat button={<AskButton />} {...props} />
}
