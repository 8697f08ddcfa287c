import { describe, expect, it } from 'vitest'
import { classOf, triggersIn } from '../messages/heard-by-tools.fixture.ts'
import type { Locale } from '../language/locales.ts'
import { textsByPath, translations } from './all.fixture.ts'

/** The verb or noun by which each language refuses, and nothing softer. */
const refuses: Readonly<Record<Exclude<Locale, 'en'>, RegExp>> = {
  bg: /^Отказвам/,
  cs: /^Odmítnout/,
  da: /^Afvis/,
  de: /ablehnen$/,
  el: /^Απόρριψη/,
  es: /^Rechazar/,
  et: /^Keeldun/,
  fi: /^Hylkää/,
  fr: /refuser$/,
  ga: /^Diúltaigh/,
  hr: /^Odbij/,
  hu: /elutasítása$/,
  it: /^Rifiuta/,
  lt: /^Atmesti/,
  lv: /^Noraidīt/,
  mt: /^Irrifjuta/,
  nl: /weigeren$/,
  pl: /^Odrzuć/,
  pt: /^Rejeitar/,
  ro: /^Refuz/,
  sk: /^Odmietnuť/,
  sl: /^Zavrni/,
  sv: /^Avvisa/,
  nb: /^Avvis/,
  is: /^Hafna/,
  uk: /^Відхилити/,
  tr: /reddet$/,
  ar: /^رفض/,
  he: /^דחיית/,
  ja: /拒否/,
  ko: /거부/,
  'zh-Hans': /拒绝/,
  'zh-Hant': /拒絕/,
  'pt-BR': /^Rejeitar/,
  'es-419': /^Rechazar/,
}

/** What each language calls cookies. */
const cookie =
  /cookie|ciastecz|evästee|kakor\b|fianá|kolačić|küpsis|slapuk|sīkdat|piškot|vafrakök|informasjonskaps|sütik|çerez|бисквит|кукі|עוגי|ملفات تعريف|クッキー|쿠키/i

/** A chat that has not been allowed is not closed, and nobody is to regret it. */
const regrets =
  /\b(?:closed|sorry|geschlossen|leider|fermé|désolé|cerrado|lamentamos|chiusa|purtroppo|gesloten|helaas|fechado|lamentamos|stängd|tyvärr|lukket|desværre|dessverre|zamknięty|niestety|zavřen|bohužel|kapalı)\b/i

/** Where autoconsent both finds the banner and refuses it. */
const answered: ReadonlySet<string> = new Set(['de', 'es', 'es-419', 'fr', 'it', 'nl', 'pl', 'pt', 'pt-BR'])

describe.each(translations)('%s', (locale, messages) => {
  const texts = textsByPath(messages)
  const ofChat = texts.filter(([path]) => path.startsWith('chat') || path.startsWith('frame') || path === 'preferences')
  const ofDialog = texts.filter(([path]) => !/^(?:banner|acceptAll$|rejectAll$|choose$)/.test(path))

  it('refuses plainly, by one word', () => {
    expect(messages.rejectAll).toMatch(refuses[locale])
    expect(messages.rejectAll).not.toBe(messages.chatNotNow)
  })

  it('has neither cookies nor regrets in a chat', () => {
    expect(ofChat.filter(([, text]) => cookie.test(text) || regrets.test(text))).toEqual([])
  })

  it('has nothing in what a person opens that a tool would answer for them', () => {
    expect(ofDialog.filter(([, text]) => cookie.test(text) || triggersIn(text).length > 0)).toEqual([])
    expect([messages.allowNone, messages.chatNotNow].map(classOf)).toEqual(['other', 'other'])
  })

  it('has a banner that the tool finds, where that knows how to refuse in the language and what to look for', () => {
    const { bannerText, rejectAll, acceptAll } = messages
    const isFound = triggersIn(`${bannerText}\n${rejectAll}\n${acceptAll}`).length > 0
    expect(isFound && classOf(rejectAll) === 'reject').toBe(answered.has(locale))
  })
})
