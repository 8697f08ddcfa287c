import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRecord } from '../parse-record.ts'
import type { Answer, Answers, ConsentRecord } from '../record.ts'
import { serializeRecord } from '../serialize-record.ts'
import { goodText } from '../stored-text.fixture.ts'
import { day, no, start, testRecord, yes } from '../test-vendor.fixture.ts'
import { mergeRecords } from './merge-records.ts'

const [first, second, third] = [start - 3 * day, start - 2 * day, start - day]

interface Said {
  readonly categories?: Readonly<Record<string, Answer>>
  readonly vendors?: Readonly<Record<string, Answer>>
  readonly disclosed?: readonly string[]
  readonly revision?: string
}

const recordOf = (
  time: number,
  { categories = {}, vendors = {}, disclosed = [], revision = '1' }: Said,
): ConsentRecord =>
  testRecord({
    time,
    revision,
    categories: new Map(Object.entries(categories)),
    vendors: new Map(Object.entries(vendors)),
    disclosed: new Set(disclosed),
  })

const decisions = (answers: Answers): Record<string, string> =>
  Object.fromEntries([...answers].map(([name, { decision }]) => [name, decision]))

/** Both ways round: which of the two is ours makes no difference between records that do not know each other. */
function merged(one: ConsentRecord, other: ConsentRecord) {
  const [there, back] = [mergeRecords(one, other, start, false), mergeRecords(other, one, start, false)].map(
    (both) => ({
      categories: decisions(both.categories),
      vendors: decisions(both.vendors),
      disclosed: [...both.disclosed].toSorted(),
    }),
  )
  expect(back).toEqual(there)
  return there
}

