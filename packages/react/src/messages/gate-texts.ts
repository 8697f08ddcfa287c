import { english } from './en-chat.ts'
import { english as disclosure } from './en-disclosure.ts'
import { english as frame } from './en-frame.ts'
import { english as frameTrigger } from './en-frame-trigger.ts'
import { english as trigger } from './en-trigger.ts'
import type { Messages } from './messages.ts'
import { textsOf } from './texts-of.ts'

/** Everything that a chat or a frame can say to a visitor who is asked there. */
export const gateTexts = (messages: Partial<Messages>): object =>
  textsOf({ ...english, ...frame, ...frameTrigger, ...disclosure, preferences: trigger.preferences }, messages)
