import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checksum } from '../checksum.ts'
import { needsDecision, permission } from '../permission.ts'
import { parseRecord } from '../parse-record.ts'
import { serializeRecord } from '../serialize-record.ts'
import { createConsentStore, type ConsentStore } from '../store.ts'
import { day, no, start, testRecord, testVendor, yes } from '../test-vendor.fixture.ts'
import { cookieStorage } from './cookie-storage.ts'
import { memoryStorage } from './memory-storage.ts'
import { remoteStorage, type RemoteConsent } from './remote-storage.ts'
import type { ConsentStorage } from './storage.ts'
import { webStorage } from './web-storage.ts'

const vendors = [testVendor('chat', 'functional'), testVendor('stats', 'analytics')]

const year = 365 * day

const saidYes = (time: number): string =>
  serializeRecord(
    testRecord({
      id: 'yes',
      time,
      categories: new Map([
        ['functional', yes(time)],
        ['analytics', yes(time)],
      ]),
      disclosed: new Set(['chat', 'stats']),
    }),
  )

const saidNo = (time: number): string =>
  serializeRecord(
    testRecord({
      id: 'no',
      time,
      categories: new Map([
        ['functional', no(time)],
        ['analytics', no(time)],
      ]),
    }),
  )

/** A text with the sum that belongs to it. */
function signed(text: string): string {
  const body = text.slice(0, text.lastIndexOf('&sum='))
  return `${body}&sum=${checksum(body)}`
}

/** A profile on a server that answers after a moment. */
class Profile implements RemoteConsent {
  text: string | null
  reads = 0
  delay = 100
  isDown = false

  constructor(text: string | null = null) {
    this.text = text
  }

  async read(): Promise<string | null> {
    this.reads += 1
    await this.#answer()
    return this.text
  }

  async write(text: string | null): Promise<void> {
    await this.#answer()
    this.text = text
  }

  async #answer(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, this.delay))
    if (this.isDown) throw new Error('503')
  }
}

let cache: ConsentStorage
let leaves: (() => void)[] = []

const wait = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds)

/** A page with a store that follows its storage until the test ends. */
function openPage(remote: RemoteConsent, more: { cache?: ConsentStorage; timeout?: number } = {}): ConsentStore {
  const storage = remoteStorage(remote, { cache, ...more })
  const store = createConsentStore({ vendors, storage })
  const stops = [store.connect(), storage.follow?.(store.refresh)]
  leaves.push(() => {
    for (const stop of stops) stop?.()
  })
  return store
}

function leavePages(): void {
  for (const leave of leaves.splice(0)) leave()
}

const allowedIn = (store: ConsentStore): readonly string[] =>
  vendors.flatMap(({ id }) => (permission(store.getState(), id).allowed ? [id] : []))

const whyNot = (store: ConsentStore): string => permission(store.getState(), 'chat').reason

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  cache = memoryStorage()
})

afterEach(() => {
  leavePages()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  Reflect.deleteProperty(document, 'prerendering')
})

