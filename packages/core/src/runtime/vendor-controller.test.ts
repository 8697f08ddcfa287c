import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryStorage } from '../storage/memory-storage.ts'
import { createConsentStore, type ConsentStore } from '../store.ts'
import { testVendor } from '../test-vendor.fixture.ts'
import type { ChatIdentity } from './chat.ts'
import { createVendorRuntime } from './create-vendor-runtime.ts'
import './life.ts'
import { LoadFailure, type VendorFailure } from './load-failure.ts'
import type { LoadableVendor } from './mount.ts'
import { testChat, type TestChat, type TestLoad } from './test-chat.fixture.ts'
import type { RuntimeOptions, VendorController } from './controller.ts'

const OwnWebSocket = window.WebSocket

const ownSetItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem') ?? {}

let leave: () => void

/** A page that has connected store and runtime, as the provider does. */
function page(vendor: LoadableVendor, options: RuntimeOptions = {}): { store: ConsentStore; chat: VendorController } {
  const store = createConsentStore({ vendors: [vendor], storage: memoryStorage() })
  const runtime = createVendorRuntime(store, options)
  const stopFollowing = store.connect()
  const disconnect = runtime.connect()
  leave = () => {
    stopFollowing()
    disconnect()
  }
  return { store, chat: runtime.vendor(vendor.id) }
}

const pass = async (milliseconds = 0): Promise<void> => {
  await vi.advanceTimersByTimeAsync(milliseconds)
}

function last({ loads }: TestChat): TestLoad {
  const load = loads.at(-1)
  if (!load) throw new Error('The vendor was not loaded.')
  return load
}

/** A chat that is allowed, shown and live. */
async function readyChat(vendor: TestChat): Promise<{ store: ConsentStore; chat: VendorController }> {
  const opened = page(vendor)
  opened.chat.retain()
  opened.store.grantVendor(vendor.id)
  await pass(5_000)
  last(vendor).succeed()
  await pass()
  expect(opened.chat.getState().status).toBe('ready')
  return opened
}

const warn = vi.fn<(line: string) => void>()

beforeEach(() => {
  warn.mockReset()
  vi.spyOn(console, 'warn').mockImplementation(warn)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})

afterEach(() => {
  leave()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  // A vendor that a test leaves on the page goes on watching it.
  window.WebSocket = OwnWebSocket
  Object.defineProperty(Storage.prototype, 'setItem', ownSetItem)
})

describe('before permission', () => {
  it('does not load the vendor, whatever is shown or clicked', async () => {
    const vendor = testChat()
    const { chat } = page(vendor)
    chat.retain()
    chat.open()
    chat.show()
    chat.identify({ email: 'ann@acme.test' })
    await pass(60_000)
    expect(chat.getState()).toMatchObject({ status: 'blocked', wanted: false })
    expect(vendor.loads).toHaveLength(0)
  })

  it('does not load the vendor before storage was read', async () => {
    const vendor = testChat()
    const store = createConsentStore({ vendors: [vendor], storage: memoryStorage('accept-all') })
    const runtime = createVendorRuntime(store)
    leave = runtime.connect()
    runtime.vendor('chat').retain()
    await pass(60_000)
    expect(vendor.loads).toHaveLength(0)
    const stop = store.connect()
    await pass(60_000)
    expect(vendor.loads).toHaveLength(1)
    stop()
  })

  it('remembers no click from before: a later permission does not open the chat', async () => {
    const vendor = testChat('chat', { load: 'click' })
    const { store, chat } = page(vendor)
    chat.retain()
    chat.open()
    store.grantVendor('chat')
    await pass(60_000)
    expect(chat.getState().status).toBe('idle')
    expect(vendor.loads).toHaveLength(0)
  })
})

