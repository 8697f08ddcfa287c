import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checksum } from './checksum.ts'
import { parseRecord } from './parse-record.ts'
import { permission } from './permission.ts'
import { serializeRecord } from './serialize-record.ts'
import { memoryStorage } from './storage/memory-storage.ts'
import { createConsentStore } from './store.ts'
import { no, start, testRecord, testVendor, yes } from './test-vendor.fixture.ts'

const chat = testVendor('chat', 'functional')
const stats = testVendor('stats', 'analytics')

const grantsAll = serializeRecord(
  testRecord({
    categories: new Map([
      ['functional', yes()],
      ['analytics', yes()],
      ['marketing', no()],
    ]),
    vendors: new Map([
      ['chat', yes(start - 5)],
      ['stats', yes(start - 9, 'gpc')],
    ]),
    disclosed: new Set(['chat', 'stats']),
  }),
)

/** A text as `serializeRecord` would have written it, had the record been so. */
const signed = (body: string): string => `${body}&sum=${checksum(body)}`

const body = `v=1&id=a&time=${start}&policy=opt-in&revision=1&surface=banner&locale=en&signal=`

describe('parseRecord', () => {
  it('reads nothing where nothing is stored', () => {
    expect(parseRecord(null)).toBeNull()
    expect(parseRecord(undefined)).toBeNull()
    expect(parseRecord('')).toBeNull()
  })

  it('reads the text that the tests below spoil', () => {
    expect(parseRecord(signed(`${body}&categories=functional:granted&vendors=&disclosed=chat`))).toMatchObject({
      categories: new Map([['functional', yes()]]),
      disclosed: new Set(['chat']),
    })
  })

  it.each([
    ['another version', `v=2${body.slice(3)}&categories=functional:granted&vendors=&disclosed=chat`],
    ['no version', `${body.slice(4)}&categories=functional:granted&vendors=&disclosed=chat`],
    ['no time', 'v=1&id=a&time=&policy=&revision=1&surface=&locale=&signal=&categories=&vendors=&disclosed='],
    ['a time that is no number', 'v=1&id=a&time=soon&policy=&revision=1&surface=&locale=&signal=&categories='],
    ['a negative time', 'v=1&id=a&time=-5&policy=&revision=1&surface=&locale=&signal=&categories=&vendors='],
    ['a decision that is neither yes nor no', `${body}&categories=functional:maybe&vendors=&disclosed=`],
    ['a decision without a name', `${body}&categories=:granted&vendors=&disclosed=`],
    ['a name without a decision', `${body}&categories=functional&vendors=&disclosed=`],
    ['a decision in capitals', `${body}&categories=functional:GRANTED&vendors=&disclosed=`],
    ['a mark that does not exist', `${body}&categories=functional:granted~forced&vendors=&disclosed=`],
    ['a time of an answer that is no number', `${body}&categories=functional:granted*x&vendors=&disclosed=`],
    ['a broken answer for a vendor', `${body}&categories=functional:granted&vendors=chat:granted!&disclosed=chat`],
  ])('reads nothing from a record with %s, even when its sum is right', (_, text) => {
    expect(parseRecord(signed(text))).toBeNull()
  })

  it('gives no object its prototype', () => {
    const parsed = parseRecord(signed(`${body}&categories=__proto__:granted&vendors=constructor:granted&disclosed=`))
    expect(Object.prototype).not.toHaveProperty('decision')
    expect([...(parsed?.vendors.keys() ?? [])]).toEqual(['constructor'])
    expect(parsed?.vendors.get('toString')).toBeUndefined()
  })

  it('never throws, and never reads a yes from a spoilt record', { timeout: 60_000 }, () => {
    const place = fc.nat({ max: grantsAll.length })
    const spoilt = fc.oneof(
      fc
        .tuple(place, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }))
        .map(([at, char]) => grantsAll.slice(0, at) + char + grantsAll.slice(at + 1)),
      fc.tuple(place, place).map(([from, to]) => grantsAll.slice(0, from) + grantsAll.slice(to)),
      fc.tuple(place, place).map(([from, to]) => grantsAll.slice(0, from) + grantsAll.slice(from, to).repeat(2)),
      fc
        .tuple(
          place,
          fc.oneof(
            fc.constantFrom('__proto__', '__proto__:granted', '.chat:granted', '&categories=functional:granted'),
            fc.constantFrom('%', '%E0%A4%A', '%00', '%u0041', '\0', '\n', '\u{1f36a}', '*', '~gpc', '&v=1', '&sum=0'),
            fc.constantFrom('x'.repeat(4_000), 'chat.'.repeat(800), '&'.repeat(4_000), '='.repeat(4_000)),
            fc.string({ unit: 'binary', minLength: 1, maxLength: 50 }),
          ),
        )
        .map(([at, text]) => grantsAll.slice(0, at) + text + grantsAll.slice(at)),
      place.map((at) => grantsAll.slice(at) + grantsAll.slice(0, at)),
      fc
        .constantFrom('v=2', 'v=0', 'v=01', 'v=1.0', 'V=1', 'v=', '')
        .map((version) => grantsAll.replace('v=1', version)),
      fc.constantFrom('%3A', '%', '%%', '%ZZ').map((escape) => grantsAll.replaceAll(':', escape)),
      fc.constantFrom(encodeURIComponent, JSON.stringify, btoa).map((encode) => encode(grantsAll)),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ maxLength: 100 }).map((text) => text.padEnd(4_000, text || ' ')),
    )
    let spoiltOnes = 0
    fc.assert(
      fc.property(spoilt, (text) => {
        if (text === grantsAll) return true
        spoiltOnes++
        return parseRecord(text) === null
      }),
      { numRuns: 25_000 },
    )
    expect(spoiltOnes).toBeGreaterThan(20_000)
  })

  it('lets a store that reads a spoilt record allow nothing', () => {
    const spoilt = fc
      .tuple(fc.nat({ max: grantsAll.length - 1 }), fc.string({ minLength: 0, maxLength: 3 }))
      .map(([at, text]) => grantsAll.slice(0, at) + text + grantsAll.slice(at + 1))
      .filter((text) => text !== grantsAll)
    fc.assert(
      fc.property(spoilt, (text) => {
        const store = createConsentStore({ vendors: [chat, stats], storage: memoryStorage(text) })
        store.connect()()
        expect(permission(store.getState(), 'chat')).toEqual({ allowed: false, reason: 'undecided' })
        expect(permission(store.getState(), 'stats')).toEqual({ allowed: false, reason: 'undecided' })
      }),
      { numRuns: 300 },
    )
  })
})