describe('remoteStorage', () => {
  it('answers from the cache at once, and asks the remote only when it is followed', async () => {
    cache.write(saidYes(start))
    const profile = new Profile()
    const storage = remoteStorage(profile, { cache })
    expect(storage.read()).toBe(saidYes(start))
    await wait(1_000)
    expect(profile.reads).toBe(0)
  })

  it('takes a decision of another device as soon as the remote tells of it', async () => {
    const store = openPage(new Profile(saidYes(start - day)))
    expect(allowedIn(store)).toEqual([])
    expect(needsDecision(store.getState())).toBe(true)
    await wait(100)
    expect(allowedIn(store)).toEqual(['chat', 'stats'])
    expect(needsDecision(store.getState())).toBe(false)
    expect(cache.read()).toBe(saidYes(start - day))
  })

  it('tells the remote of a decision', async () => {
    const profile = new Profile()
    const store = openPage(profile)
    store.rejectAll()
    await wait(2_000)
    expect(profile.text).toBe(cache.read())
    expect(parseRecord(profile.text)?.categories.get('functional')?.decision).toBe('denied')
  })

  it('tells the remote of what only the cache has, when the page opens', async () => {
    cache.write(saidNo(start - day))
    const profile = new Profile()
    openPage(profile)
    await wait(1_000)
    expect(profile.text).toBe(saidNo(start - day))
  })

  it('tells the remote nothing that it knows', async () => {
    const profile = new Profile(saidNo(start - day))
    const write = vi.spyOn(profile, 'write')
    cache.write(saidNo(start - day))
    openPage(profile)
    await wait(5_000)
    leavePages()
    cache.write(null)
    openPage(profile)
    await wait(5_000)
    expect(write).not.toHaveBeenCalled()
  })

  it.each([
    ['a later refusal at the remote', saidYes(start - 2 * day), saidNo(start - day), []],
    ['a later yes at the remote', saidNo(start - 2 * day), saidYes(start - day), ['chat', 'stats']],
    ['a later refusal in the cache', saidNo(start - day), saidYes(start - 2 * day), []],
    ['a later yes in the cache', saidYes(start - day), saidNo(start - 2 * day), ['chat', 'stats']],
    ['a refusal of the same time at the remote', saidYes(start - day), saidNo(start - day), []],
    ['a refusal of the same time in the cache', saidNo(start - day), saidYes(start - day), []],
  ])('lets the last explicit decision win: %s', async (_, mine, theirs, allowed) => {
    cache.write(mine)
    const profile = new Profile(theirs)
    const store = openPage(profile)
    await wait(1_000)
    expect(allowedIn(store)).toEqual(allowed)
    expect(profile.text).toBe(cache.read())
  })

  it('does not undo what the visitor decides while the remote is asked', async () => {
    const profile = new Profile(saidNo(start - day))
    const store = openPage(profile)
    await wait(50)
    store.acceptAll()
    await wait(5_000)
    expect(allowedIn(store)).toEqual(['chat', 'stats'])
    expect(allowedIn(createdFrom(profile.text))).toEqual(['chat', 'stats'])
  })

  it('keeps what was refused elsewhere when the visitor allows one vendor before the remote has answered', async () => {
    const profile = new Profile(saidNo(start - day))
    const store = openPage(profile)
    await wait(50)
    store.grantVendor('chat')
    await wait(5_000)
    expect(allowedIn(store)).toEqual(['chat'])
    expect(permission(store.getState(), 'stats').reason).toBe('category-denied')
    expect(permission(createdFrom(profile.text).getState(), 'stats').reason).toBe('category-denied')
  })

  it('works with a remote that is not asynchronous', async () => {
    const remote = webStorage('localStorage', 'profile')
    openPage(remote).rejectAll()
    await wait(1_000)
    leavePages()
    cache.write(null)
    const store = openPage(remote)
    await wait(1_000)
    expect(whyNot(store)).toBe('category-denied')
  })

  it('takes the cookie, local storage and five seconds by default, and touches nothing when it is made', async () => {
    const profile = new Profile()
    const store = createConsentStore({ vendors, storage: remoteStorage(profile) })
    store.rejectAll()
    await wait(1_000)
    expect(cookieStorage().read()).toBe(profile.text)
    expect(localStorage.getItem('askfirst.remote')).toMatch(/^\.?\w+/)
    vi.stubGlobal('document', undefined)
    vi.stubGlobal('localStorage', undefined)
    expect(() => remoteStorage(profile)).not.toThrow()
  })

  it('has the remote asked again when it says that something has changed, until it is no longer followed', async () => {
    let tell = (): void => undefined
    const profile = Object.assign(new Profile(saidYes(start - day)), {
      follow: (onChange: () => void) => {
        tell = onChange
        return () => undefined
      },
    })
    const store = openPage(profile)
    await wait(1_000)
    profile.text = saidNo(start)
    tell()
    await wait(1_000)
    expect(allowedIn(store)).toEqual([])
    leavePages()
    const { reads } = profile
    tell()
    await wait(1_000)
    expect(profile.reads).toBe(reads)
  })

  it('asks again when the page comes back from the back-forward cache', async () => {
    const profile = new Profile(saidYes(start - day))
    const store = openPage(profile)
    await wait(1_000)
    profile.text = saidNo(start)
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    await wait(1_000)
    expect(allowedIn(store)).toEqual([])
  })

  it('asks and stores nothing for a page that is only prerendered, until it is shown', async () => {
    Object.defineProperty(document, 'prerendering', { configurable: true, value: true })
    const profile = new Profile(saidYes(start - day))
    openPage(profile)
    await wait(1_000)
    expect(profile.reads).toBe(0)
    Object.defineProperty(document, 'prerendering', { configurable: true, value: false })
    document.dispatchEvent(new Event('prerenderingchange'))
    await wait(1_000)
    expect(cache.read()).toBe(saidYes(start - day))
  })
})