describe('loading', () => {
  it('waits until something on the page shows the vendor', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    await pass(60_000)
    expect(chat.getState().status).toBe('idle')
    expect(vendor.loads).toHaveLength(0)
    chat.retain()
    await pass(5_000)
    expect(chat.getState().status).toBe('loading')
    expect(vendor.loads).toHaveLength(1)
  })

  it('does not begin when what showed the vendor is gone before the browser is idle', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.retain()()
    await pass(60_000)
    expect(vendor.loads).toHaveLength(0)
  })

  it('does not begin when permission is gone before the browser is idle', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.retain()
    store.withdrawVendor('chat')
    await pass(60_000)
    expect(vendor.loads).toHaveLength(0)
    expect(chat.getState().status).toBe('blocked')
  })

  it('loads a vendor that is no chat without being shown', async () => {
    const vendor = {
      ...testVendor('stats', 'analytics'),
      traces: { globals: [], nodes: [] },
      mount: vi.fn<() => Promise<object>>(),
    }
    vendor.mount.mockResolvedValue({})
    const { store, chat } = page(vendor)
    await pass(60_000)
    expect(vendor.mount).not.toHaveBeenCalled()
    store.acceptAll()
    await pass(5_000)
    expect(vendor.mount).toHaveBeenCalledTimes(1)
    expect(chat.getState().status).toBe('ready')
  })

  it('begins with a vendor in frames when one is shown, needs no session, and ends with the withdrawal', async () => {
    const vendor = {
      ...testVendor('film'),
      kind: 'frame',
      traces: { globals: [], nodes: [] },
      mount: vi.fn<() => Promise<object>>(),
    } as const
    vendor.mount.mockResolvedValue({})
    const { store, chat } = page(vendor)
    store.acceptAll()
    await pass(60_000)
    expect(vendor.mount).not.toHaveBeenCalled()
    chat.retain()
    await pass(5_000)
    expect(chat.getState()).toMatchObject({ status: 'ready', wanted: false })
    store.withdrawAll()
    await pass(5_000)
    expect(chat.getState()).toMatchObject({ status: 'blocked', report: { vendor: 'film', remaining: [] } })
  })

  it('loads once, however many show it and however often it is clicked', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.retain()
    chat.retain()()
    chat.retain()
    chat.open()
    chat.open()
    await pass(5_000)
    chat.open()
    chat.retain()
    await pass(5_000)
    last(vendor).succeed()
    await pass(60_000)
    expect(vendor.loads).toHaveLength(1)
    expect(chat.getState().status).toBe('ready')
  })

  it('loads once when a listener opens the chat as soon as it is allowed', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    let opened = false
    chat.subscribe(() => {
      if (opened || chat.getState().status !== 'idle') return
      opened = true
      chat.open()
    })
    store.grantVendor('chat')
    await pass(5_000)
    expect(vendor.loads).toHaveLength(1)
  })

  it('is ready only when the vendor says that it is', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    chat.retain()
    store.grantVendor('chat')
    await pass(14_000)
    expect(chat.getState().status).toBe('loading')
    last(vendor).succeed()
    await pass()
    expect(chat.getState()).toMatchObject({ status: 'ready', failure: null, report: null })
  })

  it('tells subscribers', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    const seen: string[] = []
    chat.subscribe(() => seen.push(chat.getState().status))
    chat.retain()
    store.grantVendor('chat')
    await pass(5_000)
    last(vendor).succeed()
    await pass()
    store.withdrawVendor('chat')
    await pass(5_000)
    expect(seen.filter((status, index) => status !== seen[index - 1])).toEqual([
      'idle',
      'loading',
      'ready',
      'removing',
      'blocked',
    ])
  })

  it('begins when the browser says that it is idle, if it can say so', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    const idle = vi.fn<(begin: () => void) => number>(() => 1)
    vi.stubGlobal('requestIdleCallback', idle)
    store.grantVendor('chat')
    chat.retain()
    await pass(60_000)
    expect(vendor.loads).toHaveLength(0)
    idle.mock.calls[0]?.[0]()
    await pass()
    expect(vendor.loads).toHaveLength(1)
  })

  it('strategy "now": begins at once', async () => {
    const vendor = testChat('chat', { load: 'now' })
    const { store, chat } = page(vendor)
    chat.retain()
    store.grantVendor('chat')
    await pass()
    expect(chat.getState().status).toBe('loading')
  })

  it('strategy "click": waits for a click', async () => {
    const vendor = testChat('chat', { load: 'click' })
    const { store, chat } = page(vendor)
    chat.retain()
    store.grantVendor('chat')
    await pass(60_000)
    expect(chat.getState().status).toBe('idle')
    chat.open()
    await pass()
    expect(vendor.loads).toHaveLength(1)
  })
})

describe('a click', () => {
  it('survives consent, load and boot: the chat opens and gets the focus', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    chat.retain()
    store.grantVendor('chat')
    chat.open()
    expect(chat.getState().wanted).toBe(true)
    await pass(5_000)
    expect(chat.getState()).toMatchObject({ status: 'loading', wanted: true })
    last(vendor).succeed()
    await pass()
    expect(last(vendor).calls).toEqual(['open', 'focus'])
    expect(chat.getState()).toMatchObject({ status: 'ready', wanted: false, visibility: 'open' })
  })

  it('opens at once when the vendor is live', async () => {
    const vendor = testChat()
    const { chat } = await readyChat(vendor)
    chat.open()
    expect(last(vendor).calls).toEqual(['open', 'focus'])
    expect(chat.getState().wanted).toBe(false)
  })

  it('does not wait for the browser to be idle, nor for a component', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.open()
    await pass()
    expect(vendor.loads).toHaveLength(1)
  })

  it('keeps the order of what was asked while loading', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.open()
    await pass()
    chat.close()
    chat.hide()
    chat.show()
    last(vendor).succeed()
    await pass()
    expect(last(vendor).calls).toEqual(['open', 'focus', 'close', 'hide', 'show'])
  })

  it('is dropped with a withdrawal', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    chat.retain()
    store.grantVendor('chat')
    chat.open()
    await pass()
    store.withdrawVendor('chat')
    expect(chat.getState().wanted).toBe(false)
    await pass(5_000)
    store.grantVendor('chat')
    await pass(5_000)
    last(vendor).succeed()
    await pass()
    expect(vendor.loads).toHaveLength(2)
    expect(last(vendor).calls).toEqual([])
  })
})

