import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { testVendor } from '../test-vendor.fixture.ts'
import { enterPage, type Stay } from './enter-page.ts'
import { LoadFailure } from './load-failure.ts'
import type { LoadableVendor, VendorPage } from './mount.ts'

const chat: LoadableVendor = {
  ...testVendor('chat'),
  traces: { globals: ['acmeChat'], nodes: ['#acme-chat'] },
  mount: () => Promise.resolve({}),
}

const OwnWebSocket = window.WebSocket

const ownSetItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem') ?? {}

let life: AbortController

/** Enters with a vendor that hands its page to the test and then waits. */
function enter(more: Partial<LoadableVendor> = {}, timeout = 1_000): { stay: Stay; page: () => VendorPage } {
  let given: VendorPage | undefined
  const vendor: LoadableVendor = {
    ...chat,
    mount(page) {
      given = page
      return new Promise(() => undefined)
    },
    ...more,
  }
  const stay = enterPage(vendor, { signal: life.signal, timeout, nonce: undefined })
  return {
    stay,
    page() {
      if (!given) throw new Error('The vendor was not mounted.')
      return given
    },
  }
}

/** Leaves, and lets the time pass that it takes. */
async function leave(stay: Stay, ...mounted: Parameters<Stay['leave']>) {
  const leaving = stay.leave(...mounted)
  await vi.advanceTimersByTimeAsync(5_000)
  return leaving
}

const scripts = (): NodeListOf<Element> => document.querySelectorAll('script')

beforeEach(() => {
  life = new AbortController()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  document.body.replaceChildren()
  Reflect.deleteProperty(window, 'acmeChat')
  window.WebSocket = OwnWebSocket
  Object.defineProperty(Storage.prototype, 'setItem', ownSetItem)
})