describe('mergeRecords', () => {
  it('takes the later answer to each category, whichever record is later', () => {
    const one = recordOf(third, {
      categories: { functional: yes(first), analytics: no(third), marketing: yes(second) },
    })
    const other = recordOf(second, { categories: { functional: no(second), analytics: yes(second) } })
    expect(merged(one, other)?.categories).toEqual({ functional: 'denied', analytics: 'denied', marketing: 'granted' })
  })

  it('takes the no of two answers of one time', () => {
    expect(
      merged(
        recordOf(first, { categories: { functional: yes(first) } }),
        recordOf(first, { categories: { functional: no(first) } }),
      )?.categories,
    ).toEqual({ functional: 'denied' })
  })

  it('keeps a yes to a vendor that is later than all that the other record says', () => {
    const one = recordOf(third, { vendors: { chat: yes(third) }, disclosed: ['chat'] })
    const other = recordOf(second, { categories: { functional: no(second) } })
    expect(merged(one, other)).toEqual({
      categories: { functional: 'denied' },
      vendors: { chat: 'granted' },
      disclosed: ['chat'],
    })
  })

  it('drops a yes to a vendor that is older than a no to any category: it may be in that one', () => {
    const one = recordOf(first, { vendors: { chat: yes(first) }, disclosed: ['chat'] })
    const other = recordOf(second, { categories: { functional: no(second) } })
    expect(merged(one, other)).toEqual({ categories: { functional: 'denied' }, vendors: {}, disclosed: [] })
  })

  it('keeps a no to a vendor over a later yes to one category: it may be in another', () => {
    const one = recordOf(first, { vendors: { chat: no(first) }, disclosed: ['chat'] })
    const other = recordOf(second, {
      categories: { functional: yes(second), analytics: no(first) },
      disclosed: ['chat'],
    })
    expect(merged(one, other)?.vendors).toEqual({ chat: 'denied' })
  })

  it('lets a later answer to every category settle a vendor that was shown with it', () => {
    const one = recordOf(first, { vendors: { chat: no(first) }, disclosed: ['chat'] })
    const later = { functional: yes(second), analytics: no(second) }
    expect(merged(one, recordOf(second, { categories: later, disclosed: ['chat'] }))?.vendors).toEqual({})
    expect(merged(one, recordOf(second, { categories: later, disclosed: ['map'] }))?.vendors).toEqual({
      chat: 'denied',
    })
  })

  it('lets no yes to another vendor settle one that was refused with its category', () => {
    const one = recordOf(third, {
      categories: { functional: yes(third) },
      vendors: { chat: no(first) },
      disclosed: ['chat', 'map'],
    })
    const other = recordOf(second, { categories: { functional: no(second) }, disclosed: ['chat'] })
    expect(merged(one, other)?.vendors).toEqual({ chat: 'denied' })
    const mixed = recordOf(second, {
      categories: { functional: no(second), analytics: yes(second) },
      disclosed: ['chat'],
    })
    expect(merged(one, mixed)).toEqual({
      categories: { functional: 'granted', analytics: 'granted' },
      vendors: { chat: 'denied' },
      disclosed: ['chat'],
    })
  })

  it('lets no later yes settle a vendor that was refused beside a category that only its own record answers', () => {
    const one = recordOf(first, {
      categories: { functional: yes(first) },
      vendors: { chat: no(first) },
      disclosed: ['chat'],
    })
    const other = recordOf(second, { categories: { marketing: yes(second) }, disclosed: ['chat', 'ads'] })
    expect(merged(one, other)?.vendors).toEqual({ chat: 'denied' })
  })

  it('takes nothing for shown with a yes that only the other record has: a record does not say which it was shown with', () => {
    const one = recordOf(first, { categories: { functional: yes(first) }, disclosed: ['map'] })
    const other = recordOf(second, { categories: { marketing: yes(second) }, disclosed: ['chat', 'map', 'ads'] })
    expect(merged(one, other)?.disclosed).toEqual(['map'])
  })

  it('takes nothing for shown by a yes to it that is over', () => {
    const one = recordOf(third, {
      categories: { marketing: yes(third) },
      vendors: { chat: yes(first) },
      disclosed: ['chat', 'ads'],
    })
    const other = recordOf(second, { categories: { marketing: no(second) } })
    expect(merged(one, other)).toEqual({ categories: { marketing: 'granted' }, vendors: {}, disclosed: ['ads'] })
  })

  it('takes the no of two answers to one vendor, where the yes is not later', () => {
    const one = recordOf(second, { vendors: { chat: no(second) } })
    const other = recordOf(third, {
      categories: { functional: yes(third) },
      vendors: { chat: yes(first) },
      disclosed: ['chat'],
    })
    expect(merged(one, other)?.vendors).toEqual({ chat: 'denied' })
  })

  it('takes nothing for shown by a yes of a clock that is ahead', () => {
    const one = recordOf(start + 60_000, { categories: { functional: yes(start + 60_000) }, disclosed: ['chat'] })
    const other = recordOf(third, { categories: { functional: yes(third) }, disclosed: ['map'] })
    expect(merged(one, other)?.disclosed).toEqual([])
  })

  it('takes for shown what the later yes has shown, not what an earlier one has', () => {
    const one = recordOf(first, { categories: { functional: yes(first) }, disclosed: ['chat', 'map'] })
    const other = recordOf(second, { categories: { functional: yes(second) }, disclosed: ['map', 'survey'] })
    expect(merged(one, other)?.disclosed).toEqual(['map', 'survey'])
  })

  it('counts no yes to another revision, and every no', () => {
    const one = recordOf(first, { categories: { functional: yes(first), analytics: no(first) }, disclosed: ['chat'] })
    const other = recordOf(second, { vendors: { map: yes(second) }, disclosed: ['map'], revision: '2' })
    expect(merged(one, other)).toEqual({
      categories: { analytics: 'denied' },
      vendors: { map: 'granted' },
      disclosed: ['map'],
    })
  })

  it('trusts no yes from the day after tomorrow, and takes a no from there for one of now', () => {
    const one = recordOf(first, {})
    const other = recordOf(start + 9 * day, {
      categories: { functional: yes(start + 2 * day), analytics: no(start + 9 * day) },
      vendors: { chat: yes(start + 2 * day) },
    })
    const both = mergeRecords(one, other, start, false)
    expect([both.time, both.vendors.size, [...both.categories]]).toEqual([start, 0, [['analytics', no(start)]]])
  })

  it('follows who has read ours: what they allow no more is over, and what they refuse is later by any clock', () => {
    const ours = recordOf(third, {
      categories: { functional: yes(third), analytics: yes(third) },
      vendors: { chat: yes(third) },
      disclosed: ['chat', 'map'],
    })
    const both = mergeRecords(ours, recordOf(first, { categories: { functional: no(first) } }), start, true)
    expect([...both.categories]).toEqual([
      ['functional', no(start)],
      // So that no older yes takes the place of what this one had taken the place of.
      ['analytics', yes(third)],
    ])
    expect([both.vendors.size, both.disclosed.size], 'no vendor is allowed by it').toEqual([0, 0])
  })

  it('takes a refusal by who has read ours for the later one, where their clock is behind', () => {
    const ours = recordOf(third, { categories: { functional: yes(third) }, disclosed: ['chat'] })
    const theirs = recordOf(third, {
      categories: { functional: yes(third) },
      disclosed: ['chat'],
      vendors: { chat: no(first) },
    })
    expect(decisions(mergeRecords(ours, theirs, start, true).vendors)).toEqual({ chat: 'denied' })
  })

  it('changes nothing of a record that it merges with itself', () => {
    fc.assert(
      fc.property(goodText, fc.boolean(), (text, knewOurs) => {
        const record = parseRecord(text)
        if (record === null) throw new Error('That is no good text.')
        expect(serializeRecord(mergeRecords(record, record, start + 10 * day, knewOurs))).toBe(text)
      }),
      { numRuns: 300 },
    )
  })
})
