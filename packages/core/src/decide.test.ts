import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { decide } from './decide.ts'
import type { ConsentRecord } from './record.ts'
import type { ConsentState } from './state.ts'
import { memoryStorage } from './storage/memory-storage.ts'
import { createConsentStore, type ConsentStoreOptions } from './store.ts'
import { no, start, testRecord, testVendor, yes } from './test-vendor.fixture.ts'

const chat = testVendor('chat', 'functional')
const survey = testVendor('survey', 'functional')
const stats = testVendor('stats', 'analytics')

function stateWith(record: Partial<ConsentRecord> | null, options: ConsentStoreOptions = {}): ConsentState {
  const store = createConsentStore({ vendors: [chat, survey, stats], storage: memoryStorage(), ...options })
  store.connect()()
  return { ...store.getState(), record: record && testRecord(record) }
}

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('decide', () => {
  it('records when, where, in which language and under which rules the visitor decided', () => {
    const state = stateWith(null, { locale: 'de', revision: '7' })
    expect(decide(state, { categories: { functional: true } }, 'banner')).toMatchObject({
      time: start,
      surface: 'banner',
      locale: 'de',
      revision: '7',
      policy: 'opt-in',
      signal: '',
      categories: new Map([['functional', yes()]]),
      vendors: new Map(),
    })
  })

  it('discloses all vendors of a category that was allowed, and no others', () => {
    const choices = { categories: { functional: true, analytics: false } }
    expect(decide(stateWith(null), choices, 'banner').disclosed).toEqual(new Set(['chat', 'survey']))
  })

  it('discloses a vendor that was answered by itself, and does not answer for its category', () => {
    const { categories, disclosed, vendors } = decide(stateWith(null), { vendors: { chat: true } }, 'gate')
    expect(disclosed).toEqual(new Set(['chat']))
    expect(vendors).toEqual(new Map([['chat', yes()]]))
    expect(categories).toEqual(new Map())
  })

  it('leaves what the choices do not name as it was', () => {
    const state = stateWith({
      time: start - 50,
      categories: new Map([
        ['analytics', yes(start - 90)],
        ['marketing', no(start - 80)],
      ]),
      vendors: new Map([['stats', no(start - 70)]]),
      disclosed: new Set(['stats']),
    })
    expect(decide(state, { categories: { functional: true } }, 'banner')).toMatchObject({
      id: 'k3j9x0',
      categories: new Map([
        ['analytics', yes(start - 90)],
        ['marketing', no(start - 80)],
        ['functional', yes()],
      ]),
      vendors: new Map([['stats', no(start - 70)]]),
      disclosed: new Set(['stats', 'chat', 'survey']),
    })
  })

  it('settles the vendors of a category with the category', () => {
    const state = stateWith({
      vendors: new Map([
        ['chat', no()],
        ['survey', yes()],
        ['stats', no()],
      ]),
    })
    expect(decide(state, { categories: { functional: true } }, 'banner').vendors).toEqual(new Map([['stats', no()]]))
  })

  it('writes what was said of vendors by themselves, whatever their category is told', () => {
    const choices = { categories: { functional: true }, vendors: { chat: true, survey: false, stats: false } }
    expect(decide(stateWith(null), choices, 'preferences').vendors).toEqual(
      new Map([
        ['chat', yes()],
        ['survey', no()],
        ['stats', no()],
      ]),
    )
  })

  it('reads a category by its other name', () => {
    const { categories } = decide(stateWith(null), { categories: { preferences: true } }, 'preferences')
    expect(categories).toEqual(new Map([['functional', yes()]]))
  })

  it('ends every yes to another revision, so that it counts for nothing and no default takes its place, and keeps every no', () => {
    const state = stateWith(
      {
        revision: '1',
        categories: new Map([
          ['functional', yes()],
          ['analytics', no()],
        ]),
        vendors: new Map([
          ['survey', yes()],
          ['stats', no()],
        ]),
        disclosed: new Set(['chat', 'survey', 'stats']),
      },
      { revision: '2' },
    )
    expect(decide(state, { vendors: { chat: true } }, 'gate')).toMatchObject({
      revision: '2',
      categories: new Map([
        ['functional', yes(0)],
        ['analytics', no()],
      ]),
      vendors: new Map([
        ['survey', yes(0)],
        ['stats', no()],
        ['chat', yes()],
      ]),
      disclosed: new Set(['chat']),
    })
  })

  it('marks answers with the privacy signal that was seen, yes and no', () => {
    const state: ConsentState = { ...stateWith(null), signal: 'gpc' }
    const record = decide(state, { categories: { functional: true }, vendors: { stats: false } }, 'banner')
    expect(record.signal).toBe('gpc')
    expect(record.categories).toEqual(new Map([['functional', yes(start, 'gpc')]]))
    expect(record.vendors).toEqual(new Map([['stats', no(start, 'gpc')]]))
  })

  it('marks a yes as implied where the box had been set before and was left alone', () => {
    const choices = {
      categories: { functional: true, analytics: 'implied', marketing: false },
    } as const
    const { categories } = decide(stateWith(null), choices, 'preferences')
    expect(categories).toEqual(
      new Map([
        ['functional', yes()],
        ['analytics', yes(start, 'implied')],
        ['marketing', no()],
      ]),
    )
  })

  it('gives every visitor another id, and a visitor the same id again', () => {
    const first = decide(stateWith(null), { categories: { functional: true } }, 'banner')
    const second = decide(stateWith(null), { categories: { functional: true } }, 'banner')
    expect(first.id).toMatch(/^[\da-z.]{8,}$/)
    expect(second.id).not.toBe(first.id)
    expect(decide({ ...stateWith(null), record: first }, { vendors: { chat: false } }, 'gate').id).toBe(first.id)
  })

  it('changes nothing that it was given', () => {
    const state = stateWith({ categories: new Map([['functional', yes()]]), vendors: new Map([['chat', no()]]) })
    decide(state, { categories: { functional: false, analytics: true }, vendors: { chat: true } }, 'banner')
    expect(state.record).toEqual(
      testRecord({ categories: new Map([['functional', yes()]]), vendors: new Map([['chat', no()]]) }),
    )
  })

  it('can refuse what an older page of the site had asked about', () => {
    const state = stateWith({ categories: new Map([['maps', yes()]]), vendors: new Map([['gone', yes()]]) })
    const record = decide(state, { categories: { maps: false }, vendors: { gone: false } }, 'api')
    expect(record.categories).toEqual(new Map([['maps', no()]]))
    expect(record.vendors).toEqual(new Map([['gone', no()]]))
  })

  it('throws for a vendor that neither the site nor the record knows, and lists the registered ones', () => {
    expect(() => decide(stateWith(null), { vendors: { nobody: true } }, 'gate')).toThrow(
      /^Askfirst: .*"nobody".*, so .+\. .*: chat, survey, stats[;.].*/,
    )
  })

  it('throws for a category that neither the site nor the record knows, and lists the known ones', () => {
    expect(() => decide(stateWith(null), { categories: { maps: true } }, 'api')).toThrow(
      /^Askfirst: .*"maps".*, so .+\. .*necessary, functional, analytics, marketing.*\.$/,
    )
  })
})