describe('a stay on the page', () => {
  it('touches nothing of the document before the vendor is mounted', async () => {
    const before = document.documentElement.outerHTML
    const { stay } = enter()
    expect(document.documentElement.outerHTML).toBe(before)
    await leave(stay, undefined)
  })

  it('resolves with what the vendor mounts', async () => {
    const leaves = vi.fn<() => void>()
    const { stay } = enter({ mount: () => Promise.resolve({ leave: leaves }) })
    const mounted = await stay.mount()
    expect(leaves).not.toHaveBeenCalled()
    await leave(stay, mounted)
    expect(leaves).toHaveBeenCalledTimes(1)
  })

  it('rejects with a timeout when there is no answer in time', async () => {
    const { stay } = enter({}, 3_000)
    const mounting = stay.mount()
    mounting.catch(() => undefined)
    await vi.advanceTimersByTimeAsync(3_000)
    await expect(mounting).rejects.toMatchObject({ reason: 'timeout' })
    await expect(mounting).rejects.toBeInstanceOf(LoadFailure)
    await leave(stay, undefined)
  })

  it('rejects when it is ended, and tells the vendor', async () => {
    const { stay, page } = enter()
    const mounting = stay.mount()
    expect(page().signal.aborted).toBe(false)
    life.abort()
    await expect(mounting).rejects.toMatchObject({ name: 'AbortError' })
    expect(page().signal.aborted).toBe(true)
    await leave(stay, undefined)
  })

  it('tells a vendor whose time is up that it has to stop', async () => {
    const { stay, page } = enter()
    stay.mount().catch(() => undefined)
    await vi.advanceTimersByTimeAsync(1_000)
    const leaving = stay.leave(undefined)
    expect(page().signal.aborted).toBe(true)
    await vi.advanceTimersByTimeAsync(5_000)
    await leaving
  })

  it('loads only scripts from the hosts that the vendor discloses', async () => {
    const { stay, page } = enter()
    stay.mount().catch(() => undefined)
    void page().script('https://chat.acme.test/messenger.js')
    expect(scripts()).toHaveLength(1)
    await expect(async () => page().script('https://evil.example/messenger.js')).rejects.toThrow(TypeError)
    expect(scripts()).toHaveLength(1)
    for (const script of scripts()) script.remove()
    life.abort()
    await leave(stay, undefined)
  })

  it('leaves a key of the page that has the name of one that the vendor keeps on its own site', async () => {
    const shared = { name: 'player', purpose: 'settings', days: null, confidence: 'verified' } as const
    localStorage.setItem('player', 'of the page')
    document.cookie = 'player=of-the-page'
    const elsewhere = [
      { ...shared, kind: 'local', host: 'film.test' },
      { ...shared, kind: 'cookie', host: 'film.test' },
    ] as const
    const { stay } = enter({ disclosure: { ...chat.disclosure, storage: elsewhere } })
    expect(await leave(stay, undefined)).toMatchObject({ removed: [], remaining: [] })
    expect(localStorage.getItem('player')).toBe('of the page')
    expect(document.cookie).toContain('player=of-the-page')
  })

  it('removes only what is of its own hosts where it shares the others with further vendors', async () => {
    const own = document.body.appendChild(document.createElement('iframe'))
    own.setAttribute('src', 'https://chat.acme.test/film')
    const shared = document.body.appendChild(document.createElement('iframe'))
    shared.setAttribute('src', 'https://chat.acme.test/other/map')
    const { stay } = enter({ traces: { domains: ['chat.acme.test/film'], globals: [], nodes: [] } })
    const { removed } = await leave(stay, undefined)
    expect(removed).toEqual([{ kind: 'node', name: 'https://chat.acme.test/film' }])
    expect(shared.isConnected).toBe(true)
    shared.remove()
  })

  it.each(['ended', 'failed'] as const)('loads no further script once it has %s', async (how) => {
    const { stay, page } = enter()
    stay.mount().catch(() => undefined)
    if (how === 'ended') life.abort()
    else await vi.advanceTimersByTimeAsync(1_000)
    await leave(stay, undefined)
    const goOn = async (): Promise<void> => page().script('https://chat.acme.test/second.js')
    void goOn().catch(() => undefined)
    expect(scripts()).toHaveLength(0)
  })

  it('does not go on with a vendor whose script arrives once it has ended', async () => {
    const { stay, page } = enter()
    stay.mount().catch(() => undefined)
    const arrival = page().script('https://chat.acme.test/messenger.js')
    arrival.catch(() => undefined)
    const [script] = scripts()
    life.abort()
    script?.dispatchEvent(new Event('load'))
    await expect(arrival).rejects.toMatchObject({ name: 'AbortError' })
    script?.remove()
    await leave(stay, undefined)
  })

  it('does not go on with a vendor whose condition holds once it has ended', async () => {
    const { stay, page } = enter()
    stay.mount().catch(() => undefined)
    let live = false
    const waiting = page().until(() => live)
    const answer = waiting.then(
      () => 'goes on',
      () => 'stops',
    )
    life.abort()
    live = true
    await leave(stay, undefined)
    await expect(answer).resolves.toBe('stops')
  })

  it('waits until a condition of the vendor holds', async () => {
    const { stay, page } = enter()
    stay.mount().catch(() => undefined)
    let live = false
    let waited = false
    void page()
      .until(() => live)
      .then(() => (waited = true))
    await vi.advanceTimersByTimeAsync(500)
    expect(waited).toBe(false)
    live = true
    await vi.advanceTimersByTimeAsync(100)
    expect(waited).toBe(true)
    life.abort()
    await leave(stay, undefined)
  })

  it('stops asking for a condition once it has ended', async () => {
    const { stay, page } = enter()
    stay.mount().catch(() => undefined)
    const condition = vi.fn<() => boolean>(() => false)
    const waiting = page().until(condition)
    waiting.catch(() => undefined)
    life.abort()
    await vi.advanceTimersByTimeAsync(200)
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
    const asked = condition.mock.calls.length
    await leave(stay, undefined)
    expect(condition).toHaveBeenCalledTimes(asked)
  })
})

/** Nothing waits any more. What a test before this one has left behind is over within a second. */
async function expectNoTimer(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1_000)
  expect(vi.getTimerCount()).toBe(0)
}

