import { describe, expect, it } from 'vitest'
import { checksum } from './checksum.ts'
import { parseRecord } from './parse-record.ts'
import { start, yes } from './test-vendor.fixture.ts'

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
})
