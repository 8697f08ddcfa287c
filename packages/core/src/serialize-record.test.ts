import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from './any-text.fixture.ts'
import { parseRecord } from './parse-record.ts'
import type { Answer, ConsentRecord } from './record.ts'
import { serializeRecord } from './serialize-record.ts'
import { no, start, testRecord, yes } from './test-vendor.fixture.ts'

const name = fc.oneof(
  { weight: 9, arbitrary: fc.stringMatching(/^[\w-]{1,64}$/) },
  fc.constantFrom('__proto__', 'toString'),
)

/** What `checkNames` would not let pass, which it looks at in development only. */
const nameOrText = fc.oneof(name, anyText())

const moment = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })

/** Half of the answers are of the record's time, as after "accept all". */
const answer = (recordTime: number): fc.Arbitrary<Answer> =>
  fc.record({
    decision: fc.constantFrom('granted', 'denied'),
    time: fc.oneof(fc.constant(recordTime), moment),
    mark: fc.constantFrom('', 'gpc', 'implied'),
  })

const answers = (recordTime: number, maxLength: number) =>
  fc
    .uniqueArray(fc.tuple(name, answer(recordTime)), { selector: ([id]) => id, maxLength })
    .map((entries) => new Map(entries))

const record = (field: fc.Arbitrary<string>): fc.Arbitrary<ConsentRecord> =>
  moment.chain((time) =>
    fc.record({
      id: field,
      time: fc.constant(time),
      policy: field,
      revision: field,
      surface: fc.constantFrom('banner', 'preferences', 'gate', 'api', 'seed', 'automated'),
      locale: field,
      signal: fc.constantFrom('', 'gpc'),
      categories: answers(time, 5),
      vendors: answers(time, 8),
      disclosed: fc.uniqueArray(name, { maxLength: 10 }).map((ids) => new Set(ids)),
    }),
  )

describe('serializeRecord', () => {
  it('writes what parseRecord reads back', () => {
    fc.assert(
      fc.property(record(nameOrText), (given) => {
        expect(parseRecord(serializeRecord(given))).toEqual(given)
      }),
      { numRuns: 1_000 },
    )
  })

  it('writes nothing that a cookie cannot hold', () => {
    fc.assert(
      fc.property(record(name), record(nameOrText), (usual, odd) => {
        // RFC 6265, cookie-octet, without the `%` that some servers would decode.
        expect(serializeRecord(usual)).toMatch(/^[\w\-.*:~&=]+$/)
        expect(serializeRecord(odd)).toMatch(/^[!-~]+$/)
        expect(serializeRecord(odd)).not.toMatch(/[",;\\]/)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps the order of answers', () => {
    const given = testRecord({
      vendors: new Map([
        ['zeta', no()],
        ['alpha', yes()],
      ]),
    })
    expect([...(parseRecord(serializeRecord(given))?.vendors.keys() ?? [])]).toEqual(['zeta', 'alpha'])
  })

  it('is readable: a person can find the decisions in it', () => {
    const text = serializeRecord(
      testRecord({
        categories: new Map([
          ['functional', yes()],
          ['analytics', no()],
        ]),
        vendors: new Map([['kayako', no(start - 60, 'gpc')]]),
        disclosed: new Set(['kayako', 'matomo']),
      }),
    )
    expect(text).toContain('&categories=functional:granted.analytics:denied&')
    expect(text).toContain(`&vendors=kayako:denied*${start - 60}~gpc&`)
    expect(text).toContain('&disclosed=kayako.matomo&')
  })
})
