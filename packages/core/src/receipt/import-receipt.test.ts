import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { anyText } from '../any-text.fixture.ts'
import { checksum } from '../checksum.ts'
import { follow } from '../follow.ts'
import { isGranted, needsDecision, permission } from '../permission.ts'
import { policies } from '../policies/policies.ts'
import type { Answer, ConsentRecord, Decision } from '../record.ts'
import { serializeRecord } from '../serialize-record.ts'
import type { ConsentState } from '../state.ts'
import { memoryStorage } from '../storage/memory-storage.ts'
import type { ConsentStorage } from '../storage/storage.ts'
import { createConsentStore, type ConsentStore, type ConsentStoreOptions } from '../store.ts'
import { day, no, start, testRecord, testVendor, yes } from '../test-vendor.fixture.ts'
import { createReceipt } from './create-receipt.ts'
import { eraseRecord } from './erase-record.ts'
import { importReceipt } from './import-receipt.ts'
import type { Receipt } from './receipt.ts'
import { connectTabs } from './tabs.fixture.ts'

const vendors = [
  testVendor('chat', 'functional'),
  testVendor('phone', 'functional', { gate: 'on-request' }),
  testVendor('stats', 'analytics'),
  testVendor('ads', 'marketing'),
  testVendor('partner', 'marketing', { gate: { always: 'contract' } }),
]
const ids = vendors.map(({ id }) => id)
const optional = ['functional', 'analytics', 'marketing']

function open(record: ConsentRecord | null, options: ConsentStoreOptions = {}): ConsentStore {
  const store = createConsentStore({ vendors, storage: memoryStorage(record && serializeRecord(record)), ...options })
  store.refresh()
  return store
}

const textOf = (store: ConsentStore): string => JSON.stringify(createReceipt(store), null, 2)

const allowed = ({ getState }: ConsentStore): readonly string[] =>
  ids.filter((id) => permission(getState(), id).allowed)

/** Everything that a visitor can meet: what is allowed and why, and whether they are asked. */
const met = (state: ConsentState): unknown => ({
  vendors: ids.map((id) => permission(state, id)),
  categories: optional.map((category) => isGranted(state, category)),
  due: needsDecision(state),
})

const accepted = testRecord({
  categories: new Map(optional.map((category) => [category, yes()])),
  disclosed: new Set(ids),
})

