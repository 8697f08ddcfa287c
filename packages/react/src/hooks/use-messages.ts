'use client'

import { useProvided } from '../context.ts'
import type { Messages } from '../messages/messages.ts'

/** A component's English messages, each replaced by the provider's where it has one. */
export function useMessages<Key extends keyof Messages>(
  english: Required<Pick<Messages, Key>>,
): Required<Pick<Messages, Key>> {
  return { ...english, ...useProvided().messages }
}
