import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { eea } from '../policies/europe.ts'
import type { ConsentRecord } from '../record.ts'
import { serializeRecord } from '../serialize-record.ts'
import { cookieStorage } from '../storage/cookie-storage.ts'
import { memoryStorage } from '../storage/memory-storage.ts'
import { createConsentStore, type ConsentStore, type ConsentStoreOptions } from '../store.ts'
import { no, start, testDisclosure, testRecord, testVendor, yes } from '../test-vendor.fixture.ts'
import { createReceipt, type ReceiptOptions } from './create-receipt.ts'
import type { Receipt } from './receipt.ts'

const chat = testVendor('chat', 'functional', {
  name: 'Acme Chat',
  disclosure: {
    ...testDisclosure,
    country: 'GB',
    transfers: ['US'],
    policyUrl: 'https://acme.test/privacy',
    data: ['messages', 'ip-address'],
    storage: [
      { name: 'chat-id', kind: 'local', purpose: 'visitor-id', days: 365, confidence: 'verified' },
      { name: 'chat-state', kind: 'session', purpose: 'session', days: 0, confidence: 'inferred' },
      { name: 'chat-more', kind: 'cookie', purpose: 'unpublished', days: null, confidence: 'unknown' },
    ],
  },
})
const stats = testVendor('stats', 'analytics', { disclosure: { ...testDisclosure, country: null } })

const record = testRecord({
  policy: 'eea',
  surface: 'preferences',
  locale: 'de',
  revision: '4',
  categories: new Map([
    ['functional', yes()],
    ['analytics', yes(start - 60_000, 'implied')],
    ['marketing', no(start, 'gpc')],
  ]),
  vendors: new Map([['gone', no(start - 60_000)]]),
  disclosed: new Set(['chat', 'stats']),
})

function open(stored: ConsentRecord | null, options: ConsentStoreOptions = {}): ConsentStore {
  const storage = memoryStorage(stored && serializeRecord(stored))
  const store = createConsentStore({ vendors: [chat, stats], policy: eea, storage, ...options })
  store.refresh()
  return store
}

function receiptOf(store: ConsentStore, options?: ReceiptOptions): Receipt {
  const receipt = createReceipt(store, options)
  if (!receipt) throw new Error('There is nothing stored.')
  return receipt
}

