import { describe, expect, test } from 'vitest'
import { classOf, triggersIn } from './heard-by-tools.fixture.ts'
import { languages } from './languages.fixture.ts'
import { hasRejectWords, hasTriggers } from './tool-languages.fixture.ts'

/** Every text of a part of the messages, however deep. */
function textsIn(part: unknown): readonly string[] {
  return typeof part === 'string' ? [part] : Object.values(part as object).flatMap(textsIn)
}

test('its lists are read: these are the languages in which it can find a banner and refuse', () => {
  const tags = ['en', 'nl', 'fr', 'de', 'it', 'es', 'pl', 'ca', 'eu', 'sv', 'pt-BR', 'cs', 'ru', 'tr', 'da', 'ar']
  expect(tags.filter((tag) => hasRejectWords(tag) && hasTriggers(tag))).toEqual([
    'en',
    'nl',
    'fr',
    'de',
    'it',
    'es',
    'pl',
    'ca',
    'eu',
  ])
  expect(tags.filter((tag) => hasRejectWords(tag) && !hasTriggers(tag))).toEqual(['sv', 'pt-BR'])
})

const refusable = languages.filter(([tag]) => hasRejectWords(tag))

test.each(refusable)('in %s refusing is taken for refusing', (_, { rejectAll }) => {
  expect(classOf(rejectAll)).toBe('reject')
})

test.each(refusable.filter(([tag]) => hasTriggers(tag)))('in %s the banner is found', (_, messages) => {
  const { bannerTitle, bannerText, rejectAll, acceptAll, choose } = messages
  expect(triggersIn([bannerTitle, bannerText, rejectAll, acceptAll, choose].join('\n'))).not.toEqual([])
})

describe.each(languages)('in %s', (_tag, messages) => {
  test('nothing else on the banner is taken for refusing', () => {
    expect([messages.acceptAll, messages.choose].map(classOf)).not.toContain('reject')
  })

  test('no answer in the chat is taken for one to a banner', () => {
    const { chatStart, chatAllow, chatOnce, chatNotNow, chatCancel, chatRetry, reload, preferences } = messages
    const labels = [chatStart, chatAllow, chatOnce, chatNotNow, chatCancel, chatRetry, reload, preferences]
    expect(labels.filter((label) => !['other', 'settings'].includes(classOf(label)))).toEqual([])
  })

  test('nothing in the chat, nor in preferences, is taken for a banner', () => {
    const { bannerTitle: _, bannerText: __, bannerNew: ___, acceptAll: ____, rejectAll: _____, ...opened } = messages
    expect(triggersIn(textsIn(opened).join('\n'))).toEqual([])
  })
})