beforeEach(() => {
  vi.useFakeTimers({ now: start + day, toFake: ['Date'] })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const name = fc.stringMatching(/^[\w-]{1,12}$/)

const answer: fc.Arbitrary<Answer> = fc.record({
  decision: fc.constantFrom<Decision>('granted', 'denied'),
  // Some of them have expired, some ask again, and some are of a clock that was a little ahead.
  time: fc.integer({ min: start - 400 * day, max: start + day + 3_600_000 }),
  mark: fc.constantFrom('', 'gpc', 'implied'),
})

const answersOf = (names: readonly string[]) =>
  fc
    .uniqueArray(fc.tuple(fc.oneof(fc.constantFrom(...names), name), answer), { selector: ([id]) => id, maxLength: 6 })
    .map((entries) => new Map(entries))

const records: fc.Arbitrary<ConsentRecord> = fc
  .record({
    id: name,
    time: fc.integer({ min: start - 400 * day, max: start }),
    policy: fc.oneof(fc.constantFrom(...Object.keys(policies)), name),
    revision: fc.constantFrom('1', '2'),
    surface: fc.constantFrom('banner', 'preferences', 'gate', 'api', 'seed', 'automated'),
    locale: fc.constantFrom('en', 'pt-BR'),
    signal: fc.constantFrom('', 'gpc'),
    categories: answersOf(optional),
    vendors: answersOf(ids),
    disclosed: fc.subarray(['elsewhere', ...ids]).map((some) => new Set(some)),
  })
  .filter(({ vendors: own, disclosed }) => {
    const named = [...own.keys(), ...disclosed]
    return named.length === 0 || named.some((id) => ids.includes(id))
  })

describe('a receipt that is brought back', () => {
  it('restores exactly what was allowed, whatever was decided and under whichever policy', () => {
    const policy = fc.constantFrom(...Object.values(policies))
    fc.assert(
      fc.property(records, policy, fc.boolean(), fc.integer({ min: 0, max: 300 }), (record, rules, gpc, days) => {
        vi.setSystemTime(start + day)
        vi.stubGlobal('navigator', { globalPrivacyControl: gpc })
        const store = open(record, { policy: rules })
        const before = met(store.getState())
        const text = textOf(store)
        expect(eraseRecord(store)).toBe(true)
        expect(met(store.getState())).toEqual(met(open(null, { policy: rules }).getState()))
        expect(importReceipt(store, text)).toBe(true)
        expect(met(store.getState())).toEqual(before)
        expect(store.getState().record).toEqual(record)
        // It ends when it would have ended, here and on another device.
        vi.setSystemTime(start + day + days * day)
        const device = open(null, { policy: rules })
        const kept = open(record, { policy: rules })
        expect(importReceipt(device, text)).toBe(true)
        store.refresh()
        expect(met(store.getState())).toEqual(met(kept.getState()))
        expect(met(device.getState())).toEqual(met(kept.getState()))
      }),
      { numRuns: 300 },
    )
  })

  it('is stored, and found by the next page', () => {
    const storage = memoryStorage()
    const store = open(null, { storage })
    importReceipt(store, textOf(open(accepted)))
    expect(storage.read()).toBe(serializeRecord(accepted))
    expect(allowed(open(null, { storage }))).toEqual(['chat', 'stats', 'ads', 'partner'])
  })

  it('may be the bare text of a record, with space around it', () => {
    const store = open(null)
    expect(importReceipt(store, `\n ${serializeRecord(accepted)}\r\n`)).toBe(true)
    expect(store.getState().record).toEqual(accepted)
  })

  it('takes the place of what is stored, also of what cannot be read', () => {
    const refused = testRecord({ id: 'other', categories: new Map(optional.map((category) => [category, no()])) })
    const store = open(refused)
    expect(importReceipt(store, textOf(open(accepted)))).toBe(true)
    expect(allowed(store)).toEqual(['chat', 'stats', 'ads', 'partner'])
    const doubtful = open(null, { storage: memoryStorage('garbage') })
    expect(doubtful.getState().inDoubt).toBe(true)
    expect(importReceipt(doubtful, textOf(open(accepted)))).toBe(true)
    expect(doubtful.getState().inDoubt).toBe(false)
  })

  it('changes the record once', () => {
    const store = open(null)
    const changes = vi.fn<() => void>()
    store.subscribe(({ record }, previous) => {
      if (record !== previous.record) changes()
    })
    importReceipt(store, textOf(open(accepted)))
    expect(changes).toHaveBeenCalledOnce()
  })

  it('grants nothing to a vendor that it does not disclose, nor to one that only it knows', () => {
    const store = open(null, { vendors: [...vendors, testVendor('new', 'functional')] })
    importReceipt(store, textOf(open({ ...accepted, disclosed: new Set(['chat', 'unknown']) })))
    expect(permission(store.getState(), 'new').reason).toBe('not-disclosed')
    expect(permission(store.getState(), 'unknown').reason).toBe('unknown')
    expect(store.getState().vendors.has('unknown')).toBe(false)
  })

  it('grants nothing that was only implied where the policy asks for opt-in', () => {
    const implied = { ...accepted, categories: new Map([['analytics', yes(start, 'implied')]]) }
    const text = textOf(open(implied, { policy: policies.us }))
    const here = open(null, { policy: policies.eea })
    expect(importReceipt(here, text)).toBe(true)
    expect(permission(here.getState(), 'stats').reason).toBe('undecided')
  })

  it('ends what was allowed only this time, if it answers for it', () => {
    const refused = testRecord({ vendors: new Map([['chat', no()]]), disclosed: new Set(['chat']) })
    const store = open(null)
    store.grantVendor('chat', { onlyThisTime: true })
    store.grantVendor('phone')
    expect(allowed(store)).toEqual(['chat', 'phone', 'partner'])
    expect(importReceipt(store, textOf(open(refused)))).toBe(true)
    expect(allowed(store)).toEqual(['phone', 'partner'])
  })

  it('holds for the page where storage throws, or drops what is written', () => {
    const broken: ConsentStorage = {
      read: () => {
        throw new DOMException('denied', 'SecurityError')
      },
      write: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    }
    for (const storage of [broken, { ...memoryStorage(), write: () => undefined }]) {
      const store = open(null, { storage })
      expect(importReceipt(store, textOf(open(accepted)))).toBe(true)
      store.refresh()
      expect(allowed(store)).toEqual(['chat', 'stats', 'ads', 'partner'])
    }
  })

  it('holds in other tabs at once', () => {
    connectTabs()
    const storage = memoryStorage()
    const [here, there] = [open(null, { storage }), open(null, { storage })]
    const stops = [follow(here), follow(there)]
    importReceipt(here, textOf(open(accepted)))
    expect(allowed(there)).toEqual(['chat', 'stats', 'ads', 'partner'])
    for (const stop of stops) stop()
  })
})

describe('what is no receipt of this site', () => {
  /** The receipt with something in it changed, by hand. */
  const altered = (change: (receipt: Receipt) => unknown): string => {
    const receipt = JSON.parse(textOf(open(accepted))) as Receipt
    return JSON.stringify(change(receipt) ?? receipt)
  }
  const stored = serializeRecord(accepted)
  const signed = (body: string): string => `${body}&sum=${checksum(body)}`
  const resigned = (from: string | RegExp, to: string): string =>
    signed(stored.replace(from, to).replace(/&sum=\w+$/, ''))
  const storing = (text: string): string =>
    altered((receipt) => ({ ...receipt, askfirst: { ...receipt.askfirst, stored: text } }))

  it.each([
    ['nothing', ''],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0'],
    ['another JSON', '{"a":1}'],
    ['JSON that is cut', textOf(open(accepted)).slice(0, -9)],
    ['JSON that is no object', 'null'],
    ['a list', '[{"askfirst":{}}]'],
    [
      'stored text that is no text',
      altered((receipt) => ({ ...receipt, askfirst: { ...receipt.askfirst, stored: 1 } })),
    ],
    ['no stored text', altered((receipt) => ({ ...receipt, askfirst: {} }))],
    ['a prototype', '{"__proto__":{"askfirst":{"stored":"x"}},"constructor":{}}'],
    ['very deep JSON', `{"askfirst":${'['.repeat(500_000)}${']'.repeat(500_000)}}`],
    ['more than any receipt', `${stored}${' '.repeat(10_000_000)}`],
    ['a seed', 'accept-all'],
    ['a seed in a receipt', storing('accept-all')],
    ['a record whose sum is wrong', stored.replace('granted', 'denied')],
    ['a record with a field of its own', resigned('&signal=', '&evil=1&signal=')],
    ['a record with a field twice', resigned('&signal=', '&signal=&signal=')],
    ['a record in another order', resigned(/(&locale=\w+)(&signal=)/, '$2$1')],
    ['a record of an unknown surface', resigned('surface=banner', 'surface=fax')],
    ['a record of an unknown signal', resigned('&signal=', '&signal=dnt')],
    ['a record with a name nobody has', resigned('disclosed=', 'disclosed=%3Cscript%3E.')],
    ['a record with an endless name', resigned('disclosed=', `disclosed=${'x'.repeat(65)}.`)],
    ['a record of the future', serializeRecord({ ...accepted, time: start + 3 * day })],
    [
      'a yes of the future',
      serializeRecord({ ...accepted, categories: new Map([['functional', yes(start + 300 * day)]]) }),
    ],
    ["another site's vendors", serializeRecord({ ...accepted, disclosed: new Set(['intercom', 'drift']) })],
    [
      "another site's receipt",
      altered(({ processing, ...rest }) => ({ ...rest, processing: { ...processing, service: 'acme.example' } })),
    ],
    [
      'a receipt of no site',
      altered(({ processing, ...rest }) => ({ ...rest, processing: { ...processing, service: undefined } })),
    ],
    [
      'an event that says no where a yes is stored',
      altered((receipt) => ({
        ...receipt,
        events: receipt.events.map((event) => ({ ...event, event_state: 'refused' })),
      })),
    ],
    [
      'an event of another time',
      altered((receipt) => ({
        ...receipt,
        events: receipt.events.map((event) => ({ ...event, event_time: '2020-01-01T00:00:00.000Z' })),
      })),
    ],
    ['a missing event', altered((receipt) => ({ ...receipt, events: receipt.events.slice(1) }))],
    ['an event too many', altered((receipt) => ({ ...receipt, events: [...receipt.events, ...receipt.events] }))],
    ['no events', altered((receipt) => ({ ...receipt, events: undefined }))],
    ['another record id', altered((receipt) => ({ ...receipt, header: { ...receipt.header, record_id: 'k3j9x1' } }))],
    [
      'another jurisdiction',
      altered((receipt) => ({ ...receipt, processing: { ...receipt.processing, jurisdiction: 'us' } })),
    ],
    [
      'a shorter list of what was disclosed',
      altered((receipt) => ({ ...receipt, askfirst: { ...receipt.askfirst, disclosed: ['chat'] } })),
    ],
  ])('%s is refused, and changes nothing', (_, text) => {
    const refused = testRecord({ id: 'mine', categories: new Map([['functional', no()]]) })
    const storage = memoryStorage(serializeRecord(refused))
    const store = open(null, { storage })
    const before = store.getState()
    expect(importReceipt(store, text)).toBe(false)
    expect(store.getState()).toBe(before)
    expect(storage.read()).toBe(serializeRecord(refused))
  })

  it('accepts the texts that the tests above spoil', () => {
    expect(
      importReceipt(
        open(null),
        altered(() => undefined),
      ),
    ).toBe(true)
    expect(importReceipt(open(null), storing(stored))).toBe(true)
    expect(importReceipt(open(null), signed(stored.replace(/&sum=\w+$/, '')))).toBe(true)
  })

  it('never throws, and never allows what was not allowed', () => {
    const text = textOf(open(accepted))
    const spoilt = fc
      .tuple(fc.nat({ max: text.length }), fc.nat({ max: 40 }), anyText({ maxLength: 4 }))
      .map(([from, length, instead]) => text.slice(0, from) + instead + text.slice(from + length))
    fc.assert(
      fc.property(spoilt, (given) => {
        const store = open(null)
        const isTaken = importReceipt(store, given)
        // What is spoilt may be a part that decides nothing, such as the name of a country.
        expect(allowed(store)).toEqual(isTaken ? ['chat', 'stats', 'ads', 'partner'] : ['partner'])
      }),
      { numRuns: 250 },
    )
  })

  it('takes a receipt from a host above or below this one', () => {
    vi.stubGlobal('location', { hostname: 'acme.test' })
    const text = textOf(open(accepted))
    const taken = ['shop.acme.test', 'acme.test', 'test', 'other.test', 'fakeacme.test'].filter((hostname) => {
      vi.stubGlobal('location', { hostname })
      return importReceipt(open(null), text)
    })
    expect(taken).toEqual(['shop.acme.test', 'acme.test', 'test'])
  })
})