describe('a vendor that has to appear', () => {
  const shown: Partial<LoadableVendor> = { traces: { globals: ['acmeChat'], nodes: ['#acme-chat'], appears: true } }

  function appear(): void {
    const frame = document.createElement('iframe')
    frame.id = 'acme-chat'
    document.body.append(frame)
  }

  it('is mounted once its window is there', async () => {
    const { stay } = enter({ ...shown, mount: () => Promise.resolve({}) }, 15_000)
    let isMounted = false
    void stay.mount().then(() => (isMounted = true))
    await vi.advanceTimersByTimeAsync(4_000)
    expect(isMounted).toBe(false)
    appear()
    await vi.advanceTimersByTimeAsync(100)
    expect(isMounted).toBe(true)
    await expectNoTimer()
    life.abort()
    await leave(stay, undefined)
  })

  it('has failed as unavailable when it is ready and does not, and is told to leave', async () => {
    const leaves = vi.fn<() => void>()
    const { stay } = enter({ ...shown, mount: () => Promise.resolve({ leave: leaves }) }, 15_000)
    const mounting = stay.mount()
    mounting.catch(() => undefined)
    await vi.advanceTimersByTimeAsync(5_100)
    await expect(mounting).rejects.toMatchObject({ reason: 'unavailable' })
    await expectNoTimer()
    await leave(stay, undefined)
    expect(leaves).toHaveBeenCalledTimes(1)
  })

  it('is waited for no longer than the stay lasts', async () => {
    const { stay } = enter({ ...shown, mount: () => Promise.resolve({}) }, 15_000)
    const mounting = stay.mount()
    mounting.catch(() => undefined)
    await vi.advanceTimersByTimeAsync(1_000)
    life.abort()
    await expect(mounting).rejects.toMatchObject({ name: 'AbortError' })
    await vi.advanceTimersByTimeAsync(100)
    await expectNoTimer()
    await leave(stay, undefined)
  })
})

describe('a failed load', () => {
  it('is explained by what the policy of the page has refused', async () => {
    const { stay } = enter()
    const violation = { disposition: 'enforce', effectiveDirective: 'script-src-elem', sample: '' }
    const blockedURI = 'https://chat.acme.test/messenger.js'
    document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { ...violation, blockedURI }))
    expect(stay.explain(new LoadFailure('blocked', 'no'))).toEqual({
      reason: 'csp',
      detail: `script-src-elem ${blockedURI}`,
    })
    await leave(stay, undefined)
  })

  it('takes along the scripts that are still on their way, to where they cannot run', async () => {
    const { stay } = enter()
    const late = document.createElement('script')
    late.src = 'https://chat.acme.test/late.js'
    const own = document.createElement('script')
    own.src = 'https://shop.example/app.js'
    document.body.append(late, own)
    await leave(stay, undefined)
    expect(late.ownerDocument).not.toBe(document)
    expect(own.isConnected).toBe(true)
  })
})

