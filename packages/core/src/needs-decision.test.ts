import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDraft } from './draft.ts'
import { needsDecision, permission } from './permission.ts'
import { optIn } from './policies/opt-in.ts'
import type { Policy } from './policy.ts'
import type { ConsentStorage } from './storage/storage.ts'
import { memoryStorage } from './storage/memory-storage.ts'
import { createConsentStore, type ConsentStore, type ConsentStoreOptions } from './store.ts'
import { day, start, testVendor } from './test-vendor.fixture.ts'

const chat = testVendor('chat', 'functional')
const survey = testVendor('survey', 'functional')
const stats = testVendor('stats', 'analytics')

const everythingOptOut: Policy = { ...optIn, id: 'opt-out', rules: { '*': 'opt-out' } }

let storage: ConsentStorage

/** A page view: a new store on the same storage. */
function pageView(options: ConsentStoreOptions = {}): ConsentStore {
  const store = createConsentStore({ vendors: [chat, stats], storage, ...options })
  store.connect()()
  return store
}

const later = (milliseconds: number): void => {
  vi.setSystemTime(Date.now() + milliseconds)
}

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
  storage = memoryStorage()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('needsDecision', () => {
  it('asks on the first visit', () => {
    expect(needsDecision(pageView().getState())).toBe(true)
  })

  it('does not ask before storage has been read', () => {
    const store = createConsentStore({ vendors: [chat], storage })
    expect(needsDecision(store.getState())).toBe(false)
    expect(needsDecision(store.getInitialState())).toBe(false)
  })

  it('does not ask when nothing asks for consent', () => {
    const vendors = [
      testVendor('shop', 'necessary'),
      testVendor('phone', 'functional', { gate: 'on-request' }),
      testVendor('contract', 'functional', { gate: { always: 'contract' } }),
    ]
    expect(needsDecision(pageView({ vendors }).getState())).toBe(false)
    expect(needsDecision(pageView({ vendors: [] }).getState())).toBe(false)
  })

  it('asks about a category of the site that has no vendor', () => {
    expect(needsDecision(pageView({ vendors: [], categories: ['maps'] }).getState())).toBe(true)
  })

  it('does not ask about the necessary', () => {
    expect(needsDecision(pageView({ vendors: [], categories: ['necessary'] }).getState())).toBe(false)
  })

  it('asks when a gate changes so that consent is needed', () => {
    const store = pageView({ vendors: [chat], gates: { chat: { always: 'contract' } } })
    expect(needsDecision(store.getState())).toBe(false)
    store.configure({ gates: {} })
    expect(needsDecision(store.getState())).toBe(true)
  })

  it('shows what runs without a yes, with a choice, until that was answered', () => {
    const store = pageView({ policy: everythingOptOut })
    expect(needsDecision(store.getState())).toBe(true)
    store.rejectAll()
    expect(needsDecision(store.getState())).toBe(false)
  })

  it('does not show what the law exempts', () => {
    const exempt: Policy = { ...optIn, rules: { '*': 'exempt' } }
    expect(needsDecision(pageView({ policy: exempt }).getState())).toBe(false)
  })

  it('does not ask under a policy without a banner', () => {
    expect(needsDecision(pageView({ policy: { ...optIn, banner: false } }).getState())).toBe(false)
    expect(needsDecision(pageView({ policy: { ...everythingOptOut, banner: false } }).getState())).toBe(false)
  })

  it.each(['acceptAll', 'rejectAll'] as const)('does not ask again after %s', (action) => {
    const store = pageView()
    store[action]()
    expect(needsDecision(store.getState())).toBe(false)
    expect(needsDecision(pageView().getState())).toBe(false)
  })

  it('goes on asking while one category has no answer', () => {
    const store = pageView()
    store.savePreferences({ categories: { functional: false } })
    expect(needsDecision(store.getState())).toBe(true)
    store.savePreferences({ categories: { analytics: true } })
    expect(needsDecision(store.getState())).toBe(false)
  })

  it('goes on asking about the categories after one vendor was allowed by itself', () => {
    const store = pageView()
    store.grantVendor('chat')
    expect(needsDecision(store.getState())).toBe(true)
  })

  it('asks about a vendor that is new in a granted category, and what was allowed keeps working', () => {
    pageView().acceptAll()
    const { getState } = pageView({ vendors: [chat, stats, survey] })
    expect(needsDecision(getState())).toBe(true)
    expect(permission(getState(), 'survey')).toEqual({ allowed: false, reason: 'not-disclosed' })
    expect(permission(getState(), 'chat').allowed).toBe(true)
    expect(permission(getState(), 'stats').allowed).toBe(true)
  })

  it('does not ask again once the new vendor has an answer, whichever', () => {
    const vendors = [chat, stats, survey]
    pageView().acceptAll()
    const store = pageView({ vendors })
    store.withdrawVendor('survey')
    expect(needsDecision(store.getState())).toBe(false)
    expect(permission(store.getState(), 'chat').allowed).toBe(true)
    store.grantVendor('survey')
    expect(needsDecision(pageView({ vendors }).getState())).toBe(false)
    expect(permission(pageView({ vendors }).getState(), 'survey').allowed).toBe(true)
  })

  it('does not ask about a vendor that was refused by itself, though its category was allowed on a page without it', () => {
    const everywhere = [chat, stats, survey]
    pageView({ vendors: everywhere }).withdrawVendor('survey')
    pageView().acceptAll()
    const { getState } = pageView({ vendors: everywhere })
    expect(permission(getState(), 'survey').reason).toBe('vendor-denied')
    expect(needsDecision(getState())).toBe(false)
  })

  it('does not ask about a vendor that is new in a refused category', () => {
    pageView().rejectAll()
    const { getState } = pageView({ vendors: [chat, stats, survey] })
    expect(needsDecision(getState())).toBe(false)
    expect(permission(getState(), 'survey').allowed).toBe(false)
  })

  it('does not ask about a vendor that is new in a granted category but works on request', () => {
    pageView().acceptAll()
    const phone = testVendor('phone', 'functional', { gate: 'on-request' })
    expect(needsDecision(pageView({ vendors: [chat, stats, phone] }).getState())).toBe(false)
  })

  it('asks about a category that is new', () => {
    pageView().rejectAll()
    expect(needsDecision(pageView({ vendors: [chat, stats, testVendor('ads', 'marketing')] }).getState())).toBe(true)
  })

  it('asks again when a yes has expired, not before', () => {
    pageView().acceptAll()
    later(optIn.grantDays * day)
    expect(needsDecision(pageView().getState())).toBe(false)
    later(1)
    expect(needsDecision(pageView().getState())).toBe(true)
  })

  it('asks again after a no when the interval is over, not before', () => {
    const policy: Policy = { ...optIn, grantDays: 30, denialDays: 90 }
    pageView({ policy }).rejectAll()
    later(90 * day)
    expect(needsDecision(pageView({ policy }).getState())).toBe(false)
    later(1)
    expect(needsDecision(pageView({ policy }).getState())).toBe(true)
    expect(permission(pageView({ policy }).getState(), 'chat').reason).toBe('category-denied')
  })

  it('does not ask earlier because the clock was turned back', () => {
    pageView().rejectAll()
    later(-400 * day)
    expect(needsDecision(pageView().getState())).toBe(false)
  })

  it('does not ask earlier because a vendor was answered for meanwhile', () => {
    pageView().rejectAll()
    later(day)
    const store = pageView()
    store.grantVendor('chat')
    store.withdrawVendor('chat')
    expect(needsDecision(store.getState())).toBe(false)
    later((optIn.denialDays - 2) * day)
    expect(needsDecision(pageView().getState())).toBe(false)
  })

  it.each(['acceptAll', 'rejectAll'] as const)('asks again after %s when the revision has changed', (action) => {
    pageView()[action]()
    const store = pageView({ revision: '2' })
    expect(needsDecision(store.getState())).toBe(true)
    store.rejectAll()
    expect(needsDecision(pageView({ revision: '2' }).getState())).toBe(false)
  })

  it('asks again where a box was left as it was and the visitor is now under a policy that asks for opt-in', () => {
    const first = pageView({ policy: everythingOptOut })
    first.savePreferences(createDraft(first.getState()).getState(), 'preferences')
    expect(needsDecision(pageView({ policy: everythingOptOut }).getState())).toBe(false)
    expect(needsDecision(pageView().getState())).toBe(true)
  })

  it('does not ask again because a privacy signal turned off what was allowed', () => {
    const store = pageView()
    store.acceptAll()
    expect(needsDecision({ ...store.getState(), signal: 'gpc' })).toBe(false)
  })

  it('asks a visitor who sends a privacy signal and has no answer yet', () => {
    expect(needsDecision({ ...pageView().getState(), signal: 'gpc' })).toBe(true)
  })

  it('is not answered by closing the banner, nor by "only this time"', () => {
    const policy: Policy = { ...optIn, dismissal: 'undecided' }
    const store = pageView({ policy })
    store.dismissBanner()
    store.grantVendor('chat', { onlyThisTime: true })
    expect(storage.read()).toBeNull()
    expect(needsDecision(pageView({ policy }).getState())).toBe(true)
  })
})
