import { describe, expect, it } from 'vitest'
import type { Locale } from '../language/locales.ts'
import { textsByPath, translations } from './all.fixture.ts'
import { answered, found, takenFor, triggers } from './banner-tools.fixture.ts'

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

describe.each(translations)('%s', (locale, messages) => {
  const texts = textsByPath(messages)
  const ofChat = texts.filter(([path]) => path.startsWith('chat') || path === 'preferences' || path === 'reload')
  const ofDialog = texts.filter(([path]) => !/^(?:chat|banner|acceptAll$|rejectAll$|choose$)/.test(path))

  it('refuses plainly, by one word', () => {
    expect(messages.rejectAll).toMatch(refuses[locale])
    expect(messages.rejectAll).not.toBe(messages.chatNotNow)
  })

  it('has a banner that tools which answer for people can refuse, where they know the language', () => {
    const { bannerText, rejectAll, acceptAll, choose } = messages
    const isAnswered = answered.includes(locale)
    const phrase = found[locale]
    expect(phrase !== undefined).toBe(isAnswered)
    if (phrase) expect(`${bannerText}\n${rejectAll}\n${acceptAll}`).toMatch(phrase)
    if (isAnswered) expect(takenFor(rejectAll)).toBe('refusal')
    expect(takenFor(acceptAll)).not.toBe('refusal')
    expect([null, 'seen']).toContain(takenFor(choose))
  })

  it('has a chat that such tools leave alone', () => {
    const { chatNotNow, chatCancel, chatAllow, chatOnce, chatRetry, chatStart, reload, preferences } = messages
    for (const label of [chatNotNow, chatCancel, chatAllow, chatOnce, chatRetry, chatStart, reload, preferences])
      expect(takenFor(label), label).toBeNull()
    for (const [path, text] of ofChat) {
      expect(text, path).not.toMatch(triggers)
      expect(text, path).not.toMatch(cookie)
      expect(text, path).not.toMatch(regrets)
    }
  })

  it('has preferences that such tools do not answer for a person who opened them', () => {
    for (const [path, text] of ofDialog) {
      expect(text, path).not.toMatch(triggers)
      expect(text, path).not.toMatch(cookie)
    }
    expect(takenFor(messages.allowNone)).toBeNull()
  })
})
