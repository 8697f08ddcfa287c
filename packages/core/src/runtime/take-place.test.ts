import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryStorage } from '../storage/memory-storage.ts'
import { createConsentStore } from '../store.ts'
import { createVendorRuntime } from './create-vendor-runtime.ts'
import { clearPage, lastLoad, openPage, pass, type TestPage } from './page.fixture.ts'
import { takePlace } from './take-place.ts'
import { testChat, type TestChat } from './test-chat.fixture.ts'

const pages: TestPage[] = []

function open(vendor: TestChat, storage = memoryStorage()): TestPage {
  const page = openPage([vendor], { storage })
  pages.push(page)
  return page
}

async function goLive({ runtime, store }: TestPage, vendor: TestChat): Promise<void> {
  store.grantVendor('chat')
  runtime.vendor('chat').open()
  await pass()
  lastLoad(vendor).succeed()
  await pass()
}

const alive = (...vendors: TestChat[]): number =>
  vendors.flatMap(({ loads }) => loads).filter(({ page }) => !page.signal.aborted).length

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})

afterEach(() => {
  for (const { unmount } of pages.splice(0)) unmount()
  vi.useRealTimers()
  clearPage()
})

describe('a place on the page', () => {
  it('is free at once when nobody has it, and for others of another vendor', async () => {
    const page = {}
    takePlace(page, 'maps', vi.fn<() => void>())
    await expect(takePlace(page, 'chat', vi.fn<() => void>()).free).resolves.toBeUndefined()
  })

  it('is taken over once the one before has left', async () => {
    const page = {}
    const retire = vi.fn<() => void>()
    const first = takePlace(page, 'chat', retire)
    const second = takePlace(page, 'chat', vi.fn<() => void>())
    const third = takePlace(page, 'chat', vi.fn<() => void>())
    expect(retire).toHaveBeenCalledTimes(1)
    const order: string[] = []
    void second.free.then(() => order.push('second'))
    void third.free.then(() => order.push('third'))
    await pass()
    expect(order).toEqual([])
    first.leave()
    await pass()
    expect(order).toEqual(['second'])
    second.leave()
    await pass()
    expect(order).toEqual(['second', 'third'])
  })
})

describe('two runtimes on one page, as hot reloading leaves them', () => {
  it('hold one load of a vendor between them: the newer takes over once the older has taken it down', async () => {
    const storage = memoryStorage()
    const [old, fresh] = [testChat(), testChat()]
    const before = open(old, storage)
    await goLive(before, old)
    const after = open(fresh, storage)
    after.runtime.vendor('chat').retain()
    await pass(60)
    expect(old.loads[0]?.calls.at(-1)).toBe('leave')
    expect(fresh.loads).toHaveLength(0)
    await pass(5_000)
    expect(alive(old, fresh)).toBe(1)
    expect(fresh.loads).toHaveLength(1)
    lastLoad(fresh).succeed()
    await pass(60_000)
    expect(after.runtime.vendor('chat').getState().status).toBe('ready')
    expect(before.runtime.vendor('chat').getState().status).toBe('idle')
    expect(old.loads).toHaveLength(1)
  })

  it('do not take turns for ever, though both show the vendor', async () => {
    const [one, other] = [testChat(), testChat()]
    const [first, second] = [open(one), open(other)]
    first.runtime.vendor('chat').retain()
    await goLive(first, one)
    second.runtime.vendor('chat').retain()
    second.store.grantVendor('chat')
    await pass(10_000)
    lastLoad(other).succeed()
    await pass(120_000)
    expect(one.loads).toHaveLength(1)
    expect(other.loads).toHaveLength(1)
    expect(alive(one, other)).toBe(1)
  })

  it('leave nothing behind when the visitor withdraws while the newer waits for the older', async () => {
    const storage = memoryStorage()
    const [old, fresh] = [testChat(), testChat()]
    const before = open(old, storage)
    await goLive(before, old)
    before.unmount()
    const after = open(fresh, storage)
    after.runtime.vendor('chat').open()
    await pass()
    after.store.withdrawVendor('chat')
    await pass(20_000)
    expect(alive(old, fresh)).toBe(0)
    expect(fresh.loads).toHaveLength(0)
    expect(after.runtime.vendor('chat').getState().status).toBe('blocked')
    await goLive(after, fresh)
    expect(alive(old, fresh)).toBe(1)
  })
})

describe('a live vendor whose components and runtime are gone', () => {
  it('is taken down by a withdrawal all the same', async () => {
    const vendor = testChat()
    const page = open(vendor)
    await goLive(page, vendor)
    page.unmount()
    page.store.withdrawVendor('chat')
    await pass(5_000)
    expect(alive(vendor)).toBe(0)
    expect(vendor.loads[0]?.calls.at(-1)).toBe('leave')
  })

  it('is taken down by a withdrawal in another tab', async () => {
    const storage = memoryStorage()
    const vendor = testChat()
    const page = open(vendor, storage)
    await goLive(page, vendor)
    page.unmount()
    createConsentStore({ vendors: [vendor], storage }).rejectAll()
    expect(alive(vendor)).toBe(1)
    // What the other tab's browser tells this one.
    dispatchEvent(new StorageEvent('storage', { key: 'askfirst' }))
    await pass(5_000)
    expect(alive(vendor)).toBe(0)
  })

  it('stops to listen once it is gone', async () => {
    const vendor = testChat()
    const page = open(vendor)
    await goLive(page, vendor)
    page.unmount()
    page.store.withdrawVendor('chat')
    await pass(5_000)
    page.store.grantVendor('chat')
    await pass(60_000)
    expect(page.runtime.vendor('chat').getState().status).toBe('blocked')
  })
})

describe('hot reloading of our own modules', () => {
  it('lets the second instance take over: one load, and removable', async () => {
    const storage = memoryStorage()
    const [old, fresh] = [testChat(), testChat()]
    await goLive(open(old, storage), old)
    vi.resetModules()
    const second = await import('./create-vendor-runtime.ts')
    const { createConsentStore: createSecondStore } = await import('../store.ts')
    await import('./life.ts')
    expect(second.createVendorRuntime).not.toBe(createVendorRuntime)
    expect(createSecondStore).not.toBe(createConsentStore)
    const store = createSecondStore({ vendors: [fresh], storage })
    const runtime = second.createVendorRuntime(store)
    pages.push({ store, runtime, unmount: runtime.connect() })
    store.connect()
    runtime.vendor('chat').open()
    await pass(5_000)
    expect(alive(old, fresh)).toBe(1)
    expect(fresh.loads).toHaveLength(1)
    lastLoad(fresh).succeed()
    await pass()
    store.withdrawVendor('chat')
    await pass(10_000)
    expect(alive(old, fresh)).toBe(0)
    expect(runtime.vendor('chat').getState()).toMatchObject({ status: 'blocked', report: { remaining: [] } })
  })
})
