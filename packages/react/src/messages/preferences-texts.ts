import { english as disclosure } from './en-disclosure.ts'
import { english } from './en-preferences.ts'
import type { Messages } from './messages.ts'
import { textsOf } from './texts-of.ts'

/** Everything that the preferences can say to a visitor who chooses there. */
export const preferencesTexts = (messages: Partial<Messages>): object =>
  textsOf({ ...english, ...disclosure }, messages)
