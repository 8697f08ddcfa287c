import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionOf } from './direction-of.ts'
import { locales } from './locales.ts'
import { matchLocale } from './match-locale.ts'

describe('matchLocale', () => {
  it.each([
    ['de', 'de'],
    ['de-CH', 'de'],
    ['de_AT', 'de'],
    ['DE', 'de'],
    ['fr-CA', 'fr'],
    ['en-GB', 'en'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['pt', 'pt'],
    ['pt-PT', 'pt'],
    ['pt-AO', 'pt'],
    ['pt-BR', 'pt-BR'],
    ['es', 'es'],
    ['es-ES', 'es'],
    ['es-MX', 'es-419'],
    ['es-US', 'es-419'],
    ['es-419', 'es-419'],
    ['no', 'nb'],
    ['nn', 'nb'],
    ['nn-NO', 'nb'],
    ['nb-NO', 'nb'],
    ['iw', 'he'],
    ['mo', 'ro'],
    ['ar-EG', 'ar'],
    ['sr', 'en'],
    ['sr-Latn-RS', 'en'],
    ['uk-Latn', 'en'],
    ['xx', 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['not a tag', 'en'],
  ])('serves %s with %s', (wanted, served) => {
    expect(matchLocale(wanted)).toBe(served)
  })

  it('takes the first of several that is there', () => {
    expect(matchLocale(['sr', '*', 'fr-BE', 'de'])).toBe('fr')
    expect(matchLocale([])).toBe('en')
    expect(matchLocale('sr;q=1, da-DK;q=0.9, *;q=0.5'.split(','))).toBe('da')
  })

  it('keeps to what a site offers', () => {
    expect(matchLocale('pt-PT', ['pt-BR', 'de'])).toBe('pt-BR')
    expect(matchLocale('es-MX', ['es', 'de'])).toBe('es')
    expect(matchLocale(['fr', 'de'], ['de'])).toBe('de')
    expect(matchLocale('fr', ['de'])).toBe('en')
  })

  it('serves each language with itself, and throws at nothing', () => {
    for (const locale of locales) expect(matchLocale(locale)).toBe(locale)
    fc.assert(fc.property(fc.string(), (tag) => locales.includes(matchLocale(tag))))
  })
})

it('knows which languages are written from right to left', () => {
  expect(locales.filter((locale) => directionOf(locale) === 'rtl')).toEqual(['ar', 'he'])
  expect(['fa', 'ur-PK', 'az-Arab', 'en', 'not a tag'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'ltr', 'ltr'])
})
