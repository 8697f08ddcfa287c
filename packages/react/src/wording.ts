import { hashOf, wordingText } from '@askfirst/core/receipt'
import { bannerLines } from './messages/banner-lines.ts'
import { gateTexts } from './messages/gate-texts.ts'
import type { Messages } from './messages/messages.ts'
import { preferencesTexts } from './messages/preferences-texts.ts'

export interface WordingOptions {
  /** Language of the texts, BCP 47. @default 'en' */
  readonly locale?: string | undefined
  /** The texts that replace ours. @default English */
  readonly messages?: Partial<Messages> | undefined
  /** How many vendors the site has: the banner says it. @default 0 */
  readonly vendors?: number | undefined
  /** Names of the vendors that are new since a returning visitor decided, in order: the banner says them. @default [] */
  readonly added?: readonly string[] | undefined
}

/** What a surface shows, written down, and the hash that receipts have of it. */
export interface ArchivedWording {
  readonly surface: 'banner' | 'preferences' | 'gate'
  readonly locale: string
  readonly text: string
  readonly algorithm: 'SHA-256'
  /** In hex; `null` where there is no Web Crypto. */
  readonly hash: string | null
}

/** The text behind a hash in a receipt, to be archived with every release. Runs in Node, too. */
export async function wordingOf(
  surface: ArchivedWording['surface'],
  { locale = 'en', messages = {}, vendors = 0, added = [] }: WordingOptions = {},
): Promise<ArchivedWording> {
  const texts = {
    banner: () => bannerLines(messages, vendors, added),
    preferences: () => preferencesTexts(messages),
    gate: () => gateTexts(messages),
  }[surface]()
  const text = wordingText({ surface, locale, texts })
  return { surface, locale, text, algorithm: 'SHA-256', hash: await hashOf(text) }
}