/** What a device without a cache sees. */
function createdFrom(text: string | null): ConsentStore {
  const store = createConsentStore({ vendors, storage: memoryStorage(text) })
  store.connect()()
  return store
}

const never = (): Promise<never> => new Promise(() => undefined)

const later = <Value>(value: Value, milliseconds: number): Promise<Value> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds, value))

const fails = (): never => {
  throw new Error('adapter')
}

const grant = saidYes(start - 1)

const long = signed(grant.replace('&disclosed=', `&disclosed=${'x.'.repeat(1_000_000)}`))

const faults: readonly [name: string, remote: RemoteConsent][] = [
  ['throws', { read: fails, write: fails }],
  ['rejects', { read: () => Promise.reject(new Error('adapter')), write: () => Promise.reject(new Error('adapter')) }],
  ['rejects with nothing', { read: () => Promise.reject<string>(undefined), write: fails }],
  ['hangs for ever', { read: never, write: never }],
  ['answers late', { read: () => later(grant, 5_001), write: never }],
  ['rejects late', { read: () => later('', 6_000).then(fails), write: () => later('', 6_000).then(fails) }],
  ['answers nothing', { read: () => undefined as unknown as null, write: fails }],
  ['answers with a page of HTML', { read: () => '<!doctype html><title>granted</title>', write: fails }],
  ['answers with JSON', { read: () => JSON.stringify({ functional: 'granted' }), write: fails }],
  ['answers with an object', { read: () => ({ toString: () => grant }) as unknown as string, write: fails }],
  ['answers with true', { read: () => true as unknown as string, write: fails }],
  ['answers with accept-all', { read: () => 'accept-all', write: fails }],
  ['answers with half a record', { read: () => grant.slice(0, -9), write: fails }],
  [
    'answers with a record that was altered',
    { read: () => saidNo(start - 1).replaceAll('denied', 'granted'), write: fails },
  ],
  ['answers with a record of millions of characters', { read: () => long, write: fails }],
  ['answers with millions of characters', { read: () => `${'x'.repeat(5_000_000)}&sum=1`, write: fails }],
  ['answers with a yes of the year after next', { read: () => saidYes(start + 2 * year), write: fails }],
  ['answers with an older yes', { read: () => saidYes(start - 2 * year), write: fails }],
  [
    'answers twice, first no and then yes',
    {
      read: () =>
        ({
          then(resolve: (text: string) => void) {
            resolve(saidNo(start - 1))
            setTimeout(resolve, 1, grant)
          },
        }) as unknown as Promise<string>,
      write: fails,
    },
  ],
  ['throws while it is waited for', { read: () => ({ then: fails }), write: () => ({ then: fails }) }],
  ['throws when it is followed', { read: () => null, write: fails, follow: fails }],
  ['throws when it is left', { read: () => null, write: fails, follow: () => fails }],
  [
    'follows without a way to stop',
    { read: () => null, write: fails, follow: () => undefined as unknown as () => void },
  ],
]

