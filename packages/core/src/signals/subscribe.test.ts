import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isGranted, permission, type Permission } from '../permission.ts'
import { optIn } from '../policies/opt-in.ts'
import { memoryStorage } from '../storage/memory-storage.ts'
import { day, start, testVendor } from '../test-vendor.fixture.ts'
import { begin, endAll, openPage, type TestPage, type TestPageOptions } from './signals.fixture.ts'
import { onPermissionChange, onVendorPermission, type PermissionChange } from './subscribe.ts'

const vendors = [testVendor('chat'), testVendor('stats', 'analytics'), testVendor('shop', 'necessary')]

let heard: PermissionChange[] = []
const listener = (change: PermissionChange): void => void heard.push(change)

/** What was heard since last asked, as `subject: reason before > reason now`. */
const news = (): string[] =>
  heard.splice(0).map(({ kind, subject, reason, was }) => `${kind} ${subject}: ${was?.reason ?? '-'} > ${reason}`)

const openShop = (options: TestPageOptions = {}): TestPage => openPage({ vendors, ...options })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start * 1000 })
  heard = []
})

afterEach(() => {
  endAll()
  vi.useRealTimers()
})

describe('onPermissionChange', () => {
  it('tells every first answer once storage was read, not before', () => {
    const page = openShop({ storage: memoryStorage('accept-all') })
    begin(onPermissionChange(page, listener))
    expect(news()).toEqual([])
    page.connect()
    expect(news()).toEqual([
      'category necessary: - > necessary',
      'category functional: - > category-granted',
      'category analytics: - > category-granted',
      'category marketing: - > category-granted',
      'vendor chat: - > category-granted',
      'vendor stats: - > category-granted',
      'vendor shop: - > necessary',
    ])
  })

  it('tells them at once where storage was read before', () => {
    const page = openShop()
    page.connect()
    begin(onPermissionChange(page, listener))
    expect(heard).toContainEqual({
      kind: 'vendor',
      subject: 'chat',
      allowed: false,
      reason: 'undecided',
      was: null,
    })
  })

  it('tells only what changed, with what it was, a withdrawal as plainly as a grant', () => {
    const page = openShop()
    page.connect()
    begin(onPermissionChange(page, listener))
    heard = []
    page.savePreferences({ categories: { analytics: true } })
    const undecided: Permission = { allowed: false, reason: 'undecided' }
    const granted: Permission = { allowed: true, reason: 'category-granted' }
    const denied: Permission = { allowed: false, reason: 'category-denied' }
    expect(heard.splice(0)).toEqual([
      { kind: 'category', subject: 'analytics', ...granted, was: undecided },
      { kind: 'vendor', subject: 'stats', ...granted, was: undecided },
    ])
    page.savePreferences({ categories: { analytics: false } })
    expect(heard.splice(0)).toEqual([
      { kind: 'category', subject: 'analytics', ...denied, was: granted },
      { kind: 'vendor', subject: 'stats', ...denied, was: granted },
    ])
  })

  it('tells of a vendor apart from its category', () => {
    const page = openShop()
    page.connect()
    begin(onPermissionChange(page, listener))
    heard = []
    page.grantVendor('chat', { onlyThisTime: true })
    expect(news()).toEqual(['vendor chat: undecided > session'])
    page.grantVendor('stats')
    expect(news()).toEqual(['vendor stats: undecided > vendor-granted'])
    page.withdrawVendor('stats')
    expect(news()).toEqual(['vendor stats: vendor-granted > vendor-denied'])
  })

  it('tells of a refusal where nothing had been allowed', () => {
    const page = openShop()
    page.connect()
    begin(onPermissionChange(page, listener))
    heard = []
    page.rejectAll()
    expect(news()).toContain('vendor chat: undecided > category-denied')
  })

  it('is silent where nothing changed', () => {
    const page = openShop({ storage: memoryStorage('accept-all') })
    page.connect()
    begin(onPermissionChange(page, listener))
    heard = []
    page.openPreferences()
    page.closePreferences()
    page.acceptAll()
    expect(news()).toEqual([])
  })

  it('tells what a privacy signal turns off', () => {
    const page = openShop({ storage: memoryStorage('accept-all') })
    page.connect()
    begin(onPermissionChange(page, listener))
    heard = []
    page.seeSignal()
    expect(news()).toEqual([
      'category analytics: category-granted > signal',
      'category marketing: category-granted > signal',
      'vendor stats: category-granted > signal',
    ])
  })

  it('tells of gates that the host sets', () => {
    const page = openShop()
    page.connect()
    begin(onPermissionChange(page, listener))
    heard = []
    page.configure({ gates: { chat: { always: 'contract' } } })
    page.configure({ gates: {} })
    expect(news()).toEqual(['vendor chat: undecided > asserted', 'vendor chat: asserted > undecided'])
  })

  it('tells of a yes that expires while the page is open', () => {
    const page = openShop({ storage: memoryStorage('accept-all') })
    page.connect()
    begin(onPermissionChange(page, listener))
    heard = []
    vi.setSystemTime((start + 200 * day) * 1000)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(news()).toContain('vendor stats: category-granted > expired')
  })

  it('tells a vendor apart from a category of the same name', () => {
    const page = openPage({ vendors: [testVendor('analytics', 'functional')] })
    page.connect()
    begin(onPermissionChange(page, listener))
    heard = []
    page.grantVendor('analytics')
    expect(news()).toEqual(['vendor analytics: undecided > vendor-granted'])
  })

  it('called twice, tells each listener for itself', () => {
    const page = openShop()
    page.connect()
    const other = vi.fn<() => void>()
    begin(onPermissionChange(page, listener))
    begin(onPermissionChange(page, other))()
    const before = other.mock.calls.length
    heard = []
    page.acceptAll()
    expect(other).toHaveBeenCalledTimes(before)
    expect(news()).not.toEqual([])
  })

  it('reports a listener’s mistake and tells the others', () => {
    const reported = vi.fn<(error: unknown) => void>()
    vi.stubGlobal('reportError', reported)
    const mistake = new Error('mistake')
    const page = openShop()
    page.connect()
    begin(
      onPermissionChange(page, () => {
        throw mistake
      }),
    )
    begin(onPermissionChange(page, listener))
    heard = []
    expect(() => page.rejectAll()).not.toThrow()
    expect(news()).toHaveLength(5)
    expect(reported).toHaveBeenCalledWith(mistake)
  })

  it('ends a listener with the last word, whatever it decides while it listens', () => {
    const page = openShop()
    page.connect()
    begin(
      onPermissionChange(page, (change) => {
        listener(change)
        if (change.subject === 'functional' && change.allowed) page.withdrawAll()
      }),
    )
    page.acceptAll()
    const last = new Map(heard.map((change) => [`${change.kind} ${change.subject}`, change]))
    for (const { kind, subject, allowed } of last.values()) {
      const { getState } = page
      expect(allowed).toBe(kind === 'vendor' ? permission(getState(), subject).allowed : isGranted(getState(), subject))
    }
  })

  it('says nothing more when stopped, also in the middle', () => {
    const page = openShop()
    page.connect()
    const stop = begin(
      onPermissionChange(page, (change) => {
        listener(change)
        if (change.allowed && change.subject === 'functional') stop()
      }),
    )
    heard = []
    page.acceptAll()
    page.rejectAll()
    expect(news()).toEqual(['category functional: undecided > category-granted'])
  })
})

