import { loadMessages } from '../language/load-messages.ts'
import { locales } from '../language/locales.ts'
import { english as banner } from './en-banner.ts'
import { english as chat } from './en-chat.ts'
import { english as chatTrigger } from './en-chat-trigger.ts'
import { english as disclosure } from './en-disclosure.ts'
import { english as preferences } from './en-preferences.ts'
import { english as record } from './en-record.ts'
import { english as trigger } from './en-trigger.ts'
import type { Messages } from './messages.ts'

const english: Messages = {
  ...banner,
  ...trigger,
  ...chatTrigger,
  ...chat,
  ...disclosure,
  ...preferences,
  ...record,
}

/** Every language that is tried on tools which answer banners for people, by its BCP 47 tag. */
export const languages: readonly (readonly [tag: string, Messages])[] = await Promise.all(
  locales.map(async (tag) => [tag, { ...english, ...(await loadMessages(tag)) }] as const),
)
