import { english as banner } from '../messages/en-banner.ts'
import { english as chat } from '../messages/en-chat.ts'
import { english as chatTrigger } from '../messages/en-chat-trigger.ts'
import { english as disclosure } from '../messages/en-disclosure.ts'
import { english as frame } from '../messages/en-frame.ts'
import { english as frameTrigger } from '../messages/en-frame-trigger.ts'
import { english as preferences } from '../messages/en-preferences.ts'
import { english as record } from '../messages/en-record.ts'
import { english as trigger } from '../messages/en-trigger.ts'
import type { Messages } from '../messages/messages.ts'

/** All that the components say without a language. */
export const english: Messages = {
  ...banner,
  ...trigger,
  ...chatTrigger,
  ...chat,
  ...frame,
  ...frameTrigger,
  ...disclosure,
  ...preferences,
  ...record,
}