describe('withdrawal', () => {
  it('during loading wins', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    chat.retain()
    store.grantVendor('chat')
    await pass(5_000)
    store.withdrawVendor('chat')
    await pass()
    expect(last(vendor).page.signal.aborted).toBe(true)
    expect(chat.getState().status).toBe('removing')
    last(vendor).succeed()
    await pass(5_000)
    expect(chat.getState().status).toBe('blocked')
    expect(vendor.loads).toHaveLength(1)
    expect(last(vendor).calls).toEqual([])
  })

  it('before the first script wins: the vendor is never mounted', async () => {
    const vendor = testChat('chat', { load: 'now' })
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.open()
    store.withdrawVendor('chat')
    await pass(5_000)
    expect(vendor.loads).toHaveLength(0)
    expect(chat.getState().status).toBe('blocked')
  })

  it('in the same moment as the vendor gets ready wins', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    chat.open()
    chat.retain()
    store.grantVendor('chat')
    await pass(5_000)
    chat.open()
    last(vendor).succeed()
    store.withdrawVendor('chat')
    await pass(5_000)
    expect(chat.getState().status).toBe('blocked')
    expect(last(vendor).calls).not.toContain('open')
  })

  it('takes a live vendor down, and reports', async () => {
    const vendor = testChat()
    const { store, chat } = await readyChat(vendor)
    store.withdrawVendor('chat')
    await pass()
    expect(chat.getState().status).toBe('removing')
    expect(last(vendor).calls).toEqual(['leave'])
    await pass(499)
    expect(chat.getState()).toMatchObject({ status: 'removing', report: null })
    await pass(1)
    expect(chat.getState()).toMatchObject({
      status: 'blocked',
      visibility: 'closed',
      unread: 0,
      report: { vendor: 'chat', removed: [], remaining: [], reloadAdvised: false },
    })
  })

  it('by another way takes it down as well', async () => {
    const all = testChat()
    const { store } = await readyChat(all)
    store.rejectAll()
    await pass()
    expect(last(all).calls).toEqual(['leave'])
  })

  it('by the end of a contract takes it down as well', async () => {
    const gated = testChat()
    const signedIn = page(gated)
    signedIn.store.configure({ gates: { chat: { always: 'contract' } } })
    signedIn.chat.open()
    await pass()
    last(gated).succeed()
    await pass()
    signedIn.store.configure({ gates: {} })
    await pass(5_000)
    expect(signedIn.chat.getState().status).toBe('blocked')
    expect(last(gated).calls).toEqual(['open', 'focus', 'leave'])
  })

  it('takes away what it has stored on an earlier page, though it was not loaded on this one', async () => {
    const { disclosure } = testChat()
    const storage = [
      { name: 'acme*', kind: 'local', purpose: 'visitor-id', days: null, confidence: 'verified' },
    ] as const
    const vendor = testChat('chat', { load: 'click', disclosure: { ...disclosure, storage } })
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    localStorage.setItem('acme-id', '1')
    localStorage.setItem('cart', '1')
    expect(chat.getState().status).toBe('idle')
    store.withdrawVendor('chat')
    expect(chat.getState().status).toBe('removing')
    await pass(600)
    expect(chat.getState()).toMatchObject({
      status: 'blocked',
      report: { removed: [{ kind: 'local', name: 'acme-id' }], remaining: [] },
    })
    expect(localStorage.getItem('acme-id')).toBeNull()
    expect(localStorage.getItem('cart')).toBe('1')
    expect(vendor.loads).toHaveLength(0)
  })

  it('reports what it removed and what remains', async () => {
    const vendor = testChat('chat', { traces: { globals: ['acmeChat'], nodes: ['#acme-chat'] } })
    const { store, chat } = await readyChat(vendor)
    const frame = document.createElement('iframe')
    frame.id = 'acme-chat'
    document.body.append(frame)
    Object.defineProperty(window, 'acmeChat', { value: {}, configurable: true })
    store.withdrawVendor('chat')
    await pass(250)
    expect(frame.isConnected).toBe(false)
    expect(window).not.toHaveProperty('acmeChat')
    document.body.append(frame)
    await pass(10)
    document.body.append(frame)
    await pass(240)
    expect(chat.getState().report).toMatchObject({
      removed: expect.arrayContaining([
        { kind: 'node', name: 'iframe#acme-chat' },
        { kind: 'global', name: 'acmeChat' },
      ]),
      remaining: [{ kind: 'node', name: 'iframe#acme-chat', why: 'returned' }],
      reloadAdvised: true,
    })
    frame.remove()
  })

  it.each([
    ['hangs', () => new Promise<void>(() => undefined)],
    ['rejects', () => Promise.reject(new Error('no goodbye'))],
    [
      'throws',
      () => {
        throw new Error('no goodbye')
      },
    ],
  ])('goes on when the goodbye of the vendor %s', async (_, goodbye) => {
    const vendor = testChat('chat', { driver: { leave: goodbye } })
    const { store, chat } = await readyChat(vendor)
    store.withdrawVendor('chat')
    await pass(1_999 + 500)
    await pass(1)
    expect(chat.getState().status).toBe('blocked')
  })

  it('waits two seconds for the goodbye, no longer', async () => {
    const vendor = testChat('chat', { driver: { leave: () => new Promise<void>(() => undefined) } })
    const { store, chat } = await readyChat(vendor)
    store.withdrawVendor('chat')
    await pass(2_400)
    expect(chat.getState().status).toBe('removing')
    await pass(100)
    expect(chat.getState().status).toBe('blocked')
  })

  it('from a listener that hears that the vendor is ready takes it down', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    let withdrawn = false
    chat.subscribe(() => {
      if (withdrawn || chat.getState().status !== 'ready') return
      withdrawn = true
      store.withdrawVendor('chat')
    })
    store.grantVendor('chat')
    chat.open()
    await pass()
    last(vendor).succeed()
    await pass(5_000)
    expect(chat.getState().status).toBe('blocked')
    expect(last(vendor).calls).toEqual(['leave'])
  })

  it('from a listener that hears that the chat opens takes it down', async () => {
    const vendor: TestChat = testChat('chat', { driver: { open: () => last(vendor).tell('open') } })
    const { store, chat } = page(vendor)
    chat.on('open', () => store.withdrawVendor('chat'))
    store.grantVendor('chat')
    chat.open()
    await pass()
    last(vendor).succeed()
    await pass(5_000)
    expect(chat.getState().status).toBe('blocked')
  })

  it('shows at once while a failed load is being cleared away', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.open()
    await pass()
    last(vendor).fail(new Error('no'))
    await pass(100)
    store.withdrawVendor('chat')
    await pass()
    expect(chat.getState().status).toBe('removing')
    await pass(5_000)
    expect(chat.getState()).toMatchObject({ status: 'blocked', failure: null })
  })
})

