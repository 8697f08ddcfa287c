import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Choices } from '../decide.ts'
import { permission } from '../permission.ts'
import { createConsentStore, type ConsentStore } from '../store.ts'
import { day, start, testVendor } from '../test-vendor.fixture.ts'
import { memoryStorage } from './memory-storage.ts'
import { remoteStorage } from './remote-storage.ts'
import type { ConsentStorage } from './storage.ts'

// One visitor on several devices with one profile, checked against a list of what they said, in true order.

const vendors = [
  testVendor('chat', 'functional'),
  testVendor('survey', 'functional'),
  testVendor('stats', 'analytics'),
  testVendor('ads', 'marketing'),
]

const ids = vendors.map(({ id }) => id)

const categories = ['functional', 'analytics', 'marketing']

const minute = 60_000

/** How the profile behaves while a page is open; `late` writes land after the page has given up on them. */
type Weather = 'fine' | 'read fails' | 'write fails' | 'write is late' | 'read is old' | 'down'

interface Step {
  readonly device: number
  readonly weather: Weather
  /** Vendors that the page has. */
  readonly here: readonly string[]
  readonly choices: Choices | null
  readonly wait: number
}

interface Word {
  readonly device: number
  readonly vendor: string
  readonly yes: boolean
}

class Visitor {
  readonly words: Word[] = []
  readonly history: (string | null)[] = [null]
  readonly skews: readonly number[]
  late: string | null | undefined
  now = start
  readonly devices: readonly { readonly cache: ConsentStorage; readonly seen: ConsentStorage }[]

  constructor(skews: readonly number[]) {
    this.skews = skews
    this.devices = skews.map(() => ({ cache: memoryStorage(), seen: memoryStorage() }))
  }

  get profile(): string | null {
    return this.history.at(-1) ?? null
  }

  /** A page on a device: it is opened, the visitor may decide, and it is left. */
  async visit({ device, weather, here, choices, wait }: Step): Promise<ConsentStore> {
    this.now += wait
    vi.setSystemTime(this.now + (this.skews[device] ?? 0))
    const fail = (): never => {
      throw new Error('down')
    }
    const remote = {
      read: () => {
        if (weather === 'down' || weather === 'read fails') fail()
        return weather === 'read is old' ? (this.history.at(-2) ?? null) : this.profile
      },
      write: (text: string | null) => {
        if (weather === 'down' || weather === 'write fails') fail()
        if (weather === 'write is late') {
          this.late = text
          fail()
        }
        this.history.push(text)
      },
    }
    const storage = remoteStorage(remote, this.devices[device])
    const shown = vendors.filter(({ id }) => here.includes(id))
    const store = createConsentStore({ vendors: shown, storage })
    const stop = store.connect()
    const leave = storage.follow?.(store.refresh)
    await settled()
    if (choices) {
      this.now += 1_000
      vi.setSystemTime(this.now + (this.skews[device] ?? 0))
      // What they see when they decide: the store's view at that moment.
      store.refresh()
      this.note(device, choices, store)
      store.savePreferences(choices)
      await settled()
    }
    stop()
    leave?.()
    if (weather === 'fine' && this.late !== undefined) {
      this.history.push(this.late)
      this.late = undefined
    }
    return store
  }

  /** A no to a category reaches also what the page does not show; one to everything, also what the record knows. */
  note(device: number, { all, categories: some = {}, vendors: single = {} }: Choices, store: ConsentStore): void {
    const { asked, record, vendors: here } = store.getState()
    const known = all === false ? [...(record?.categories.keys() ?? [])] : []
    const general: NonNullable<Choices['categories']> =
      all === undefined ? some : Object.fromEntries([...asked, ...known].map((name) => [name, all]))
    const own =
      all === false ? Object.fromEntries([...(record?.vendors.keys() ?? [])].map((id) => [id, false])) : single
    for (const { id, category } of vendors) {
      const yes = general[category]
      if (yes === false || (yes && here.has(id))) this.words.push({ device, vendor: id, yes: !!yes })
    }
    for (const [vendor, yes] of Object.entries(own)) this.words.push({ device, vendor, yes })
  }

  lastWord(vendor: string): boolean | undefined {
    return this.words.findLast((word) => word.vendor === vendor)?.yes
  }

  /** Whether there was a yes, anywhere, after the last no on this device. */
  isSaidSince(device: number, vendor: string): boolean {
    const about = this.words.filter((word) => word.vendor === vendor)
    const no = about.findLastIndex((word) => !word.yes && word.device === device)
    return about.slice(no + 1).some(({ yes }) => yes)
  }

  allowedIn(store: ConsentStore): readonly string[] {
    return vendors.flatMap(({ id }) => (permission(store.getState(), id).allowed ? [id] : []))
  }

  /** Every device opens a page in fine weather until all have heard all. */
  async meet(): Promise<readonly ConsentStore[]> {
    const stores: ConsentStore[] = []
    for (let round = 0; round < 3; round++) {
      for (const device of this.devices.keys()) {
        stores.push(await this.visit({ device, weather: 'fine', here: ids, choices: null, wait: 1 }))
      }
    }
    return stores.slice(-this.devices.length)
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const answersTo = (names: readonly string[]): fc.Arbitrary<Record<string, boolean>> =>
  fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), fc.boolean()))).map(Object.fromEntries)

