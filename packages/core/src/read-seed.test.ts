import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isGranted, needsDecision, permission } from './permission.ts'
import { memoryStorage } from './storage/memory-storage.ts'
import { createConsentStore, type ConsentStore, type ConsentStoreOptions } from './store.ts'
import { start, testVendor } from './test-vendor.fixture.ts'

const chat = testVendor('chat', 'functional')
const stats = testVendor('stats', 'analytics')

function pageView(text: string, options: ConsentStoreOptions = {}): ConsentStore {
  const store = createConsentStore({ vendors: [chat, stats], storage: memoryStorage(text), ...options })
  store.connect()()
  return store
}

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('a hand-written cookie', () => {
  it('accept-all allows every vendor and asks nothing', () => {
    const { getState } = pageView('accept-all')
    expect(permission(getState(), 'chat')).toEqual({ allowed: true, reason: 'category-granted' })
    expect(permission(getState(), 'stats')).toEqual({ allowed: true, reason: 'category-granted' })
    expect(needsDecision(getState())).toBe(false)
  })

  it('reject-all refuses every vendor and asks nothing', () => {
    const { getState } = pageView('reject-all')
    expect(permission(getState(), 'chat')).toEqual({ allowed: false, reason: 'category-denied' })
    expect(permission(getState(), 'stats')).toEqual({ allowed: false, reason: 'category-denied' })
    expect(needsDecision(getState())).toBe(false)
  })

  it('covers the categories of the site that have no vendor', () => {
    const { getState } = pageView('accept-all', { categories: ['maps'] })
    expect(isGranted(getState(), 'maps')).toBe(true)
    expect(needsDecision(getState())).toBe(false)
  })

  it('does not allow a vendor that works on request only', () => {
    const { getState } = pageView('accept-all', { gates: { chat: 'on-request' } })
    expect(permission(getState(), 'chat').allowed).toBe(false)
  })

  it('says in the record where the answers come from', () => {
    expect(pageView('accept-all').getState().record).toMatchObject({ surface: 'seed', time: start, revision: '1' })
  })

  it('can be decided away from, in both directions', () => {
    const accepted = pageView('accept-all')
    accepted.rejectAll()
    expect(permission(accepted.getState(), 'chat').reason).toBe('category-denied')
    const rejected = pageView('reject-all')
    rejected.grantVendor('chat')
    expect(permission(rejected.getState(), 'chat').reason).toBe('vendor-granted')
    expect(permission(rejected.getState(), 'stats').reason).toBe('category-denied')
  })

  it('leaves nothing of what was answered before', () => {
    const storage = memoryStorage()
    const elsewhere = createConsentStore({ vendors: [chat], categories: ['maps'], storage })
    elsewhere.acceptAll()
    const store = createConsentStore({ vendors: [chat], storage })
    store.connect()()
    storage.write('reject-all')
    store.connect()()
    expect([...(store.getState().record?.categories.keys() ?? [])]).toEqual(['functional'])
    expect(permission(store.getState(), 'chat').reason).toBe('category-denied')
  })

  it('becomes an ordinary record with the first decision', () => {
    const storage = memoryStorage('reject-all')
    const store = createConsentStore({ vendors: [chat, stats], storage })
    store.connect()()
    expect(storage.read()).toBe('reject-all')
    store.grantVendor('chat')
    expect(storage.read()).toMatch(/^v=1&/)
  })

  it.each([
    ['Accept-All'],
    ['accept-all '],
    [' accept-all'],
    ['"accept-all"'],
    ['accept-all;'],
    ['accept%2Dall'],
    ['accept_all'],
    ['accept-all\n'],
    ['accept-allreject-all'],
    ['xaccept-all'],
  ])('%j is not accept-all', (text) => {
    const { getState } = pageView(text)
    expect(permission(getState(), 'chat')).toEqual({ allowed: false, reason: 'undecided' })
    expect(needsDecision(getState())).toBe(true)
  })
})