describe('permission that comes back', () => {
  it('during the removal loads again, once, after the removal', async () => {
    const vendor = testChat()
    const { store, chat } = await readyChat(vendor)
    store.withdrawVendor('chat')
    await pass(100)
    store.grantVendor('chat')
    await pass(100)
    expect(chat.getState().status).toBe('removing')
    expect(vendor.loads).toHaveLength(1)
    await pass(10_000)
    expect(vendor.loads).toHaveLength(2)
    last(vendor).succeed()
    await pass()
    expect(chat.getState().status).toBe('ready')
  })

  it('together with a click during the removal loads again and opens', async () => {
    const vendor = testChat('chat', { load: 'click' })
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.open()
    await pass()
    store.withdrawVendor('chat')
    store.grantVendor('chat')
    chat.open()
    expect(chat.getState().wanted).toBe(true)
    await pass(600)
    expect(vendor.loads).toHaveLength(2)
    expect(chat.getState()).toMatchObject({ status: 'loading', wanted: true })
    last(vendor).succeed()
    await pass()
    expect(last(vendor).calls).toEqual(['open', 'focus'])
  })

  it('and goes again during the removal leaves the vendor off', async () => {
    const vendor = testChat()
    const { store, chat } = await readyChat(vendor)
    store.withdrawVendor('chat')
    store.grantVendor('chat')
    chat.open()
    store.withdrawVendor('chat')
    await pass(10_000)
    expect(chat.getState()).toMatchObject({ status: 'blocked', wanted: false })
    expect(vendor.loads).toHaveLength(1)
  })

  it('does not do what was asked during the removal', async () => {
    const vendor = testChat('chat', { load: 'click' })
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.open()
    await pass()
    last(vendor).succeed()
    await pass()
    store.withdrawVendor('chat')
    chat.close()
    chat.hide()
    await pass()
    chat.show()
    await pass(5_000)
    expect(chat.getState()).toMatchObject({ status: 'blocked', wanted: false })
    store.grantVendor('chat')
    await pass(60_000)
    expect(chat.getState().status).toBe('idle')
    expect(vendor.loads).toHaveLength(1)
  })
})

