import { BroadcastChannel as RealChannel } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { follow } from './follow.ts'
import { needsDecision, permission } from './permission.ts'
import { policies } from './policies/policies.ts'
import { memoryStorage } from './storage/memory-storage.ts'
import type { ConsentStorage } from './storage/storage.ts'
import { createConsentStore, type ConsentStore, type ConsentStoreOptions } from './store.ts'
import { day, start, testVendor } from './test-vendor.fixture.ts'

const vendors = [testVendor('chat', 'functional'), testVendor('survey', 'functional'), testVendor('stats', 'analytics')]

let shelf: ConsentStorage

let pages: (() => void)[] = []

function openPage(options: ConsentStoreOptions = {}): ConsentStore {
  const store = createConsentStore({ vendors, storage: shelf, ...options })
  pages.push(store.connect(), follow(store))
  return store
}

const allowed = (store: ConsentStore): readonly string[] =>
  vendors.flatMap(({ id }) => (permission(store.getState(), id).allowed ? [id] : []))

const later = (milliseconds: number): void => {
  vi.setSystemTime(Date.now() + milliseconds)
}

const blocked = (): never => {
  throw new DOMException('denied', 'SecurityError')
}

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
  shelf = memoryStorage()
})

afterEach(() => {
  for (const close of pages.splice(0)) close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('an error erases a refusal', () => {
  it('one that could not be stored, once another tab stores an answer about something else', () => {
    openPage().acceptAll()
    later(1)
    const here = openPage({ storage: { ...shelf, write: blocked } })
    here.rejectAll()
    later(1)
    openPage().withdrawVendor('survey')
    here.refresh()
    expect(allowed(here)).toEqual([])
  })

  it('one that could not be stored, once an older answer can be read again', () => {
    let isBlocked = true
    const here = openPage({
      storage: {
        read: () => (isBlocked ? blocked() : shelf.read()),
        write: (text) => (isBlocked ? blocked() : shelf.write(text)),
      },
    })
    openPage().acceptAll()
    later(1)
    here.rejectAll()
    isBlocked = false
    here.refresh()
    expect(allowed(here)).toEqual([])
  })

  it('one that could not be read, when an answer about something else is written over it', () => {
    openPage({ policy: policies.california }).rejectAll()
    later(1)
    openPage({ policy: policies.california, storage: { ...shelf, read: blocked } }).grantVendor('chat')
    expect(allowed(openPage({ policy: policies.california }))).not.toContain('stats')
  })

  it('one that may be in a record which cannot be read, when an answer about something else is written over it', () => {
    shelf.write('v=2&a=record&of=another&version')
    openPage({ policy: policies.california }).grantVendor('chat')
    expect(allowed(openPage({ policy: policies.california }))).not.toContain('stats')
  })

  it('one that this page knows of, when the cookie is lost and another tab, which does not, answers about something else', () => {
    const here = openPage({ policy: policies.california })
    here.rejectAll()
    shelf.write(null)
    later(1)
    openPage({ policy: policies.california }).grantVendor('chat')
    here.refresh()
    expect(allowed(here)).not.toContain('stats')
  })
})

describe('closing the banner, where that is a refusal, is forgotten by the next page', () => {
  it('after a yes that has ended', () => {
    openPage().acceptAll()
    later(400 * day)
    openPage().dismissBanner()
    expect(needsDecision(openPage().getState())).toBe(false)
  })

  it('after a change of what is asked', () => {
    openPage().acceptAll()
    openPage({ revision: '2' }).dismissBanner()
    expect(needsDecision(openPage({ revision: '2' }).getState())).toBe(false)
  })

  it('after one vendor was allowed by itself', () => {
    openPage().grantVendor('chat')
    openPage().dismissBanner()
    expect(needsDecision(openPage().getState())).toBe(false)
    expect(allowed(openPage())).toEqual(['chat'])
  })
})

describe('a grant widens', () => {
  it('a yes to one vendor lets run by default what was off, because it drops a yes to other questions', () => {
    const policy = policies.california
    openPage({ policy }).acceptAll()
    const store = openPage({ policy, revision: '2' })
    expect(allowed(store)).toEqual([])
    store.grantVendor('chat')
    expect(allowed(store)).toEqual(['chat'])
  })

  it('a hand-written yes counts as given in sight of a privacy signal', () => {
    vi.stubGlobal('navigator', { globalPrivacyControl: true })
    shelf.write('accept-all')
    expect(permission(openPage().getState(), 'stats').reason).toBe('signal')
  })
})

describe('in development', () => {
  it('a decision that throws loses what another tab has decided', () => {
    const here = openPage()
    here.acceptAll()
    later(1)
    openPage().rejectAll()
    expect(() => here.grantVendor('nobody')).toThrow('nobody')
    here.refresh()
    expect(allowed(here)).toEqual([])
  })
})

describe('a page whose storage is blocked', () => {
  const shut: ConsentStorage = { read: blocked, write: blocked }
  const messages = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 30))

  beforeEach(() => {
    vi.useRealTimers()
    vi.stubGlobal('BroadcastChannel', RealChannel)
  })

  it('keeps what it was told, however often it is followed', async () => {
    const here = openPage({ storage: shut })
    pages.push(follow(here))
    here.grantVendor('chat')
    await messages()
    expect(allowed(here)).toEqual(['chat'])
  })

  it('lets go of every yes when another tells of something that it cannot read either, and nobody goes on telling', async () => {
    const [here, there] = [openPage({ storage: shut }), openPage({ storage: shut })]
    here.grantVendor('chat')
    const listener = vi.fn<() => void>()
    here.subscribe(listener)
    there.withdrawVendor('chat')
    await messages()
    expect(allowed(here)).toEqual([])
    const times = listener.mock.calls.length
    await messages()
    expect(listener).toHaveBeenCalledTimes(times)
  })
})