describe('a remote that', () => {
  it.each(faults)('%s grants nothing, and holds nothing up', async (_, remote) => {
    const store = openPage(remote)
    expect(whyNot(store)).toBe('undecided')
    await wait(20_000)
    expect(allowedIn(store)).toEqual([])
    store.grantVendor('chat')
    expect(allowedIn(store)).toEqual(['chat'])
    await wait(20_000)
    store.rejectAll()
    await wait(20_000)
    leavePages()
    expect(whyNot(openPage(remote))).toBe('category-denied')
  })

  it.each(faults)('%s erases no refusal', async (_, remote) => {
    cache.write(saidNo(start))
    const store = openPage(remote)
    await wait(20_000)
    expect(whyNot(store)).toBe('category-denied')
    expect(cache.read()).toBe(saidNo(start))
  })

  it('says for ever that it has changed leaves the page its turn', async () => {
    let reads = 0
    let tell = (): void => undefined
    const store = openPage({
      read: () => {
        reads += 1
        tell()
        return null
      },
      write: () => undefined,
      follow: (onChange) => {
        tell = onChange
        onChange()
        return () => undefined
      },
    })
    await wait(10_000)
    expect(reads).toBeLessThan(13)
    store.rejectAll()
    expect(whyNot(store)).toBe('category-denied')
  })

  it.each([
    ['attributes in a text field', (text: string) => text.replace('locale=en', 'locale=en;domain=evil.test;max-age=0')],
    ['attributes among the vendors', (text: string) => text.replace('disclosed=', 'disclosed=x;max-age=0.')],
    ['escaped attributes among the vendors', (text: string) => text.replace('disclosed=', 'disclosed=x%3Bmax-age=0.')],
    ['attributes in a name of its own', (text: string) => text.replace('&locale', '&x;max-age=0=1&locale')],
  ])('answers with %s sets nothing of the cookie but its value', async (_, spoil) => {
    const spoilt = signed(spoil(grant))
    const write = vi.spyOn(document, 'cookie', 'set')
    openPage({ read: () => spoilt, write: () => undefined }, { cache: cookieStorage() })
    await wait(1_000)
    for (const [text] of write.mock.calls) {
      expect(text).toMatch(/^askfirst=[^;\s]+;path=\/;max-age=34560000;samesite=lax;$/)
    }
  })
})

describe('a remote that is down for a while', () => {
  it('is told of a decision when the next page opens, and not before', async () => {
    const profile = new Profile(saidYes(start - day))
    const store = openPage(profile)
    await wait(1_000)
    profile.isDown = true
    store.rejectAll()
    await wait(60_000)
    profile.isDown = false
    await wait(60_000)
    expect(profile.text).toBe(saidYes(start - day))
    leavePages()
    const next = openPage(profile)
    await wait(1_000)
    expect(whyNot(next)).toBe('category-denied')
    expect(profile.text).toBe(cache.read())
  })

  it('is told of the latest decision only, when it hung during an earlier one', async () => {
    const profile = new Profile()
    const store = openPage(profile)
    await wait(1_000)
    profile.delay = 60_000
    store.acceptAll()
    await wait(1)
    profile.delay = 10
    store.rejectAll()
    await wait(120_000)
    expect(profile.text).toBe(cache.read())
    expect(allowedIn(createdFrom(profile.text))).toEqual([])
  })

  it.each([true, false])(
    'does not undo a decision by an earlier one that arrives late, when the later one is a yes: %s',
    async (isYes) => {
      const profile = new Profile()
      const store = openPage(profile)
      await wait(1_000)
      const decide = (isGranted: boolean): void => (isGranted ? store.acceptAll() : store.rejectAll())
      let arrive = (): void => undefined
      const write = profile.write.bind(profile)
      profile.write = (text) => {
        arrive = () => void (profile.text = text)
        return never()
      }
      decide(!isYes)
      await wait(10_000)
      profile.write = write
      decide(isYes)
      await wait(10_000)
      arrive()
      leavePages()
      const next = openPage(profile)
      await wait(10_000)
      expect(allowedIn(next)).toEqual(isYes ? ['chat', 'stats'] : [])
      expect(profile.text).toBe(cache.read())
    },
  )

  it('is not overwritten unread', async () => {
    const profile = new Profile(saidNo(start - day))
    profile.read = () => Promise.reject(new Error('503'))
    openPage(profile).grantVendor('chat')
    await wait(60_000)
    expect(profile.text).toBe(saidNo(start - day))
  })

  it('is not overwritten where it holds what nobody can read: that may be a refusal', async () => {
    const profile = new Profile('v=2&categories=functional:denied')
    openPage(profile).acceptAll()
    await wait(60_000)
    expect(profile.text).toBe('v=2&categories=functional:denied')
  })

  it('gives back what the browser has lost', async () => {
    const profile = new Profile()
    openPage(profile).rejectAll()
    await wait(5_000)
    leavePages()
    cache.write(null)
    const store = openPage(profile)
    await wait(5_000)
    expect(whyNot(store)).toBe('category-denied')
  })
})

