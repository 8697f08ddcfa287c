import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { follow } from './follow.ts'
import { tellForgotten } from './forgotten.ts'
import { needsDecision, permission } from './permission.ts'
import { memoryStorage } from './storage/memory-storage.ts'
import type { ConsentStorage } from './storage/storage.ts'
import { createConsentStore, type ConsentStore } from './store.ts'
import { day, start, testVendor } from './test-vendor.fixture.ts'

const vendors = [testVendor('chat', 'functional'), testVendor('stats', 'analytics')]

let storage: ConsentStorage
let pages: (() => void)[] = []

/** A tab of the site that stays open until the test ends. */
function openTab(own: ConsentStorage = storage): ConsentStore {
  const store = createConsentStore({ vendors, storage: own })
  pages.push(store.connect(), follow(store))
  return store
}

function closeTabs(): void {
  for (const close of pages.splice(0)) close()
}

const allowedIn = (store: ConsentStore): readonly string[] =>
  vendors.flatMap(({ id }) => (permission(store.getState(), id).allowed ? [id] : []))

const comeBack = (): boolean => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))

/** Messages of the channel wait here until the test delivers them: each to every other tab that is open by then. */
let post: { readonly from: TestChannel; readonly to: TestChannel }[] = []
const channels = new Set<TestChannel>()

class TestChannel extends EventTarget {
  constructor() {
    super()
    channels.add(this)
  }

  postMessage(): void {
    if (!channels.has(this)) throw new DOMException('closed', 'InvalidStateError')
    for (const to of channels) if (to !== this) post.push({ from: this, to })
  }

  close(): void {
    channels.delete(this)
  }
}

function deliver(place = 0): void {
  const [message] = post.splice(place % post.length, 1)
  if (message && channels.has(message.to)) message.to.dispatchEvent(new MessageEvent('message', { data: 0 }))
}

const deliverAll = (): void => {
  while (post.length > 0) deliver()
}

/** The channel of the test's setup, which is silent. */
const own = Object.getOwnPropertyDescriptor(globalThis, 'BroadcastChannel') ?? {}

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
  vi.stubGlobal('BroadcastChannel', TestChannel)
  storage = memoryStorage()
  post = []
})

afterEach(() => {
  closeTabs()
  channels.clear()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  Object.defineProperty(globalThis, 'BroadcastChannel', own)
})

