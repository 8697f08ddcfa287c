import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { follow } from './follow.ts'
import { isGranted, needsDecision, permission } from './permission.ts'
import { optIn } from './policies/opt-in.ts'
import './runtime/life.ts'
import { createVendorRuntime } from './runtime/create-vendor-runtime.ts'
import { testChat } from './runtime/test-chat.fixture.ts'
import { memoryStorage } from './storage/memory-storage.ts'
import type { ConsentStorage } from './storage/storage.ts'
import { createConsentStore, type ConsentStoreOptions } from './store.ts'
import { start } from './test-vendor.fixture.ts'

const ownSetItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem') ?? {}

const OwnWebSocket = window.WebSocket

let stops: (() => void)[] = []

function pretend(prerendering: boolean, hidden: boolean): void {
  Object.defineProperties(document, {
    prerendering: { configurable: true, value: prerendering },
    hidden: { configurable: true, value: hidden },
    visibilityState: { configurable: true, value: hidden ? 'hidden' : 'visible' },
  })
}

/** The browser shows the page that it has prerendered: the two events as measured in Chromium 156. */
function activate(): void {
  pretend(true, false)
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  pretend(false, false)
  document.dispatchEvent(new Event('prerenderingchange'))
}

const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds)

/** A page that is prerendered, with everything that a site starts on it. */
function prerender(storage: ConsentStorage, options: ConsentStoreOptions = {}) {
  pretend(true, true)
  const chat = testChat()
  const store = createConsentStore({ vendors: [chat], storage, ...options })
  const runtime = createVendorRuntime(store)
  stops.push(store.connect(), follow(store), runtime.connect())
  runtime.vendor('chat').retain()
  dispatchEvent(new PageTransitionEvent('pageshow'))
  return { store, loads: chat.loads }
}

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
})

afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  for (const name of ['prerendering', 'hidden', 'visibilityState']) Reflect.deleteProperty(document, name)
  vi.useRealTimers()
  window.WebSocket = OwnWebSocket
  Object.defineProperty(Storage.prototype, 'setItem', ownSetItem)
})

describe('a page that is prerendered', () => {
  it('grants nothing, asks nothing, loads nothing and stores nothing, until it is shown', async () => {
    const storage = memoryStorage('accept-all')
    const read = vi.spyOn(storage, 'read')
    const write = vi.spyOn(storage, 'write')
    const { store, loads } = prerender(storage)
    await pass(60_000)
    expect(permission(store.getState(), 'chat').allowed).toBe(false)
    expect(isGranted(store.getState(), 'functional')).toBe(false)
    expect(needsDecision(store.getState())).toBe(false)
    expect(read).not.toHaveBeenCalled()
    expect(write).not.toHaveBeenCalled()
    expect(loads).toHaveLength(0)
    expect([localStorage.length, sessionStorage.length, document.cookie]).toEqual([0, 0, ''])
    activate()
    await pass(60_000)
    expect(permission(store.getState(), 'chat').allowed).toBe(true)
    expect(loads).toHaveLength(1)
  })

  it('is asked about once it is shown', () => {
    const { store } = prerender(memoryStorage())
    activate()
    expect(needsDecision(store.getState())).toBe(true)
  })

  it('runs nothing by default before it is shown, where the policy says opt-out', async () => {
    const { store, loads } = prerender(memoryStorage(), { policy: { ...optIn, rules: { '*': 'opt-out' } } })
    await pass(60_000)
    expect(permission(store.getState(), 'chat').allowed).toBe(false)
    expect(loads).toHaveLength(0)
  })

  it('holds to what was refused while it waited', () => {
    const storage = memoryStorage('accept-all')
    const { store, loads } = prerender(storage)
    storage.write('reject-all')
    activate()
    expect(permission(store.getState(), 'chat').reason).toBe('category-denied')
    expect(loads).toHaveLength(0)
  })

  it('does the same without `follow`, whose chunk may not load', () => {
    pretend(true, true)
    const store = createConsentStore({ vendors: [testChat()], storage: memoryStorage('reject-all') })
    stops.push(store.connect())
    expect(store.getState().now).toBe(0)
    activate()
    expect(permission(store.getState(), 'chat').reason).toBe('category-denied')
  })

  it('loads no vendor by what a server knew of the visitor, who may have refused since', async () => {
    const storage = memoryStorage('accept-all')
    const initial = { stored: 'accept-all', now: start, signal: '', policy: optIn } as const
    const { store, loads } = prerender(storage, { initial })
    store.configure({ gates: {} })
    await pass(60_000)
    expect(loads).toHaveLength(0)
    storage.write('reject-all')
    activate()
    await pass(60_000)
    expect(loads).toHaveLength(0)
    expect(permission(store.getState(), 'chat').reason).toBe('category-denied')
  })
})
