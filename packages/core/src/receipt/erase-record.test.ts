import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { follow } from '../follow.ts'
import { needsDecision, permission } from '../permission.ts'
import { eea } from '../policies/europe.ts'
import { createVendorRuntime } from '../runtime/create-vendor-runtime.ts'
import '../runtime/life.ts'
import { testChat } from '../runtime/test-chat.fixture.ts'
import { cookieStorage } from '../storage/cookie-storage.ts'
import { memoryStorage } from '../storage/memory-storage.ts'
import type { ConsentStorage } from '../storage/storage.ts'
import { webStorage } from '../storage/web-storage.ts'
import { createConsentStore, type ConsentStore, type ConsentStoreOptions } from '../store.ts'
import { start, testVendor } from '../test-vendor.fixture.ts'
import { eraseRecord } from './erase-record.ts'
import { keepWording } from './kept-wording.ts'
import { connectTabs } from './tabs.fixture.ts'

const vendors = [testVendor('chat'), testVendor('stats', 'analytics')]

let stops: (() => void)[] = []

function openTab(storage: ConsentStorage, options: ConsentStoreOptions = {}): ConsentStore {
  const store = createConsentStore({ vendors, storage, ...options })
  stops.push(store.connect(), follow(store), createVendorRuntime(store).connect())
  return store
}

const reason = (store: ConsentStore, id = 'chat'): string => permission(store.getState(), id).reason

const go = (type: 'pagehide' | 'pageshow', persisted: boolean): void =>
  void dispatchEvent(Object.assign(new Event(type), { persisted }))

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  connectTabs()
})

afterEach(() => {
  for (const stop of stops) stop()
  stops = []
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('eraseRecord', () => {
  it.each([
    ['a cookie', cookieStorage()],
    ['local storage', webStorage()],
  ])('leaves nothing behind where the record is in %s', async (_, storage) => {
    const store = openTab(storage)
    store.grantVendor('stats', { onlyThisTime: true })
    store.savePreferences({ categories: { functional: true } }, 'preferences')
    await keepWording(store, 'preferences', { title: 'May we?' })
    expect(localStorage.getItem('askfirst.wording')).not.toBeNull()
    expect(sessionStorage.getItem('askfirst.visit')).not.toBeNull()
    expect(eraseRecord(store)).toBe(true)
    expect(storage.read()).toBeFalsy()
    expect(document.cookie).toBe('')
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0])
  })

  it('makes everything undecided again, and the banner due, also one that was dismissed', () => {
    const store = openTab(memoryStorage(), { policy: eea })
    store.dismissBanner()
    store.acceptAll()
    store.grantVendor('stats', { onlyThisTime: true })
    eraseRecord(store)
    const { record, visit, dismissed } = store.getState()
    expect({ record, visit: visit.size, dismissed }).toEqual({ record: null, visit: 0, dismissed: false })
    expect([reason(store), reason(store, 'stats')]).toEqual(['undecided', 'undecided'])
    expect(needsDecision(store.getState())).toBe(true)
  })

  it('forgets what could not be read', () => {
    const storage = memoryStorage('v=1&sum=0')
    const store = openTab(storage)
    expect(store.getState().inDoubt).toBe(true)
    expect(eraseRecord(store)).toBe(true)
    expect(store.getState().inDoubt).toBe(false)
    expect(storage.read()).toBeFalsy()
  })

  it('keeps a wording from being written after it', async () => {
    const store = openTab(memoryStorage())
    store.acceptAll('banner')
    const keeps = keepWording(store, 'banner', {})
    eraseRecord(store)
    await keeps
    expect(localStorage).toHaveLength(0)
  })

  it('lets the runtime take down what ran', async () => {
    const chat = testChat()
    const store = createConsentStore({ vendors: [chat], storage: memoryStorage('accept-all') })
    const runtime = createVendorRuntime(store)
    stops.push(store.connect(), runtime.connect())
    runtime.vendor('chat').retain()
    await vi.advanceTimersByTimeAsync(5_000)
    chat.loads[0]?.succeed()
    await vi.advanceTimersByTimeAsync(0)
    expect(runtime.vendor('chat').getState().status).toBe('ready')
    eraseRecord(store)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(runtime.vendor('chat').getState().status).toBe('blocked')
    expect(chat.loads[0]?.calls).toContain('leave')
  })

  it('begins anew with another id', () => {
    const store = openTab(memoryStorage())
    store.acceptAll()
    const before = store.getState().record?.id
    eraseRecord(store)
    store.rejectAll()
    expect(store.getState().record?.id).not.toBe(before)
    expect(reason(store)).toBe('category-denied')
  })

  it.each(['throws', 'drops what is written'])('forgets for the page, and says so, where storage %s', (how) => {
    const memory = memoryStorage()
    let isBroken = false
    const storage: ConsentStorage = {
      read: () => {
        if (isBroken && how === 'throws') throw new DOMException('denied', 'SecurityError')
        return memory.read()
      },
      write: (text) => {
        if (isBroken && how === 'throws') throw new DOMException('denied', 'SecurityError')
        if (!isBroken) memory.write(text)
      },
    }
    const store = openTab(storage)
    store.acceptAll()
    isBroken = true
    expect(eraseRecord(store)).toBe(false)
    store.refresh()
    expect(reason(store)).toBe('undecided')
    expect(store.getState().record).toBeNull()
  })

  it('survives getters that throw instead of storage', () => {
    const store = openTab(memoryStorage())
    store.acceptAll()
    vi.stubGlobal('localStorage', undefined)
    vi.stubGlobal('sessionStorage', undefined)
    expect(eraseRecord(store)).toBe(true)
    expect(reason(store)).toBe('undecided')
  })
})

