import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDraft } from './draft.ts'
import { permission } from './permission.ts'
import { optIn } from './policies/opt-in.ts'
import type { Policy } from './policy.ts'
import type { ConsentStorage } from './storage/storage.ts'
import { memoryStorage } from './storage/memory-storage.ts'
import { createConsentStore, type ConsentStore, type ConsentStoreOptions } from './store.ts'
import { start, testVendor } from './test-vendor.fixture.ts'

const chat = testVendor('chat', 'functional')
const survey = testVendor('survey', 'functional')
const stats = testVendor('stats', 'analytics')

let storage: ConsentStorage

function pageView(options: ConsentStoreOptions = {}): ConsentStore {
  const store = createConsentStore({ vendors: [chat, survey, stats], storage, ...options })
  store.connect()()
  return store
}

const allowed = (store: ConsentStore): readonly string[] =>
  [...store.getState().vendors.keys()].filter((id) => permission(store.getState(), id).allowed)

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
  storage = memoryStorage()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('createDraft', () => {
  it('begins with nothing ticked on the first visit', () => {
    expect(createDraft(pageView().getState()).getState()).toMatchObject({
      categories: { functional: false, analytics: false },
      vendors: {},
    })
  })

  it('begins with what is allowed, and names the vendors that differ', () => {
    const store = pageView()
    store.savePreferences({ categories: { functional: true, analytics: false }, vendors: { chat: false, stats: true } })
    const draft = createDraft(store.getState())
    expect(draft.getState()).toMatchObject({
      categories: { functional: true, analytics: false },
      vendors: { chat: false, stats: true },
    })
    expect([draft.isTicked('chat'), draft.isTicked('survey'), draft.isTicked('stats')]).toEqual([false, true, true])
  })

  it('begins with what a policy allows by default', () => {
    const store = pageView({ policy: { ...optIn, rules: { '*': 'opt-in', analytics: 'opt-out' } } })
    expect(createDraft(store.getState()).getState().categories).toEqual({
      functional: false,
      analytics: 'implied',
    })
  })

  it('does not tick what is allowed only this time', () => {
    const store = pageView()
    store.grantVendor('chat', { onlyThisTime: true })
    expect(createDraft(store.getState()).isTicked('chat')).toBe(false)
  })

  it('does not tick a vendor that is new in a granted category', () => {
    pageView({ vendors: [chat, stats] }).acceptAll()
    const draft = createDraft(pageView().getState())
    expect(draft.isTicked('survey')).toBe(false)
    expect(draft.isTicked('chat')).toBe(true)
  })

  it('changes nothing before it is saved', () => {
    const store = pageView()
    const draft = createDraft(store.getState())
    draft.tickCategory('functional', true)
    draft.tickVendor('stats', true)
    expect(allowed(store)).toEqual([])
    expect(storage.read()).toBeNull()
    store.savePreferences(draft.getState(), 'preferences')
    expect(allowed(store)).toEqual(['chat', 'survey', 'stats'])
  })

  it('ticks a category with all its vendors, and only those', () => {
    const draft = createDraft(pageView().getState())
    draft.tickVendor('chat', false)
    draft.tickVendor('stats', true)
    draft.tickCategory('functional', true)
    expect(draft.isTicked('chat')).toBe(true)
    expect(draft.isTicked('stats')).toBe(true)
    draft.tickCategory('analytics', false)
    expect(draft.isTicked('stats')).toBe(false)
    expect(draft.isTicked('survey')).toBe(true)
  })

  it('ticks a vendor without its category', () => {
    const draft = createDraft(pageView().getState())
    draft.tickVendor('chat', true)
    expect(draft.isTicked('chat')).toBe(true)
    expect(draft.isTicked('survey')).toBe(false)
    expect(draft.getState().categories).toEqual({ functional: false, analytics: false })
  })

  it('saved as it was found, allows what was allowed and nothing more', () => {
    const store = pageView({ vendors: [chat, stats] })
    store.savePreferences({ categories: { functional: true, analytics: false } })
    const later = pageView()
    const before = allowed(later)
    expect(before).toEqual(['chat'])
    later.savePreferences(createDraft(later.getState()).getState(), 'preferences')
    expect(allowed(later)).toEqual(before)
    expect(allowed(pageView())).toEqual(before)
  })

  it('knows which boxes the visitor has not touched since the policy set them', () => {
    const policy: Policy = { ...optIn, rules: { '*': 'opt-out' } }
    const draft = createDraft(pageView({ policy }).getState())
    expect(draft.getState().categories).toEqual({ functional: 'implied', analytics: 'implied' })
    draft.tickCategory('functional', true)
    expect(draft.getState().categories).toEqual({ functional: true, analytics: 'implied' })
    const store = pageView({ policy })
    store.savePreferences(draft.getState(), 'preferences')
    expect(createDraft(pageView({ policy }).getState()).getState().categories).toEqual({
      functional: true,
      analytics: 'implied',
    })
  })

  it('has nothing ticked for what is no vendor', () => {
    expect(createDraft(pageView().getState()).isTicked('nobody')).toBe(false)
  })
})