describe('erasing', () => {
  const erase = (remote: RemoteConsent): void => remoteStorage(remote, { cache }).write(null)

  async function decideAndLeave(profile: Profile): Promise<void> {
    openPage(profile).rejectAll()
    await wait(5_000)
    leavePages()
    expect(profile.text).not.toBeNull()
  }

  it('reaches the remote, and leaves nothing in this browser', async () => {
    const profile = new Profile()
    await decideAndLeave(profile)
    erase(profile)
    await wait(5_000)
    expect([profile.text, cache.read()]).toEqual([null, null])
    expect(localStorage).toHaveLength(0)
  })

  it('is done when the next page opens, if the remote was down', async () => {
    const profile = new Profile()
    await decideAndLeave(profile)
    profile.isDown = true
    erase(profile)
    await wait(60_000)
    openPage(profile)
    await wait(60_000)
    leavePages()
    profile.isDown = false
    const store = openPage(profile)
    await wait(5_000)
    expect([profile.text, cache.read()]).toEqual([null, null])
    expect(localStorage).toHaveLength(0)
    expect(needsDecision(store.getState())).toBe(true)
  })

  it('is not undone by an answer that was on its way', async () => {
    const profile = new Profile()
    await decideAndLeave(profile)
    const storage = remoteStorage(profile, { cache })
    const store = createConsentStore({ vendors, storage })
    leaves.push(store.connect(), storage.follow?.(store.refresh) ?? (() => undefined))
    await wait(50)
    storage.write(null)
    await wait(5_000)
    expect([profile.text, cache.read()]).toEqual([null, null])
  })

  it('is not undone by an answer that this browser has never seen', async () => {
    cache.write(saidNo(start - day))
    const profile = new Profile(saidYes(start))
    const storage = remoteStorage(profile, { cache })
    const stop = storage.follow?.(() => undefined)
    await wait(50)
    storage.write(null)
    await wait(5_000)
    expect([profile.text, cache.read()]).toEqual([null, null])
    stop?.()
  })

  it('is done once: what is decided elsewhere afterwards is taken', async () => {
    const profile = new Profile()
    await decideAndLeave(profile)
    const storage = remoteStorage(profile, { cache })
    storage.write(null)
    await wait(5_000)
    profile.text = saidNo(start)
    const stop = storage.follow?.(() => undefined)
    await wait(5_000)
    expect([profile.text, cache.read()]).toEqual([saidNo(start), saidNo(start)])
    stop?.()
  })

  it('does not erase what was decided elsewhere since, if it comes late', async () => {
    const profile = new Profile()
    await decideAndLeave(profile)
    profile.isDown = true
    erase(profile)
    await wait(60_000)
    profile.isDown = false
    profile.text = saidNo(start + day)
    vi.setSystemTime(start + 2 * day)
    const store = openPage(profile)
    await wait(5_000)
    expect(profile.text).toBe(saidNo(start + day))
    expect(whyNot(store)).toBe('category-denied')
  })

  it('on another device is not undone by this one, which keeps its own', async () => {
    const profile = new Profile()
    await decideAndLeave(profile)
    profile.text = null
    const store = openPage(profile)
    await wait(5_000)
    expect(profile.text).toBeNull()
    expect(whyNot(store)).toBe('category-denied')
    store.rejectAll()
    await wait(5_000)
    expect(profile.text).toBe(cache.read())
  })
})

