import type { Messages } from '@askfirst/react'
import { arabic } from './messages-ar.ts'
import { german } from './messages-de.ts'

/** Texts of the stories' site, by language; what it does not translate stays English. */
export const messages = { en: {}, de: german, ar: arabic } as const satisfies Record<string, Partial<Messages>>

export type Locale = keyof typeof messages
