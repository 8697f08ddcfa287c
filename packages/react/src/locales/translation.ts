import type { english as banner } from '../messages/en-banner.ts'
import type { english as chat } from '../messages/en-chat.ts'
import type { english as chatTrigger } from '../messages/en-chat-trigger.ts'
import type { english as disclosure } from '../messages/en-disclosure.ts'
import type { english as frame } from '../messages/en-frame.ts'
import type { english as frameTrigger } from '../messages/en-frame-trigger.ts'
import type { english as preferences } from '../messages/en-preferences.ts'
import type { english as record } from '../messages/en-record.ts'
import type { english as trigger } from '../messages/en-trigger.ts'
import type { Plural } from '../messages/messages.ts'

/** The same keys as English has, each with a text of its own. */
type Translated<Text> = Text extends string ? string : { readonly [Key in keyof Text]: Translated<Text[Key]> }

type First = typeof banner & typeof trigger & typeof chatTrigger & typeof frameTrigger & typeof frame

type Chat = typeof chat & typeof disclosure

/** The banner, the buttons and the frames: all that a page says before it is asked for more. */
export type FirstMessages = { readonly [Key in keyof First]: Translated<First[Key]> }

/** What a chat asks and says, and what vendors receive and store. */
export type ChatMessages = { readonly [Key in keyof Chat]: Translated<Chat[Key]> }

/** The second layer without the visitor's record. */
export type PreferencesMessages = Translated<Omit<typeof preferences, 'days'>> & { readonly days: Plural }

/** The visitor's record. */
export type RecordMessages = Translated<typeof record>