describe('a clock that was ahead', () => {
  it.each([
    ['of another device, by years', 2 * year],
    ['of another device, by an hour', day / 24],
  ])('%s does not let a yes beat a refusal, now or when that time has come', async (_, ahead) => {
    cache.write(saidNo(start - day))
    const profile = new Profile(saidYes(start + ahead))
    const store = openPage(profile)
    await wait(5_000)
    expect(whyNot(store)).toBe('category-denied')
    leavePages()
    vi.setSystemTime(start + ahead + day)
    const next = openPage(profile)
    await wait(5_000)
    expect(whyNot(next)).toBe('category-denied')
    expect(allowedIn(createdFrom(profile.text))).toEqual([])
  })

  it('of this device does not let its yes beat a refusal of another that had heard of it', async () => {
    const profile = new Profile()
    openPage(profile).acceptAll()
    await wait(5_000)
    leavePages()
    vi.setSystemTime(start - 300_000)
    profile.text = saidNo(start - 300_000)
    vi.setSystemTime(start + 10_000)
    const store = openPage(profile)
    await wait(5_000)
    expect(whyNot(store)).toBe('category-denied')
    expect(allowedIn(createdFrom(profile.text))).toEqual([])
  })

  it('does not make a refusal outlast what the visitor says after it was heard', async () => {
    const profile = new Profile(saidNo(start + year))
    const store = openPage(profile)
    await wait(5_000)
    expect(whyNot(store)).toBe('category-denied')
    expect(parseRecord(profile.text)?.time).toBeLessThanOrEqual(Date.now())
    store.acceptAll()
    await wait(5_000)
    leavePages()
    localStorage.clear()
    const next = openPage(profile)
    await wait(5_000)
    expect(allowedIn(next)).toEqual(['chat', 'stats'])
  })

  it('by seconds, as clocks are, keeps nobody from changing their mind on another device', async () => {
    const profile = new Profile()
    openPage(profile).rejectAll()
    await wait(5_000)
    leavePages()
    profile.text = saidYes(Date.now() + 3_000)
    const store = openPage(profile)
    await wait(1_000)
    expect(allowedIn(store)).toEqual(['chat', 'stats'])
  })
})

describe('what this browser has', () => {
  it.each(['reject-all', 'accept-all', 'garbage', 'v=1&sum=0'])(
    'stays where it is %j: nobody knows when that was said',
    async (text) => {
      cache.write(text)
      const profile = new Profile(saidYes(start - day))
      const store = openPage(profile)
      await wait(5_000)
      expect(cache.read()).toBe(text)
      expect(profile.text).toBe(saidYes(start - day))
      expect(allowedIn(store)).toEqual(text === 'accept-all' ? ['chat', 'stats'] : [])
    },
  )

  it('is neither read nor told where the cache is blocked', async () => {
    const profile = new Profile(saidYes(start - day))
    const store = openPage(profile, { cache: { read: fails, write: fails } })
    await wait(5_000)
    store.rejectAll()
    await wait(5_000)
    expect(allowedIn(store)).toEqual([])
    expect(profile.text).toBe(saidYes(start - day))
  })

  it('goes on without a note of what the remote had, where local storage is blocked', async () => {
    vi.stubGlobal('localStorage', undefined)
    const profile = new Profile(saidYes(start - day))
    const store = openPage(profile)
    await wait(1_000)
    expect(allowedIn(store)).toEqual(['chat', 'stats'])
    store.rejectAll()
    await wait(5_000)
    leavePages()
    expect(profile.text).toBe(cache.read())
    expect(whyNot(openPage(profile))).toBe('category-denied')
  })

  it('is not given up where the cache does not take what the remote has', async () => {
    const full: ConsentStorage = { read: () => saidNo(start - 2 * day), write: () => undefined }
    const profile = new Profile(saidYes(start - day))
    const store = openPage(profile, { cache: full })
    await wait(5_000)
    expect(allowedIn(store)).toEqual([])
    leavePages()
    openPage(profile, { cache: full })
    await wait(5_000)
    expect(profile.text).toBe(saidYes(start - day))
  })
})
