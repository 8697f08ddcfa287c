import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { permission } from '../permission.ts'
import { memoryStorage } from '../storage/memory-storage.ts'
import { createConsentStore } from '../store.ts'
import { testVendor } from '../test-vendor.fixture.ts'
import { createVendorRuntime } from './create-vendor-runtime.ts'
import './life.ts'
import { testChat } from './test-chat.fixture.ts'

const OwnWebSocket = window.WebSocket

const ownSetItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem') ?? {}

let stop: (() => void)[] = []

const pass = async (milliseconds: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(milliseconds)
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockReturnValue()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  stop = []
})

afterEach(() => {
  for (const end of stop) end()
  vi.useRealTimers()
  // A vendor that a test leaves on the page goes on watching it.
  window.WebSocket = OwnWebSocket
  Object.defineProperty(Storage.prototype, 'setItem', ownSetItem)
})

describe('createVendorRuntime', () => {
  it('loads what was allowed before it connected', async () => {
    const chat = testChat()
    const store = createConsentStore({ vendors: [chat], storage: memoryStorage('accept-all') })
    stop.push(store.connect())
    const runtime = createVendorRuntime(store)
    stop.push(runtime.connect())
    runtime.vendor('chat').retain()
    await pass(5_000)
    expect(chat.loads).toHaveLength(1)
  })

  it('loads each vendor by itself', async () => {
    const [first, second] = [testChat('first'), testChat('second')]
    const store = createConsentStore({ vendors: [first, second], storage: memoryStorage() })
    const runtime = createVendorRuntime(store)
    stop.push(store.connect(), runtime.connect())
    runtime.vendor('first').retain()
    runtime.vendor('second').retain()
    store.grantVendor('second')
    await pass(5_000)
    expect(first.loads).toHaveLength(0)
    expect(second.loads).toHaveLength(1)
    expect(runtime.vendor('first').getState().status).toBe('blocked')
  })

  it('takes down one vendor and leaves the other alone', async () => {
    const [first, second] = [testChat('first'), testChat('second')]
    const store = createConsentStore({ vendors: [first, second], storage: memoryStorage('accept-all') })
    const runtime = createVendorRuntime(store)
    stop.push(store.connect(), runtime.connect())
    for (const id of ['first', 'second']) runtime.vendor(id).open()
    await pass(0)
    first.loads[0]?.succeed()
    second.loads[0]?.succeed()
    await pass(0)
    store.withdrawVendor('first')
    await pass(5_000)
    expect(runtime.vendor('first').getState().status).toBe('blocked')
    expect(runtime.vendor('second').getState().status).toBe('ready')
    expect(second.loads[0]?.calls).toEqual(['open', 'focus'])
  })

  it('gives the same controller every time', () => {
    const runtime = createVendorRuntime(createConsentStore({ vendors: [testChat()], storage: memoryStorage() }))
    expect(runtime.vendor('chat')).toBe(runtime.vendor('chat'))
  })

  it('passes on the time that a load may take', async () => {
    const chat = testChat()
    const store = createConsentStore({ vendors: [chat], storage: memoryStorage('accept-all') })
    const runtime = createVendorRuntime(store, { timeout: 100 })
    stop.push(store.connect(), runtime.connect())
    runtime.vendor('chat').open()
    await pass(700)
    expect(runtime.vendor('chat').getState().failure).toBe('timeout')
  })

  it('knows what was allowed only this time, also when it connects before storage was read', () => {
    const storage = memoryStorage()
    const first = createConsentStore({ vendors: [testChat()], storage })
    stop.push(first.connect(), createVendorRuntime(first).connect())
    first.grantVendor('chat', { onlyThisTime: true })
    const second = createConsentStore({ vendors: [testChat()], storage })
    stop.push(createVendorRuntime(second).connect())
    expect(permission(second.getState(), 'chat').allowed).toBe(false)
    stop.push(second.connect())
    expect(permission(second.getState(), 'chat')).toEqual({ allowed: true, reason: 'session' })
  })

  it('follows the store only while it is connected', async () => {
    const chat = testChat('chat', { load: 'now' })
    const store = createConsentStore({ vendors: [chat], storage: memoryStorage() })
    const runtime = createVendorRuntime(store)
    stop.push(store.connect())
    runtime.connect()()
    runtime.vendor('chat').retain()
    store.grantVendor('chat')
    await pass(60_000)
    expect(chat.loads).toHaveLength(0)
    stop.push(runtime.connect())
    await pass(60_000)
    expect(chat.loads).toHaveLength(1)
  })

  it.each(['nobody', '__proto__', 'constructor', ''])(
    'throws for %j, which is not registered, and lists the others',
    (id) => {
      const store = createConsentStore({
        vendors: [testChat('kayako'), testChat('kustomer')],
        storage: memoryStorage(),
      })
      expect(() => createVendorRuntime(store).vendor(id)).toThrow(/^Askfirst: .*, so .+\. .*kayako, kustomer.*\.$/)
    },
  )

  it('throws for a vendor that has nothing to load', () => {
    const store = createConsentStore({ vendors: [testVendor('shop', 'necessary')], storage: memoryStorage() })
    expect(() => createVendorRuntime(store).vendor('shop')).toThrow('Askfirst: ')
  })
})