describe('failure', () => {
  it('by no answer in time is a timeout', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor, { timeout: 3_000 })
    store.grantVendor('chat')
    chat.open()
    await pass(2_999)
    expect(chat.getState().status).toBe('loading')
    await pass(1)
    expect(last(vendor).page.signal.aborted).toBe(true)
    await pass(500)
    expect(chat.getState()).toMatchObject({ status: 'failed', failure: 'timeout', report: null })
  })

  it('is given fifteen seconds by default', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.open()
    await pass(14_999)
    expect(last(vendor).page.signal.aborted).toBe(false)
    await pass(501)
    expect(chat.getState().failure).toBe('timeout')
  })

  it.each([
    ['an error', new Error('no settings')],
    ['a word', 'no settings'],
    ['nothing', undefined],
    ['null', null],
    ['an error with a reason of its own', Object.assign(new Error('no'), { reason: 'quota' })],
  ])('by %s of the vendor is the fault of the vendor', async (_, reason) => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.open()
    await pass()
    last(vendor).fail(reason)
    await pass(500)
    expect(chat.getState()).toMatchObject({ status: 'failed', failure: 'vendor' })
  })

  it.each(['blocked', 'csp', 'offline', 'timeout', 'vendor', 'unavailable', 'storage'] as const)(
    'is told with its reason: %s',
    async (reason) => {
      const vendor = testChat()
      const { store, chat } = page(vendor)
      store.grantVendor('chat')
      chat.open()
      await pass()
      last(vendor).fail(new LoadFailure(reason, 'no'))
      await pass(500)
      expect(chat.getState()).toMatchObject({ status: 'failed', failure: reason })
    },
  )

  it('is told to the host each time, with what is known and which try it was, until one succeeds', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    const told: VendorFailure[] = []
    const stopListening = chat.on('failure', (failure) => told.push(failure))
    const status = new LoadFailure('vendor', 'no', 'HTTP 500')
    const thrown = new Error('broken')
    store.grantVendor('chat')
    for (const reason of [status, thrown]) {
      chat.open()
      await pass()
      last(vendor).fail(reason)
      await pass(600)
    }
    expect(told).toEqual([
      { vendor: 'chat', reason: 'vendor', detail: 'HTTP 500', attempt: 1, error: status },
      { vendor: 'chat', reason: 'vendor', detail: null, attempt: 2, error: thrown },
    ])
    chat.open()
    await pass()
    last(vendor).succeed()
    await pass()
    expect(vendor.loads.map(({ page: { signal } }) => signal.aborted)).toEqual([true, true, false])
    store.withdrawVendor('chat')
    await pass(5_000)
    expect(told, 'a withdrawal is no failure').toHaveLength(2)
    store.grantVendor('chat')
    chat.open()
    await pass()
    last(vendor).fail(status)
    await pass(600)
    expect(told[2]).toMatchObject({ attempt: 1 })
    stopListening()
    chat.open()
    await pass()
    last(vendor).fail(status)
    await pass(600)
    expect(told).toHaveLength(3)
  })

  it('is on the page when the host is told, who may try again at once', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    let seen = ''
    chat.on('failure', ({ attempt }) => {
      seen += chat.getState().status
      if (attempt === 1) chat.open()
    })
    store.grantVendor('chat')
    chat.open()
    await pass()
    last(vendor).fail(new Error('no'))
    await pass(600)
    last(vendor).fail(new Error('no'))
    await pass(600)
    expect(seen).toBe('failedfailed')
    expect(vendor.loads).toHaveLength(2)
  })

  it('is logged once in development, with what, why and what to do', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.open()
    await pass()
    last(vendor).fail(new LoadFailure('csp', 'It did not load', 'script-src https://chat.acme.test/x.js'))
    await pass(60_000)
    expect(warn.mock.calls).toEqual([
      [
        expect.stringMatching(
          /^Askfirst: .+ could not be loaded \(csp: It did not load: script-src .+\), so visitors .+\. Allow .+\.$/,
        ),
      ],
    ])
  })

  it('is not logged in production', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.open()
    await pass()
    last(vendor).fail(new Error('no'))
    await pass(60_000)
    expect(chat.getState().status).toBe('failed')
    expect(warn).not.toHaveBeenCalled()
  })

  it.each([
    ['fails', 1],
    ['runs out of time', 16_000],
  ])('leaves no timer behind when it %s, though the vendor waits for something', async (how, time) => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.open()
    await pass(3_000)
    const waiting = last(vendor).page.until(() => false)
    waiting.catch(() => undefined)
    if (how === 'fails') last(vendor).fail(new Error('no'))
    await pass(time)
    await pass(600)
    expect(chat.getState().status).toBe('failed')
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('does not come by itself once the vendor was ready, whatever its methods throw', async () => {
    const report = vi.fn<(error: unknown) => void>()
    vi.stubGlobal('reportError', report)
    const fault = (): never => {
      throw new Error('told to throw')
    }
    const vendor = testChat('chat', { driver: { show: fault, hide: fault, close: fault } })
    const { chat } = await readyChat(vendor)
    const release = chat.retain()
    chat.hide()
    chat.close()
    chat.show()
    release()
    await pass(60_000)
    expect(chat.getState()).toMatchObject({ status: 'ready', failure: null })
    expect(report).toHaveBeenCalledTimes(3)
  })

  it('of a mount that throws is the fault of the vendor', async () => {
    const vendor = testChat()
    const broken: LoadableVendor = {
      ...vendor,
      mount: () => {
        throw new Error('broken')
      },
    }
    const { store, chat } = page(broken)
    store.grantVendor('chat')
    chat.open()
    await pass(500)
    expect(chat.getState()).toMatchObject({ status: 'failed', failure: 'vendor' })
  })

  it('of a call that waited is the fault of the vendor', async () => {
    const vendor = testChat('chat', {
      driver: {
        open: () => {
          throw new Error('not yet')
        },
      },
    })
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.open()
    await pass()
    last(vendor).succeed()
    await pass(500)
    expect(chat.getState()).toMatchObject({ status: 'failed', failure: 'vendor' })
    expect(last(vendor).calls).toEqual(['leave'])
  })

  it('is not followed by another load without a click', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    chat.retain()
    store.grantVendor('chat')
    await pass(5_000)
    last(vendor).fail(new Error('no'))
    await pass(60_000)
    chat.retain()
    store.grantVendor('chat')
    await pass(60_000)
    expect(chat.getState().status).toBe('failed')
    expect(vendor.loads).toHaveLength(1)
  })

  it('can be tried again with a click, which then opens the chat', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.open()
    await pass()
    last(vendor).fail(new Error('no'))
    await pass(500)
    chat.open()
    await pass()
    expect(chat.getState()).toMatchObject({ status: 'loading', failure: null, wanted: true })
    last(vendor).succeed()
    await pass()
    expect(last(vendor).calls).toEqual(['open', 'focus'])
    expect(vendor.loads).toHaveLength(2)
  })

  it('is forgotten with a withdrawal: a new permission loads again', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    chat.retain()
    store.grantVendor('chat')
    await pass(5_000)
    last(vendor).fail(new Error('no'))
    await pass(5_000)
    store.withdrawVendor('chat')
    expect(chat.getState()).toMatchObject({ status: 'removing', failure: null })
    store.grantVendor('chat')
    await pass(5_000)
    expect(vendor.loads).toHaveLength(2)
  })

  it('that ended a click says so, until a withdrawal', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.open()
    await pass()
    last(vendor).fail(new Error('no'))
    await pass(500)
    expect(chat.getState()).toMatchObject({ status: 'failed', wanted: true })
    store.withdrawVendor('chat')
    expect(chat.getState()).toMatchObject({ status: 'removing', wanted: false })
    await pass(5_000)
    expect(chat.getState()).toMatchObject({ status: 'blocked', wanted: false, report: { remaining: [] } })
  })

  it('does not hang when the removal itself fails', async () => {
    const vendor = testChat()
    const { store, chat } = await readyChat(vendor)
    Object.defineProperty(document, 'cookie', {
      configurable: true,
      get: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    })
    store.withdrawVendor('chat')
    await pass(5_000)
    Reflect.deleteProperty(document, 'cookie')
    expect(chat.getState().status).toBe('blocked')
  })
})