describe('tabs with a channel', { timeout: 60_000 }, () => {
  it('hear of a decision at once, without being shown', () => {
    const here = openTab()
    const there = openTab()
    expect(needsDecision(there.getState())).toBe(true)
    here.acceptAll()
    deliverAll()
    expect(allowedIn(there)).toEqual(['chat', 'stats'])
    here.rejectAll()
    deliverAll()
    expect(allowedIn(there)).toEqual([])
    expect(needsDecision(there.getState())).toBe(false)
  })

  it('pass nothing on: one decision is one message to each other tab', () => {
    const tabs = [openTab(), openTab(), openTab(), openTab()]
    let messages = 0
    tabs[0]?.rejectAll()
    while (post.length > 0) {
      messages += 1
      deliver()
    }
    expect(messages).toBeLessThanOrEqual(tabs.length * (tabs.length - 1))
    expect(tabs.map(allowedIn)).toEqual([[], [], [], []])
  })

  it('tell nothing, and hear nothing, once they no longer follow', () => {
    const here = openTab()
    closeTabs()
    openTab()
    storage.write('accept-all')
    here.rejectAll()
    expect(post).toEqual([])
    expect(channels.size).toBe(1)
  })

  it('say nothing that another page could read: the message is empty', () => {
    const said = vi.spyOn(TestChannel.prototype, 'postMessage')
    openTab().acceptAll()
    expect(said).toHaveBeenCalledWith(0)
  })

  it('hear of what was decided before the channel was open', () => {
    const there = openTab()
    const here = createConsentStore({ vendors, storage })
    pages.push(here.connect())
    vi.setSystemTime(Math.max(Date.now(), performance.timeOrigin) + 1_000)
    here.rejectAll()
    expect(post).toEqual([])
    pages.push(follow(here))
    deliverAll()
    expect(permission(there.getState(), 'chat').reason).toBe('category-denied')
  })

  const decision = fc.record({
    tab: fc.nat({ max: 2 }),
    yes: fc.boolean(),
    what: fc.constantFrom('all' as const, 'chat' as const, 'stats' as const),
    /** The clock may also go back. */
    wait: fc.constantFrom(0, 1, 60_000, -60_000, -400 * day),
    /** Which of the waiting messages arrive after it. */
    arrive: fc.array(fc.nat(), { maxLength: 3 }),
  })

  it('agree on the last explicit decision, in whichever order the messages come', () => {
    fc.assert(
      fc.property(
        fc.array(decision, { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        (decisions, order) => {
          closeTabs()
          vi.setSystemTime(start)
          storage = memoryStorage()
          const tabs = [openTab(), openTab(), openTab()]
          const said = new Map<string, boolean>()
          for (const { tab, yes, what, wait, arrive } of decisions) {
            vi.setSystemTime(Date.now() + wait)
            if (what === 'all') tabs[tab]?.[yes ? 'acceptAll' : 'rejectAll']()
            else tabs[tab]?.[yes ? 'grantVendor' : 'withdrawVendor'](what)
            for (const { id } of vendors) if (what === 'all' || what === id) said.set(id, yes)
            for (const place of arrive) if (post.length > 0) deliver(place)
          }
          while (post.length > 0) deliver(Number(order.next().value))
          const allowed = vendors.flatMap(({ id }) => (said.get(id) ? [id] : []))
          for (const tab of tabs) {
            // A yes of a clock that was far ahead does not count; a refusal always does.
            expect(allowed).toEqual(expect.arrayContaining([...allowedIn(tab)]))
            expect(tab.getState().record).toEqual(tabs[0]?.getState().record)
            if (decisions.every(({ wait }) => wait > -day)) expect(allowedIn(tab)).toEqual(allowed)
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('take what a message says from storage only, so that no message grants anything', () => {
    const here = openTab()
    for (const channel of channels) {
      channel.dispatchEvent(new MessageEvent('message', { data: 'accept-all' }))
      channel.dispatchEvent(new MessageEvent('message', { data: { categories: { functional: 'granted' } } }))
    }
    expect(here.getState().record).toBeNull()
    expect(allowedIn(here)).toEqual([])
  })
})

const storageEvent = (key: string | null): boolean => dispatchEvent(new StorageEvent('storage', { key }))

describe('tabs without a channel', () => {
  beforeEach(() => {
    Reflect.deleteProperty(globalThis, 'BroadcastChannel')
  })

  it.each(['askfirst.tabs', 'askfirst', null])('hear of a decision by the storage event of %j', (key) => {
    const here = openTab()
    const there = openTab()
    here.rejectAll()
    expect(permission(there.getState(), 'chat').reason).toBe('undecided')
    storageEvent(key)
    expect(permission(there.getState(), 'chat').reason).toBe('category-denied')
  })

  it('are told by a key that comes and goes, which makes an event in each of them', () => {
    const here = openTab()
    const set = vi.spyOn(Storage.prototype, 'setItem')
    const remove = vi.spyOn(Storage.prototype, 'removeItem')
    here.acceptAll()
    expect(set.mock.calls.map(([key]) => key)).toEqual(['askfirst.tabs'])
    expect(remove).toHaveBeenCalledWith('askfirst.tabs')
    expect(localStorage).toHaveLength(0)
  })

  it('do not look because of keys that are not ours', () => {
    const read = vi.spyOn(storage, 'read')
    openTab()
    const before = read.mock.calls.length
    storageEvent('theme')
    expect(read).toHaveBeenCalledTimes(before)
  })

  it('hear of it when they are shown again, where web storage is blocked as well', () => {
    vi.stubGlobal('localStorage', undefined)
    const here = openTab()
    const there = openTab()
    here.rejectAll()
    document.dispatchEvent(new Event('visibilitychange'))
    expect(permission(there.getState(), 'chat').reason).toBe('category-denied')
  })

  it('no longer hear once they do not follow', () => {
    const there = openTab()
    closeTabs()
    storage.write('accept-all')
    storageEvent('askfirst.tabs')
    comeBack()
    expect(allowedIn(there)).toEqual([])
  })
})

describe('a channel that may not be opened', () => {
  // https://github.com/mozilla/fxa/issues/2347
  it('keeps no page from following by other ways: Firefox throws where cookies are blocked', () => {
    vi.stubGlobal('BroadcastChannel', function BlockedChannel() {
      throw new DOMException('denied', 'SecurityError')
    })
    const here = openTab()
    const there = openTab()
    here.rejectAll()
    comeBack()
    expect(permission(there.getState(), 'chat').reason).toBe('category-denied')
    const tell = vi.spyOn(Storage.prototype, 'setItem')
    expect(() => tellForgotten('k3j9x0')).not.toThrow()
    expect(tell).toHaveBeenCalledWith('askfirst.tabs', `forget:${start}:k3j9x0`)
  })
})

describe('a storage that tells when it has changed', () => {
  it('is listened to, until the page no longer follows', () => {
    const listeners = new Set<() => void>()
    const telling: ConsentStorage = {
      ...storage,
      follow(onChange) {
        listeners.add(onChange)
        return () => listeners.delete(onChange)
      },
    }
    const store = openTab(telling)
    storage.write('accept-all')
    expect(allowedIn(store)).toEqual([])
    for (const tell of listeners) tell()
    expect(allowedIn(store)).toEqual(['chat', 'stats'])
    closeTabs()
    expect(listeners.size).toBe(0)
  })
})

describe('a page from the back-forward cache', () => {
  it('reconciles before anything of it is shown: in the event itself', () => {
    const frozen = openTab()
    frozen.acceptAll()
    storage.write('reject-all')
    expect(allowedIn(frozen)).toEqual(['chat', 'stats'])
    comeBack()
    expect(allowedIn(frozen)).toEqual([])
    expect(needsDecision(frozen.getState())).toBe(false)
  })

  it('ends what has expired while it was frozen', () => {
    const frozen = openTab()
    frozen.acceptAll()
    vi.setSystemTime(start + 400 * day)
    comeBack()
    expect(allowedIn(frozen)).toEqual([])
  })
})

describe('a page whose chunk with `follow` does not load', () => {
  const openAlone = (): ConsentStore => {
    const store = createConsentStore({ vendors, storage })
    pages.push(store.connect())
    return store
  }

  it('reads what is stored, decides, and stores it', () => {
    storage.write('accept-all')
    const store = openAlone()
    expect(allowedIn(store)).toEqual(['chat', 'stats'])
    store.rejectAll()
    expect(allowedIn(openAlone())).toEqual([])
  })

  it('sees what another tab refused as soon as the visitor comes back to it', () => {
    const alone = openAlone()
    alone.acceptAll()
    openTab().rejectAll()
    document.dispatchEvent(new Event('visibilitychange'))
    expect(allowedIn(alone)).toEqual([])
  })

  it('does not undo what another tab refused, when it decides first', () => {
    const alone = openAlone()
    alone.acceptAll()
    vi.setSystemTime(start + 1_000)
    openTab().rejectAll()
    alone.grantVendor('chat')
    expect(allowedIn(openAlone())).toEqual(['chat'])
  })
})