const ticks = (names: readonly string[]): fc.Arbitrary<Record<string, boolean>> =>
  fc.subarray([...names]).chain(answersTo)

/** What visitors of a page say: all categories at once, as banner and preferences do, or one by one, as a site's code may. */
const choicesOn = (here: readonly string[], isPartial: boolean): fc.Arbitrary<Choices> => {
  const isSomething = ({ categories: said, vendors: single }: Choices): boolean =>
    Object.keys({ ...said, ...single }).length > 0
  const answers = isPartial ? ticks(categories) : fc.oneof(fc.constant({}), answersTo(categories))
  return fc.oneof(
    fc.record({ all: fc.boolean() }),
    fc.record({ categories: answers, vendors: ticks(here) }).filter(isSomething),
    fc.record({ vendors: ticks(here) }).filter(isSomething),
  )
}

const stepOf = (weathers: readonly Weather[], pages: 'alike' | 'different'): fc.Arbitrary<Step> =>
  fc.subarray(ids, { minLength: pages === 'alike' ? ids.length : 2 }).chain((here) =>
    fc.record({
      device: fc.nat({ max: 2 }),
      weather: fc.constantFrom(...weathers),
      here: fc.constant(here),
      choices: fc.option(choicesOn(here, pages === 'different'), { freq: 3 }),
      wait: fc.constantFrom(1_000, minute, 60 * minute, day, 20 * day),
    }),
  )

const walkOf = (steps: readonly Omit<Step, 'wait'>[]): Step[] => steps.map((step) => ({ ...step, wait: 1_000 }))

/** Once ended with the chat allowed: the yes to it, no longer counted, had left it among what the visitor was shown. */
const shownByWhatIsOver = walkOf([
  { device: 1, weather: 'fine', here: ['chat', 'survey'], choices: { vendors: { chat: true, survey: false } } },
  { device: 0, weather: 'read is old', here: ['chat', 'ads'], choices: { vendors: { ads: false } } },
  {
    device: 1,
    weather: 'write fails',
    here: ['chat', 'stats', 'ads'],
    choices: { categories: { functional: true }, vendors: { chat: false, stats: false, ads: false } },
  },
  { device: 2, weather: 'read is old', here: ['chat', 'survey', 'ads'], choices: { categories: { marketing: true } } },
  { device: 0, weather: 'fine', here: ['chat', 'stats', 'ads'], choices: { vendors: { ads: false } } },
])

/** Once ended with the chat allowed: what came late was taken for the end of a yes that had taken the place of a no. */
const endedByWhatIsLate = walkOf([
  { device: 2, weather: 'write fails', here: ids, choices: { all: true } },
  { device: 0, weather: 'write is late', here: ['survey', 'stats', 'ads'], choices: { vendors: { ads: false } } },
  { device: 1, weather: 'write fails', here: ['stats', 'ads'], choices: { categories: { functional: false } } },
  { device: 1, weather: 'fine', here: ['survey', 'stats', 'ads'], choices: { all: true } },
])

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('one visitor on several devices', { timeout: 60_000 }, () => {
  it('has said last what holds everywhere, while the profile works', async () => {
    const step = stepOf(['fine'], 'alike')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
        const visitor = new Visitor([0, 0, 0])
        for (const one of steps) await visitor.visit(one)
        for (const store of await visitor.meet()) {
          expect(visitor.allowedIn(store)).toEqual(vendors.flatMap(({ id }) => (visitor.lastWord(id) ? [id] : [])))
        }
      }),
      { numRuns: 100 },
    )
  })

  it('is nowhere granted what they refused last, however the profile fails', async () => {
    const step = stepOf(['fine', 'read fails', 'write fails', 'write is late', 'read is old', 'down'], 'different')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const visitor = new Visitor([0, 0, 0])
        for (const one of steps) {
          const store = await visitor.visit(one)
          for (const id of visitor.allowedIn(store)) expect(visitor.isSaidSince(one.device, id)).toBe(true)
        }
        for (const store of await visitor.meet()) {
          for (const id of visitor.allowedIn(store)) expect(visitor.lastWord(id)).toBe(true)
        }
      }),
      { numRuns: 200, examples: [[shownByWhatIsOver], [endedByWhatIsLate]] },
    )
  })

  it('is granted nothing that they refused last, whatever the clocks of the devices say, while the profile works', async () => {
    const skew = fc.constantFrom(0, 0, 2_000, 5 * minute, -5 * minute, day, -day, 400 * day, -400 * day)
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(skew, skew, skew),
        fc.array(stepOf(['fine'], 'different'), { maxLength: 12 }),
        async (skews, steps) => {
          const visitor = new Visitor(skews)
          for (const one of steps) {
            const store = await visitor.visit(one)
            for (const id of visitor.allowedIn(store)) expect(visitor.lastWord(id)).toBe(true)
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})