describe('no timer is left', () => {
  it('by a removal', async () => {
    const vendor = testChat()
    const { store } = await readyChat(vendor)
    store.withdrawVendor('chat')
    await pass(600)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('by a vendor that is withdrawn while it loads and never answers', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.open()
    await pass(1_000)
    store.withdrawVendor('chat')
    await pass(600)
    expect(chat.getState().status).toBe('blocked')
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('cancel', () => {
  it('gives up a load', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    chat.retain()
    store.grantVendor('chat')
    chat.open()
    await pass()
    chat.cancel()
    expect(chat.getState().wanted).toBe(false)
    await pass(5_000)
    expect(last(vendor).page.signal.aborted).toBe(true)
    expect(chat.getState()).toMatchObject({ status: 'idle', failure: null, wanted: false })
    expect(vendor.loads).toHaveLength(1)
  })

  it('lets a failure be: nobody waits for it any more, and a click tries again', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    chat.retain()
    store.grantVendor('chat')
    chat.open()
    await pass()
    last(vendor).fail(new Error('no'))
    await pass(600)
    chat.cancel()
    await pass(60_000)
    expect(chat.getState()).toMatchObject({ status: 'failed', failure: 'vendor', wanted: false })
    expect(vendor.loads).toHaveLength(1)
    chat.open()
    await pass()
    expect(chat.getState()).toMatchObject({ status: 'loading', wanted: true })
  })

  it('lets only a click begin another', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.open()
    await pass()
    chat.cancel()
    chat.retain()
    await pass(60_000)
    expect(vendor.loads).toHaveLength(1)
    chat.open()
    await pass()
    expect(vendor.loads).toHaveLength(2)
  })

  it('wins over a vendor that gets ready all the same', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.open()
    await pass()
    chat.cancel()
    last(vendor).succeed()
    await pass(5_000)
    expect(chat.getState().status).toBe('idle')
    expect(last(vendor).calls).not.toContain('open')
  })

  it('keeps a load from beginning that waits for the browser to be idle', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.retain()
    chat.cancel()
    await pass(60_000)
    expect(vendor.loads).toHaveLength(0)
  })

  it('does not take down a chat that is live', async () => {
    const vendor = testChat()
    const { chat } = await readyChat(vendor)
    chat.cancel()
    await pass(5_000)
    expect(chat.getState().status).toBe('ready')
  })
})

