import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { follow } from './follow.ts'
import { isGranted, needsDecision, permission } from './permission.ts'
import { optIn } from './policies/opt-in.ts'
import { memoryStorage } from './storage/memory-storage.ts'
import type { ConsentStorage } from './storage/storage.ts'
import { createConsentStore, type ConsentStore } from './store.ts'
import { day, start, testVendor } from './test-vendor.fixture.ts'

const vendors = [testVendor('chat', 'functional'), testVendor('stats', 'analytics')]

const minute = 60_000

const year = 365 * day

const jumps: readonly (readonly [name: string, milliseconds: number])[] = [
  ['a minute', minute],
  ['an hour and a half', 90 * minute],
  ['two days', 2 * day],
  ['forty days', 40 * day],
  ['a year and a half', 1.5 * year],
  ['thirty years', 30 * year],
]

const everyJump = jumps.flatMap(([name, by]) => [[`${name} ahead`, by] as const, [`${name} back`, -by] as const])

let storage: ConsentStorage
let pages: (() => void)[] = []

function openPage(): ConsentStore {
  const store = createConsentStore({ vendors, storage })
  pages.push(store.connect(), follow(store))
  return store
}

const jump = (milliseconds: number): void => {
  vi.setSystemTime(Date.now() + milliseconds)
}

const allowedIn = (store: ConsentStore): readonly string[] =>
  vendors.flatMap(({ id }) => (permission(store.getState(), id).allowed ? [id] : []))

/** This page when it is looked at again, and a new one. */
function lookAround(store: ConsentStore): readonly ConsentStore[] {
  store.refresh()
  return [store, openPage()]
}

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
  storage = memoryStorage()
})

afterEach(() => {
  for (const close of pages.splice(0)) close()
  vi.useRealTimers()
})

describe('a clock that jumps', { timeout: 60_000 }, () => {
  it.each(everyJump)('%s grants nothing to who was never asked', (_, by) => {
    const store = openPage()
    jump(by)
    for (const page of lookAround(store)) {
      expect(allowedIn(page)).toEqual([])
      expect(isGranted(page.getState(), 'functional')).toBe(false)
    }
    expect(storage.read()).toBeNull()
  })

  it.each(everyJump)('%s loses no refusal, on the way and back', (_, by) => {
    const store = openPage()
    store.rejectAll()
    const text = storage.read()
    for (const move of [by, -by]) {
      jump(move)
      for (const page of lookAround(store)) expect(permission(page.getState(), 'chat').reason).toBe('category-denied')
    }
    expect(needsDecision(openPage().getState())).toBe(false)
    expect(storage.read()).toBe(text)
  })

  it.each(everyJump.filter(([, by]) => by < optIn.denialDays * day))(
    '%s asks nobody again who has refused',
    (_, by) => {
      const store = openPage()
      store.rejectAll()
      jump(by)
      for (const page of lookAround(store)) expect(needsDecision(page.getState())).toBe(false)
    },
  )

  it.each(everyJump)('%s between a yes and a no lets the no stand, as the clock runs on', (_, by) => {
    const store = openPage()
    store.acceptAll()
    jump(by)
    store.rejectAll()
    for (const move of [0, -by, by, year]) {
      jump(move)
      for (const page of lookAround(store)) expect(allowedIn(page)).toEqual([])
    }
  })

  it.each(everyJump)('%s between a no and a yes does not give the visitor less than they said', (_, by) => {
    const store = openPage()
    store.rejectAll()
    jump(by)
    store.acceptAll()
    for (const page of lookAround(store)) expect(allowedIn(page)).toEqual(['chat', 'stats'])
  })

  it.each(jumps)('back by %s makes no yes last longer than the policy says', (_, by) => {
    const store = openPage()
    store.acceptAll()
    jump(-by)
    store.acceptAll()
    jump((optIn.grantDays + 1) * day)
    for (const page of lookAround(store)) expect(allowedIn(page)).toEqual([])
  })

  it('two days back takes a yes of that clock for none: nobody could tell when it ends', () => {
    const store = openPage()
    store.acceptAll()
    jump(-2 * day)
    for (const page of lookAround(store)) {
      expect(permission(page.getState(), 'chat').reason).toBe('expired')
      expect(needsDecision(page.getState())).toBe(true)
    }
  })

  it('an hour and a half back, as clocks are set, ends no yes', () => {
    const store = openPage()
    store.acceptAll()
    jump(-90 * minute)
    for (const page of lookAround(store)) expect(allowedIn(page)).toEqual(['chat', 'stats'])
  })

  it('wherever it jumps, leaves allowed only what was said last, and refused what was refused last', () => {
    const step = fc.record({
      by: fc.constantFrom(0, 1, ...everyJump.map(([, by]) => by)),
      say: fc.constantFrom('accept all', 'reject all', 'allow', 'refuse', 'nothing'),
      id: fc.constantFrom('chat', 'stats'),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        vi.setSystemTime(start + 40 * year)
        storage = memoryStorage()
        const said = new Map<string, boolean>()
        for (const { by, say, id } of steps) {
          // Not before 1970, where a record would have no time.
          jump(Date.now() + by > 0 ? by : 0)
          const store = openPage()
          if (say === 'accept all') store.acceptAll()
          if (say === 'reject all') store.rejectAll()
          if (say === 'allow') store.grantVendor(id)
          if (say === 'refuse') store.withdrawVendor(id)
          for (const vendor of vendors) {
            if (say.endsWith(' all')) said.set(vendor.id, say === 'accept all')
            if (vendor.id === id && (say === 'allow' || say === 'refuse')) said.set(id, say === 'allow')
          }
          for (const page of lookAround(store)) {
            for (const vendor of vendors) {
              const { allowed, reason } = permission(page.getState(), vendor.id)
              if (allowed) expect(said.get(vendor.id)).toBe(true)
              if (said.get(vendor.id) === false) expect(reason).toMatch(/-denied$/)
            }
          }
          for (const close of pages.splice(0)) close()
        }
      }),
      { numRuns: 150 },
    )
  })
})