describe('leaving the page', () => {
  it('takes away nodes, globals and keys, and says so', async () => {
    const { stay } = enter({
      disclosure: {
        ...chat.disclosure,
        storage: [{ name: 'acme*', kind: 'local', purpose: 'visitor-id', days: null, confidence: 'verified' }],
      },
    })
    stay.mount().catch(() => undefined)
    Reflect.set(window, 'acmeChat', {})
    localStorage.setItem('acme-id', '1')
    const frame = document.createElement('iframe')
    frame.id = 'acme-chat'
    document.body.append(frame)
    vi.setSystemTime(1_800_000_000_000)
    life.abort()
    const report = await leave(stay, undefined)
    expect(report).toMatchObject({
      vendor: 'chat',
      removed: [
        { kind: 'node', name: 'iframe#acme-chat' },
        { kind: 'global', name: 'acmeChat' },
        { kind: 'local', name: 'acme-id' },
      ],
      remaining: [],
      reloadAdvised: false,
    })
    expect(report.time).toBeGreaterThanOrEqual(1_800_000_000_000)
    expect(document.body.childElementCount).toBe(0)
    expect('acmeChat' in window).toBe(false)
    expect(localStorage).toHaveLength(0)
  })

  it('lets the vendor say goodbye before its nodes and globals are taken away', async () => {
    const { stay } = enter({ mount: () => Promise.resolve({}) })
    Reflect.set(window, 'acmeChat', {})
    let couldSpeak = false
    await leave(stay, {
      leave() {
        couldSpeak = 'acmeChat' in window
      },
    })
    expect(couldSpeak).toBe(true)
    expect('acmeChat' in window).toBe(false)
  })

  it('looks again after a moment, and takes away what came late', async () => {
    const { stay } = enter()
    const leaving = stay.leave(undefined)
    await vi.advanceTimersByTimeAsync(100)
    Reflect.set(window, 'acmeChat', {})
    await vi.advanceTimersByTimeAsync(5_000)
    await expect(leaving).resolves.toMatchObject({
      removed: [{ kind: 'global', name: 'acmeChat' }],
      remaining: [],
      reloadAdvised: false,
    })
  })

  it('says what came back after it was taken away twice, and advises a reload', async () => {
    const { stay } = enter()
    const comeBack = setInterval(() => Reflect.set(window, 'acmeChat', {}), 20)
    const leaving = stay.leave(undefined)
    await vi.advanceTimersByTimeAsync(5_000)
    clearInterval(comeBack)
    await expect(leaving).resolves.toMatchObject({
      remaining: [{ kind: 'global', name: 'acmeChat' }],
      reloadAdvised: true,
    })
  })

  it('says what it could not remove, and advises a reload', async () => {
    const { stay } = enter()
    Object.defineProperty(window, 'acmeChat', { configurable: true, get: () => 1 })
    vi.spyOn(Reflect, 'deleteProperty').mockReturnValue(false)
    const report = await leave(stay, undefined)
    vi.restoreAllMocks()
    expect(report).toMatchObject({ remaining: [{ kind: 'global', name: 'acmeChat' }], reloadAdvised: true })
  })

  it('gives the page back its WebSocket and its setItem', async () => {
    vi.stubGlobal('WebSocket', OwnWebSocket)
    const { stay } = enter()
    expect(window.WebSocket).not.toBe(OwnWebSocket)
    await leave(stay, undefined)
    expect(window.WebSocket).toBe(OwnWebSocket)
    expect(Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')).toEqual(ownSetItem)
  })

  it.each(['in the order in which they came', 'in the other order'])(
    'gives the page all of it back after two vendors have left %s',
    async (order) => {
      const own = { fetch: window.fetch, open: Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, 'open') }
      const first = enter().stay
      const second = enter().stay
      const [one, two] = order === 'in the other order' ? [second, first] : [first, second]
      await leave(one, undefined)
      await leave(two, undefined)
      const left = { fetch: window.fetch, open: Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, 'open') }
      window.fetch = own.fetch
      Object.defineProperty(XMLHttpRequest.prototype, 'open', own.open ?? {})
      expect(left).toEqual(own)
      expect(window.WebSocket).toBe(OwnWebSocket)
      expect(Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')).toEqual(ownSetItem)
    },
  )

  it('closes the sockets that the vendor opens while it is leaving', async () => {
    class FakeWebSocket {
      static readonly OPEN = 1
      readyState = 1
      readonly url: string
      constructor(url: string) {
        this.url = url
      }
      close(): void {
        this.readyState = 3
      }
    }
    vi.stubGlobal('WebSocket', FakeWebSocket)
    const { stay } = enter()
    const leaving = stay.leave(undefined)
    await vi.advanceTimersByTimeAsync(100)
    const late = new WebSocket('wss://chat.acme.test/socket')
    await vi.advanceTimersByTimeAsync(5_000)
    await leaving
    vi.unstubAllGlobals()
    expect(late.readyState).toBe(3)
  })

  it('is not stopped by a broken node of the page', async () => {
    const image = document.createElement('img')
    image.setAttribute('src', 'http://[')
    document.body.append(image)
    const { stay } = enter()
    const leaving = stay.leave(undefined).then(
      (report) => report.reloadAdvised,
      (error: unknown) => error,
    )
    await vi.advanceTimersByTimeAsync(5_000)
    await expect(leaving).resolves.toBe(false)
    expect(image.isConnected).toBe(true)
  })
})
