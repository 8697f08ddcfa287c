'use client'

import { useEffect, useState } from 'react'
import type { Messages } from '../messages/messages.ts'
import { whenIdle } from '../hooks/use-lazy.ts'
import { directionOf } from './direction-of.ts'
import { loadInTurn } from './load-messages.ts'
import type { Locale } from './locales.ts'
import { matchLocale } from './match-locale.ts'

/** A language whose texts are here: give `locale` and `messages` to `<ConsentProvider>`. */
export interface Language {
  readonly locale: Locale
  readonly messages: Partial<Messages>
  readonly dir: 'ltr' | 'rtl'
}

const english = { locale: 'en', messages: {} } as const
const idle = (): Promise<unknown> => new Promise((resolve) => whenIdle(() => resolve(null)))

/**
 * The language that serves best, once its texts are here: English until then and where they cannot be loaded. When it
 * changes, the one before stays until the next is here.
 * @param served what a server has already put into the HTML, so that the first render agrees
 */
export function useLocale(
  wanted: string | readonly string[],
  served?: Pick<Language, 'locale' | 'messages'>,
): Language {
  const locale = matchLocale(wanted)
  const isServed = served?.locale === locale
  const [loaded, setLoaded] = useState<Pick<Language, 'locale' | 'messages'>>(served ?? english)

  useEffect(() => {
    if (isServed) return
    let live = true
    const show = (messages: Partial<Messages>): void => void (live && setLoaded({ locale, messages }))
    loadInTurn(locale, show, idle).catch(() => live && setLoaded(english))
    return () => {
      live = false
    }
  }, [locale, isServed])

  const shown = isServed ? served : locale === 'en' ? english : loaded
  return { ...shown, dir: directionOf(shown.locale) }
}