describe('onVendorPermission', () => {
  it('tells of one vendor, whatever happens to the others', () => {
    const page = openShop()
    begin(onVendorPermission(page, 'chat', listener))
    page.connect()
    page.grantVendor('stats')
    page.grantVendor('chat')
    page.withdrawAll()
    expect(news()).toEqual([
      'vendor chat: - > undecided',
      'vendor chat: undecided > vendor-granted',
      'vendor chat: vendor-granted > category-denied',
    ])
  })

  it.each(['chta', '__proto__', ''])('throws for %j, which is not registered, and lists the others', (id) => {
    expect(() => onVendorPermission(openShop(), id, listener)).toThrow(/chat, stats, shop/)
  })

  it('says nothing more when stopped', () => {
    const page = openShop()
    onVendorPermission(page, 'chat', listener)()
    page.connect()
    expect(news()).toEqual([])
  })
})

type Step = 'read' | 'acceptAll' | 'rejectAll' | 'grantStats' | 'withdrawStats' | 'analytics' | 'signal' | 'wait'

it('has told what holds, and nothing twice, whatever comes in whatever order', () => {
  const steps = fc.array(
    fc.constantFrom<Step[]>(
      'read',
      'acceptAll',
      'rejectAll',
      'grantStats',
      'withdrawStats',
      'analytics',
      'signal',
      'wait',
    ),
    { maxLength: 12 },
  )
  const policies = fc.constantFrom(optIn, { ...optIn, rules: { '*': 'opt-out' as const }, grantDays: 30 })
  fc.assert(
    fc.property(steps, policies, (taken, policy) => {
      heard = []
      const page = openShop({ policy })
      begin(onPermissionChange(page, listener))
      const act: Record<Step, () => void> = {
        read: () => page.connect()(),
        acceptAll: () => page.acceptAll(),
        rejectAll: () => page.rejectAll(),
        grantStats: () => page.grantVendor('stats'),
        withdrawStats: () => page.withdrawVendor('stats'),
        analytics: () => page.savePreferences({ categories: { analytics: true } }),
        signal: () => page.seeSignal(),
        wait: () => vi.setSystemTime(Date.now() + 20 * day * 1000),
      }
      for (const step of taken) act[step]()
      const told = new Map<string, Permission>()
      for (const { kind, subject, was, allowed, reason } of heard) {
        const key = `${kind} ${subject}`
        expect(was).toEqual(told.get(key) ?? null)
        expect(was?.reason).not.toBe(reason)
        told.set(key, { allowed, reason } as Permission)
      }
      const state = page.getState()
      expect(told.size).toBe(state.now > 0 ? 7 : 0)
      if (state.now === 0) return
      for (const id of state.vendors.keys()) expect(told.get(`vendor ${id}`)).toEqual(permission(state, id))
      for (const category of state.categories) {
        expect(told.get(`category ${category}`)?.allowed).toBe(isGranted(state, category))
      }
    }),
    { numRuns: 300 },
  )
})