describe('what shows the vendor', () => {
  it('gone, the live vendor is hidden, not removed; back, it is shown', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    const release = chat.retain()
    await pass(5_000)
    last(vendor).succeed()
    await pass()
    release()
    await pass(10)
    expect(last(vendor).calls).toEqual(['hide'])
    expect(chat.getState().status).toBe('ready')
    chat.retain()
    expect(last(vendor).calls).toEqual(['hide', 'show'])
    expect(vendor.loads).toHaveLength(1)
  })

  it('moved within the page, nothing flickers', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    const release = chat.retain()
    await pass(5_000)
    last(vendor).succeed()
    await pass()
    release()
    chat.retain()
    await pass(10)
    expect(last(vendor).calls).not.toContain('hide')
  })

  it('released twice counts once', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    chat.retain()
    const release = chat.retain()
    await pass(5_000)
    last(vendor).succeed()
    await pass()
    release()
    release()
    await pass(10)
    expect(last(vendor).calls).toEqual([])
  })

  it('gone while the vendor loads, the vendor is not seen when it gets ready', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    store.grantVendor('chat')
    const release = chat.retain()
    await pass(5_000)
    release()
    await pass(10)
    last(vendor).succeed()
    await pass(10)
    expect(last(vendor).calls).toEqual(['hide'])
  })
})

describe('what the vendor tells', () => {
  it('is passed on and kept in the state', async () => {
    const vendor = testChat()
    const { chat } = await readyChat(vendor)
    const heard: unknown[] = []
    chat.on('open', () => heard.push('open'))
    chat.on('close', () => heard.push('close'))
    chat.on('unread', (count) => heard.push(count))
    last(vendor).tell('open')
    expect(chat.getState().visibility).toBe('open')
    last(vendor).tell('unread', 3)
    expect(chat.getState().unread).toBe(3)
    last(vendor).tell('close')
    expect(chat.getState().visibility).toBe('closed')
    expect(heard).toEqual(['open', 3, 'close'])
  })

  it('is heard over several loads, until the listener stops', async () => {
    const vendor = testChat()
    const { store, chat } = await readyChat(vendor)
    const heard: number[] = []
    const stop = chat.on('unread', (count) => heard.push(count))
    store.withdrawVendor('chat')
    await pass(5_000)
    store.grantVendor('chat')
    await pass(5_000)
    last(vendor).succeed()
    await pass()
    last(vendor).tell('unread', 1)
    stop()
    last(vendor).tell('unread', 2)
    expect(heard).toEqual([1])
  })

  it('is no longer heard from a load that was removed', async () => {
    const vendor = testChat()
    const { store, chat } = await readyChat(vendor)
    const listener = vi.fn<() => void>()
    chat.on('unread', listener)
    const first = last(vendor)
    store.withdrawVendor('chat')
    await pass(5_000)
    first.tell('unread', 5)
    store.grantVendor('chat')
    await pass(5_000)
    last(vendor).succeed()
    await pass()
    first.tell('unread', 6)
    expect(listener).not.toHaveBeenCalled()
    expect(chat.getState().unread).toBe(0)
  })

  it('does not make a vendor that is being removed look open', async () => {
    const vendor = testChat()
    const { store, chat } = await readyChat(vendor)
    const listener = vi.fn<() => void>()
    chat.on('open', listener)
    store.withdrawVendor('chat')
    await pass()
    last(vendor).tell('open')
    expect(listener).not.toHaveBeenCalled()
    expect(chat.getState().visibility).toBe('closed')
  })
})

