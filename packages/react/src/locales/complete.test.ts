import { describe, expect, it } from 'vitest'
import { locales } from '../language/locales.ts'
import { textsByPath, translations } from './all.fixture.ts'
import { english } from './english.fixture.ts'

const wanted = new Map(textsByPath({ ...english, days: {} }))
const words = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted()

/** Words that a language has in common with English. */
const shared =
  /^(?:chat|Chat|Start chat|Marketing|Nummer|Number|Information|California|Quebec|Québec|France|Italy|Spain|Switzerland|Brazil|United States|United Kingdom|Operator|Contact|Details|\{operator\} .*)$/

/** The marks that stand around a quotation, as the language's own rules have them. */
const quotes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['bg', 'cs', 'de', 'et', 'is', 'lt', 'sk', 'sl'].map((locale) => [locale, '„“'])),
  ...Object.fromEntries(['hr', 'hu', 'lv', 'pl', 'ro'].map((locale) => [locale, '„”'])),
  ...Object.fromEntries(['el', 'es', 'fr', 'it', 'nb', 'pt', 'uk', 'ar'].map((locale) => [locale, '«»'])),
  ...Object.fromEntries(['fi', 'he', 'sv'].map((locale) => [locale, '””'])),
  ...Object.fromEntries(['ja', 'zh-Hant'].map((locale) => [locale, '「」'])),
  da: '»«',
}

it('has all of the languages that it promises', () => {
  expect(locales).toHaveLength(36)
  expect(new Set(locales).size).toBe(36)
})

describe.each(translations)('%s', (locale, messages) => {
  const texts = textsByPath(messages).filter(([path]) => !path.startsWith('days.'))

  it('has every text of English, with the same words to fill in, and none of its own', () => {
    expect(texts.map(([path]) => path).toSorted()).toEqual([...wanted.keys()].toSorted())
    expect(texts.filter(([, text]) => text === '' || text !== text.trim())).toEqual([])
    const otherwise = texts.filter(([path, text]) => String(words(text)) !== String(words(wanted.get(path) ?? '')))
    expect(otherwise).toEqual([])
  })

  it('leaves no English over', () => {
    const left = texts.filter(
      ([path, text]) => text === wanted.get(path) && !shared.test(text) && path !== 'featureNeeds',
    )
    expect(left).toEqual([])
    const sentences = texts.filter(([, text]) => /(?<!\p{L})(?:the|your|you)(?!\p{L})/iu.test(text))
    expect(sentences).toEqual([])
  })

  it('names the way back exactly as the button that is meant', () => {
    const [open = '“', close = '”'] = quotes[locale] ?? '“”'
    const space = locale === 'fr' ? '\u00A0' : ''
    const label = `${open}${space}${messages.preferences}${space}${close}`
    for (const text of [messages.bannerText, messages.chatWithdraw]) expect(text).toContain(label)
    expect(messages.featureNeeds).toContain(`${open}${space}{category}${space}${close}`)
    expect(messages.preferencesTitle).toBe(messages.preferences)
  })

  it('uses its own marks', () => {
    expect(texts.filter(([, text]) => /['"]|\.\.\.| {2}| [,.](?!\S)/.test(text))).toEqual([])
    const unspaced = texts.filter(([, text]) => /[^\u00A0][:;!?»]|«[^\u00A0]/.test(text))
    if (locale === 'fr') expect(unspaced).toEqual([])
  })

  it('has each plural form that the language has for a number of days', () => {
    const rules = new Intl.PluralRules(locale)
    const forms = new Set(Array.from({ length: 201 }, (_, count) => rules.select(count)))
    expect(Object.keys(messages.days).toSorted()).toEqual([...forms.add('other')].toSorted())
    // The number may be left out where the form says it: one day, two days.
    const inNumbers = Object.entries(messages.days).filter(([form]) => !['zero', 'one', 'two'].includes(form))
    expect(inNumbers.filter(([, text]) => !text.includes('{days}'))).toEqual([])
    for (const text of Object.values(messages.days)) expect(words(text.replace('{days}', ''))).toEqual([])
  })

  it('is short enough for buttons', () => {
    const { acceptAll, rejectAll, choose, chatStart, chatAllow, chatOnce, chatNotNow, chatRetry, save } = messages
    const labels = [acceptAll, rejectAll, choose, chatStart, chatAllow, chatOnce, chatNotNow, chatRetry, save]
    expect(labels.filter(({ length }) => length > 26)).toEqual([])
    // Neither answer stands out by its length.
    expect(Math.abs(acceptAll.length - rejectAll.length)).toBeLessThanOrEqual(6)
  })
})
