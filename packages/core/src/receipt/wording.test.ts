import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { hashOf, wordingText } from './wording.ts'

afterEach(() => vi.unstubAllGlobals())

/** The text of the documentation, by hand: no code of ours takes part. */
const byHand =
  '{"locale":"de","surface":"banner","texts":{"accept":"Zustimmen","banner-text":"Dienste (2) – „Ä“","reject":"Ablehnen"}}'

const german = {
  surface: 'banner',
  locale: 'de',
  texts: { reject: 'Ablehnen', 'banner-text': 'Dienste (2) – „Ä“', accept: 'Zustimmen' },
} as const

describe('wordingText', () => {
  it('writes a wording in the one way that is documented, whatever the order of its keys', () => {
    expect(wordingText(german)).toBe(byHand)
  })

  it('leaves out what has no text, and writes lists in their order', () => {
    const texts = { b: ['2', '1'], a: undefined, c: { e: '"', d: '\n' } }
    expect(wordingText({ surface: 'gate', locale: 'en', texts })).toBe(
      String.raw`{"locale":"en","surface":"gate","texts":{"b":["2","1"],"c":{"d":"\n","e":"\""}}}`,
    )
  })

  it('is JSON that says the same', () => {
    const texts = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string())))
    fc.assert(
      fc.property(texts, fc.string(), (some, locale) => {
        const wording = { surface: 'preferences', locale, texts: some } as const
        expect(JSON.parse(wordingText(wording))).toEqual(JSON.parse(JSON.stringify(wording)))
      }),
      { numRuns: 200 },
    )
  })
})

describe('hashOf', () => {
  it('is the SHA-256 that another implementation takes of the same text', async () => {
    expect(await hashOf(wordingText(german))).toBe(createHash('sha256').update(byHand, 'utf8').digest('hex'))
  })

  it('is another for a word that was changed, another language and another surface', async () => {
    const others = [
      german,
      { ...german, texts: { ...german.texts, reject: 'Alle ablehnen' } },
      { ...german, locale: 'de-AT' },
      { ...german, surface: 'gate' },
    ] as const
    const hashes = await Promise.all(others.map((other) => hashOf(wordingText(other))))
    expect(new Set(hashes).size).toBe(4)
  })

  it('is not there where the page is no secure context', async () => {
    vi.stubGlobal('crypto', {})
    expect(await hashOf('text')).toBeNull()
  })
})