describe('who the visitor is', () => {
  const ann: ChatIdentity = { email: 'ann@acme.test' }
  const bob: ChatIdentity = { email: 'bob@acme.test' }

  it('is told to the vendor when it is ready, before the chat opens', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    chat.identify(ann)
    store.grantVendor('chat')
    chat.open()
    await pass()
    last(vendor).succeed()
    await pass()
    expect(last(vendor).calls).toContain('identify ann@acme.test')
  })

  it('is told at once when the vendor is live', async () => {
    const vendor = testChat()
    const { chat } = await readyChat(vendor)
    chat.identify(() => Promise.resolve(ann))
    await pass()
    expect(last(vendor).calls).toEqual(['identify ann@acme.test'])
  })

  it('is not asked of the site before the vendor is ready', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    const sign = vi.fn<() => Promise<ChatIdentity>>(() => Promise.resolve(ann))
    chat.identify(sign)
    store.grantVendor('chat')
    chat.retain()
    await pass(5_000)
    expect(sign).not.toHaveBeenCalled()
  })

  it('is not told to a vendor that was removed meanwhile', async () => {
    const vendor = testChat()
    const { store, chat } = await readyChat(vendor)
    let answer: (identity: ChatIdentity) => void = () => undefined
    chat.identify(() => new Promise((resolve) => (answer = resolve)))
    store.withdrawVendor('chat')
    await pass()
    answer(ann)
    await pass(5_000)
    expect(last(vendor).calls).toEqual(['leave'])
  })

  it('is not told after it was to be forgotten, even when the signature comes late', async () => {
    const vendor = testChat()
    const { chat } = await readyChat(vendor)
    let answer: (identity: ChatIdentity) => void = () => undefined
    chat.identify(() => new Promise((resolve) => (answer = resolve)))
    chat.forget()
    answer(ann)
    await pass()
    expect(last(vendor).calls).toEqual(['forget'])
  })

  it('is the latest that was given, even when an older signature comes late', async () => {
    const vendor = testChat()
    const { chat } = await readyChat(vendor)
    let answer: (identity: ChatIdentity) => void = () => undefined
    chat.identify(() => new Promise((resolve) => (answer = resolve)))
    chat.identify(bob)
    await pass()
    answer(ann)
    await pass()
    expect(last(vendor).calls).toEqual(['identify bob@acme.test'])
  })

  it('once forgotten is not told to the next load', async () => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    chat.identify(ann)
    chat.forget()
    store.grantVendor('chat')
    chat.open()
    await pass()
    last(vendor).succeed()
    await pass()
    expect(last(vendor).calls).toEqual(['open', 'focus'])
  })

  it.each([
    ['rejects', () => Promise.reject(new Error('401'))],
    [
      'throws',
      () => {
        throw new Error('401')
      },
    ],
  ])('stays unknown when the signature %s, and the chat works', async (_, sign) => {
    const vendor = testChat()
    const { store, chat } = page(vendor)
    chat.identify(sign)
    store.grantVendor('chat')
    chat.open()
    await pass()
    last(vendor).succeed()
    await pass(5_000)
    expect(chat.getState().status).toBe('ready')
    expect(last(vendor).calls).toEqual(['open', 'focus'])
  })

  it('leaves no unhandled rejection when the vendor refuses to identify or to forget', async () => {
    const handlers = process.listeners('unhandledRejection')
    const unhandled: unknown[] = []
    process.removeAllListeners('unhandledRejection')
    process.on('unhandledRejection', (reason) => unhandled.push(reason))
    const refuse = (): Promise<void> => Promise.reject(new Error('not now'))
    const { chat } = await readyChat(testChat('chat', { driver: { identify: refuse, forget: refuse } }))
    chat.identify(ann)
    await pass()
    chat.forget()
    await pass()
    vi.useRealTimers()
    await new Promise((resolve) => setTimeout(resolve, 5))
    process.removeAllListeners('unhandledRejection')
    for (const handler of handlers) process.on('unhandledRejection', handler)
    expect(unhandled).toEqual([])
  })
})