beforeEach(() => {
  vi.useFakeTimers({ now: start + 60_000, toFake: ['Date'] })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('createReceipt', () => {
  it('has nothing to say while nothing is stored', () => {
    expect(createReceipt(open(null))).toBeNull()
    const unreadable = createConsentStore({ storage: memoryStorage('v=1&sum=0') })
    unreadable.refresh()
    expect(createReceipt(unreadable)).toBeNull()
  })

  it('is plain data', () => {
    const receipt = receiptOf(open(record))
    expect(JSON.parse(JSON.stringify(receipt))).toEqual(receipt)
  })

  it('has a header with ids, and does not pretend to know who the visitor is', () => {
    expect(receiptOf(open(record), { now: start }).header).toMatchObject({
      schema_version: 'askfirst-receipt-1',
      record_id: 'k3j9x0',
      receipt_id: `k3j9x0-${start}`,
      pii_principal_id: 'unknown',
      receipt_time: '2027-01-15T08:00:00.000Z',
    })
  })

  it('has an event for each answer, with its time, state, and how long it holds', () => {
    expect(receiptOf(open(record)).events).toEqual([
      {
        purpose: 'functional',
        event_time: '2027-01-15T08:00:00.000Z',
        event_type: 'expressed',
        event_state: 'given',
        entity_id: 'visitor',
        privacy_signal: false,
        validity_duration: 'P181D',
      },
      {
        purpose: 'analytics',
        event_time: '2027-01-15T07:59:00.000Z',
        event_type: 'implied',
        event_state: 'given',
        entity_id: 'visitor',
        privacy_signal: false,
        validity_duration: 'P181D',
      },
      {
        purpose: 'marketing',
        event_time: '2027-01-15T08:00:00.000Z',
        event_type: 'expressed',
        event_state: 'refused',
        entity_id: 'visitor',
        privacy_signal: true,
        validity_duration: 'until changed',
        not_asked_again_for: 'P184D',
      },
      {
        recipient_third_party: 'gone',
        event_time: '2027-01-15T07:59:00.000Z',
        event_type: 'expressed',
        event_state: 'refused',
        entity_id: 'visitor',
        privacy_signal: false,
        validity_duration: 'until changed',
        not_asked_again_for: 'P184D',
      },
    ])
  })

  it('lists the purposes with their lawful basis and recipients', () => {
    const { purposes } = receiptOf(open(record)).processing
    expect(purposes).toContainEqual({
      purpose: 'functional',
      lawful_basis: ['consent'],
      rule: 'opt-in',
      pii_information: [{ pii_type: 'messages' }, { pii_type: 'ip-address' }],
      recipient_third_parties: ['chat'],
    })
    expect(purposes.find(({ purpose }) => purpose === 'marketing')).toMatchObject({ recipient_third_parties: [] })
  })

  it('says nothing of the rules of a policy that the page does not have', () => {
    const { purposes, jurisdiction } = receiptOf(open({ ...record, policy: 'france' })).processing
    expect(jurisdiction).toBe('france')
    expect(purposes.find(({ purpose }) => purpose === 'marketing')).toMatchObject({
      rule: 'unknown',
      lawful_basis: ['unknown'],
    })
  })

  it('tells of each recipient what was disclosed, and invents nothing', () => {
    const { parties, processing } = receiptOf(open(record))
    expect(processing.recipient_third_parties).toEqual(['chat', 'stats', 'gone'])
    expect(parties.find(({ party_id }) => party_id === 'chat')).toEqual({
      party_id: 'chat',
      party_type: 'recipient third party',
      party_name: 'Acme Ltd',
      party_address: 'unknown',
      party_contact: 'unknown',
      party_url: 'https://acme.test/privacy',
      service: 'Acme Chat',
      purpose: 'functional',
      lawful_basis: 'consent',
      gate: 'consent',
      processing_locations: ['GB', 'US'],
      domains: ['chat.acme.test'],
      pii_information: [{ pii_type: 'messages' }, { pii_type: 'ip-address' }],
      storage_locations: [
        { kind: 'local', name: 'chat-id', retention_period: 'P365D', purpose: 'visitor-id', confidence: 'verified' },
        {
          kind: 'session',
          name: 'chat-state',
          retention_period: 'end of the visit',
          purpose: 'session',
          confidence: 'inferred',
        },
        {
          kind: 'cookie',
          name: 'chat-more',
          retention_period: 'unknown',
          purpose: 'unpublished',
          confidence: 'unknown',
        },
      ],
    })
    expect(parties.find(({ party_id }) => party_id === 'stats')).toMatchObject({ processing_locations: 'unknown' })
    expect(parties.find(({ party_id }) => party_id === 'gone')).toEqual({
      party_id: 'gone',
      party_type: 'recipient third party',
      party_name: 'unknown',
      party_address: 'unknown',
      party_contact: 'unknown',
    })
  })

  it('names the controller and the notice as the site gives them, and else as unknown', () => {
    const store = open(record)
    expect(receiptOf(store).parties[0]).toEqual({
      party_id: 'controller',
      party_type: 'pii controller',
      party_name: 'unknown',
      party_address: 'unknown',
      party_contact: 'unknown',
    })
    expect(receiptOf(store).processing.privacy_notice.url).toBe('unknown')
    const named = receiptOf(store, {
      controller: { name: 'Acme Ltd', contact: 'privacy@acme.test', url: 'https://acme.test' },
      noticeUrl: 'https://acme.test/privacy',
    })
    expect(named.parties[0]).toMatchObject({
      party_name: 'Acme Ltd',
      party_address: 'unknown',
      party_contact: 'privacy@acme.test',
      party_url: 'https://acme.test',
    })
    expect(named.processing.privacy_notice.url).toBe('https://acme.test/privacy')
  })

  it('says where the record is, if the page can see it', () => {
    expect(receiptOf(open(record)).processing.storage_locations).toBe('unknown')
    const inCookie = open(null, { storage: cookieStorage() })
    inCookie.acceptAll('banner')
    expect(receiptOf(inCookie).processing.storage_locations).toEqual([{ kind: 'cookie', name: 'askfirst' }])
  })

  it('carries the stored text and what the field list has no name for', () => {
    expect(receiptOf(open(record)).askfirst).toEqual({
      decided: '2027-01-15T08:00:00.000Z',
      revision: '4',
      surface: 'preferences',
      signal: '',
      disclosed: ['chat', 'stats'],
      stored: serializeRecord(record),
    })
  })

  it('has the hash of the wording behind each decision, or says that none was recorded', () => {
    const kept = { surface: 'banner', locale: 'de', revision: '3', hash: 'a'.repeat(64) } as const
    const other = { ...kept, time: 1, hash: 'b'.repeat(64) }
    const store = open(record)
    const recorded = [
      {
        event_time: '2027-01-15T07:59:00.000Z',
        surface: 'banner',
        locale: 'de',
        revision: '3',
        algorithm: 'SHA-256',
        hash: 'a'.repeat(64),
      },
      { event_time: '2027-01-15T08:00:00.000Z', hash: 'not recorded' },
    ]
    const wording = [{ ...kept, time: start - 60_000 }, other]
    const given = receiptOf(store, { wording }).processing.privacy_notice.wording
    expect(given.toSorted((a, b) => a.event_time.localeCompare(b.event_time))).toEqual(recorded)
    localStorage.setItem('askfirst.wording', JSON.stringify({ id: record.id, shown: wording }))
    expect(receiptOf(store).processing.privacy_notice.wording).toEqual(given)
    localStorage.setItem('askfirst.wording', JSON.stringify({ id: 'another', shown: wording }))
    expect(new Set(receiptOf(store).processing.privacy_notice.wording.map(({ hash }) => hash))).toEqual(
      new Set(['not recorded']),
    )
  })

  it('survives times that no calendar has', () => {
    const store = open(testRecord({ categories: new Map([['functional', yes(9e15)]]) }))
    expect(receiptOf(store).events[0]?.event_time).toBe('unknown')
  })

  it('works on a server, where it does not know the host', () => {
    vi.stubGlobal('location', undefined)
    expect(receiptOf(open(record)).processing.service).toBe('unknown')
  })
})