describe('other tabs', () => {
  it('forget at once, and what they allowed only this time with it', () => {
    const storage = memoryStorage()
    const [here, there] = [openTab(storage), openTab(storage)]
    here.acceptAll()
    there.grantVendor('stats', { onlyThisTime: true })
    expect(reason(there)).toBe('category-granted')
    eraseRecord(here)
    expect([reason(there), reason(there, 'stats')]).toEqual(['undecided', 'undecided'])
    expect(there.getState().record).toBeNull()
  })

  it('forget also a value that was written by hand', () => {
    const storage = memoryStorage('accept-all')
    const [here, there] = [openTab(storage), openTab(storage)]
    expect(reason(there)).toBe('category-granted')
    eraseRecord(here)
    expect(reason(there)).toBe('undecided')
  })

  it('forget where there is no channel', () => {
    Reflect.deleteProperty(globalThis, 'BroadcastChannel')
    const storage = memoryStorage()
    const [here, there] = [openTab(storage), openTab(storage)]
    here.acceptAll()
    there.refresh()
    const written = vi.spyOn(Storage.prototype, 'setItem')
    eraseRecord(here)
    const [key, newValue] = written.mock.calls.at(-1) ?? []
    dispatchEvent(new StorageEvent('storage', { key: key ?? '', newValue: newValue ?? '' }))
    expect(reason(there)).toBe('undecided')
    expect(localStorage).toHaveLength(0)
  })

  it('keep a decision that was taken since', () => {
    const storage = memoryStorage()
    const [here, there] = [openTab(storage), openTab(storage)]
    here.acceptAll()
    const id = here.getState().record?.id
    eraseRecord(here)
    there.rejectAll()
    // A message that comes late speaks of a record that is gone.
    new BroadcastChannel('askfirst').postMessage(`forget:${id}`)
    expect(reason(there)).toBe('category-denied')
    expect(reason(here)).toBe('category-denied')
  })

  it('keep a decision that was taken since, also by a tab that had not heard of it', () => {
    const storage = memoryStorage()
    const [here, there] = [openTab(storage), openTab(storage)]
    here.acceptAll()
    const id = there.getState().record?.id
    storage.write(null) // by a third tab, whose message is on its way
    there.rejectAll()
    expect(there.getState().record?.id).toBe(id)
    new BroadcastChannel('askfirst').postMessage(`forget:${id}`)
    expect(reason(there)).toBe('category-denied')
    expect(reason(here)).toBe('category-denied')
  })

  it('keep a refusal when storage merely fails to show it', () => {
    const storage = memoryStorage()
    const [here, there] = [openTab(storage), openTab(storage)]
    here.rejectAll()
    storage.write(null)
    new BroadcastChannel('askfirst').postMessage(0)
    expect(reason(there)).toBe('category-denied')
  })
})

describe('a page out of the back-forward cache', () => {
  it('has forgotten what was forgotten meanwhile', () => {
    const storage = memoryStorage()
    const store = openTab(storage)
    store.acceptAll()
    go('pagehide', true)
    storage.write(null)
    go('pageshow', true)
    expect(reason(store)).toBe('undecided')
  })

  it.each([
    ['was only shown again', false, null],
    ['still has its record', true, 'kept'],
  ])('keeps its record when it %s', (_, persisted, left) => {
    const storage = memoryStorage()
    const store = openTab(storage)
    store.rejectAll()
    go('pagehide', persisted)
    if (!left) storage.write(null)
    go('pageshow', persisted)
    expect(reason(store)).toBe('category-denied')
  })

  it('keeps a decision that could not be stored', () => {
    const store = openTab({ ...memoryStorage(), write: () => undefined })
    store.rejectAll()
    go('pagehide', true)
    go('pageshow', true)
    expect(reason(store)).toBe('category-denied')
  })
})
