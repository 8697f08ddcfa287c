'use client'

import { directionOf } from '../language/direction-of.ts'
import type { Messages } from '../messages/messages.ts'
import { useProvided } from '../context.ts'
import { useConsentState } from './use-consent-state.ts'

/** The language that a part really speaks, and its direction: English where the provider lacks the text that is asked for. */
export function useLang(text: keyof Messages): { readonly lang: string; readonly dir: 'ltr' | 'rtl' } {
  const { messages } = useProvided()
  const locale = useConsentState((state) => state.locale)
  const lang = messages[text] === undefined ? 'en' : locale
  return { lang, dir: directionOf(lang) }
}
