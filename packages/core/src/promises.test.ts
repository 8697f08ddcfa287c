import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Choices } from './decide.ts'
import { isGranted, needsDecision, permission } from './permission.ts'
import { optIn } from './policies/opt-in.ts'
import type { Policy } from './policy.ts'
import { createVendorRuntime } from './runtime/create-vendor-runtime.ts'
import type { ConsentStorage } from './storage/storage.ts'
import { createConsentStore, type ConsentStore } from './store.ts'
import { day, start, testVendor } from './test-vendor.fixture.ts'
import type { Vendor } from './vendor.ts'

// Random visitors on random pages, checked after every step against a model that remembers plainly what was said.

const pool: readonly Vendor[] = [
  testVendor('chat', 'functional'),
  testVendor('survey', 'functional'),
  testVendor('phone', 'functional', { gate: 'on-request' }),
  testVendor('stats', 'analytics'),
  testVendor('replay', 'analytics'),
  testVendor('ads', 'marketing'),
  testVendor('partner', 'marketing', { gate: { always: 'contract' } }),
  testVendor('shop', 'necessary'),
]

/** Those that a site begins with; the others are added later. */
const atFirst: readonly string[] = ['chat', 'phone', 'stats', 'partner', 'shop']

const optional = ['functional', 'analytics', 'marketing'] as const

const strict: Policy = { ...optIn, grantDays: 182, denialDays: 182, dismissal: 'undecided' }

/** What an unreadable record means where something is on by default is a question of its own: here it is always readable. */
const mixed: Policy = {
  ...optIn,
  id: 'mixed',
  rules: { '*': 'opt-in', analytics: 'opt-out' },
  grantDays: 30,
  denialDays: 90,
  dismissal: 'undecided',
}

/** What of storage throws; `ignored` is a browser that drops a cookie without a word. */
type Fault = 'none' | 'read' | 'write' | 'both' | 'ignored'

type Step =
  | { readonly do: 'acceptAll' | 'rejectAll' | 'withdrawAll' | 'dismissBanner' | 'tamper' }
  | { readonly do: 'savePreferences'; readonly choices: Choices }
  | { readonly do: 'grantVendor' | 'onlyThisTime' | 'withdrawVendor' | 'addVendor'; readonly id: string }
  | { readonly do: 'reload'; readonly fault: Fault }
  | { readonly do: 'changeRevision'; readonly revision: string }
  | { readonly do: 'wait'; readonly milliseconds: number }

const id = fc.constantFrom(...pool.map((vendor) => vendor.id))

const someOf = (names: readonly string[]) =>
  fc
    .subarray([...names])
    .chain((some) => fc.tuple(...some.map((name) => fc.tuple(fc.constant(name), fc.boolean()))))
    .map((entries) => Object.fromEntries(entries))

const minute = 60_000

const wait = fc.constantFrom(
  1,
  10 * minute,
  40 * minute,
  day,
  29 * day,
  31 * day,
  60 * day,
  90 * day,
  181 * day,
  183 * day,
  -60 * minute,
)

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('acceptAll', 'rejectAll', 'withdrawAll', 'dismissBanner') }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('savePreferences'),
      choices: fc.record({ categories: someOf(optional), vendors: someOf(pool.map((vendor) => vendor.id)) }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('grantVendor', 'onlyThisTime', 'withdrawVendor'), id }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('addVendor'), id }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('reload'),
      fault: fc.constantFrom('none', 'none', 'none', 'read', 'write', 'both', 'ignored'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('changeRevision'), revision: fc.constantFrom('1', '2') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tamper') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait'), milliseconds: wait }) },
)

/** A word of the visitor about a category, with the vendors that were shown, or about one vendor. */
interface Word {
  readonly yes: boolean
  readonly time: number
  readonly shown: readonly string[]
}

interface Memory {
  readonly revision: string
  readonly categories: Readonly<Record<string, Word>>
  readonly vendors: Readonly<Record<string, Word>>
}

const nothing: Memory = { revision: '', categories: {}, vendors: {} }

const refusals = (words: Readonly<Record<string, Word>>): Record<string, Word> =>
  Object.fromEntries(Object.entries(words).filter(([, { yes }]) => !yes))

class Model {
  readonly policy: Policy
  registered: readonly string[] = atFirst
  revision = '1'
  now = start
  fault: Fault = 'none'
  page: Memory = nothing
  stored: Memory = nothing
  /** True when this page could not read what was stored, or not store what was said on it. */
  isApart = false
  /** Allowed only this time, and not answered for since. */
  visit: readonly string[] = []
  /** When each of them was last allowed: an answer of a later time beats it, also where only the clock made it later. */
  readonly thisTimes = new Map<string, number>()
  visitSeen = start

  constructor(policy: Policy) {
    this.policy = policy
  }

  vendors(): readonly Vendor[] {
    return pool.filter((vendor) => this.registered.includes(vendor.id))
  }

  /** Categories with a vendor that asks for consent. */
  asked(): readonly string[] {
    return optional.filter((name) =>
      this.vendors().some((vendor) => vendor.category === name && vendor.gate === undefined),
    )
  }

  say({ categories = {}, vendors = {} }: Choices, keepVisit: boolean): void {
    const outdated = this.page.revision !== this.revision
    const said = {
      categories: outdated ? refusals(this.page.categories) : { ...this.page.categories },
      vendors: outdated ? refusals(this.page.vendors) : { ...this.page.vendors },
    }
    for (const [name, yes] of Object.entries(categories)) {
      const shown = this.vendors().flatMap((vendor) => (vendor.category === name ? [vendor.id] : []))
      said.categories[name] = { yes, time: this.now, shown }
      for (const one of shown) delete said.vendors[one]
    }
    for (const [name, yes] of Object.entries(vendors)) {
      const category = pool.find((vendor) => vendor.id === name)?.category ?? ''
      if (categories[category] !== yes) said.vendors[name] = { yes, time: this.now, shown: [] }
    }
    this.page = { revision: this.revision, ...said }
    // What works on request needs no yes to its category, but a no ends it.
    const isAnswered = (name: string): boolean => {
      const { category = '', gate } = pool.find((vendor) => vendor.id === name) ?? {}
      if (name in vendors) return true
      return this.registered.includes(name) && (gate ? categories[category] === false : category in categories)
    }
    this.visit = keepVisit ? this.visit.filter((name) => !isAnswered(name)) : []
    if (this.fault === 'none' || this.fault === 'read') this.stored = this.page
    else this.isApart = true
    this.visitSeen = this.now
  }

  allowThisTime(name: string): void {
    this.visit = [...this.visit, name]
    this.thisTimes.set(name, this.now + 1)
    this.visitSeen = this.now
  }

  /** A yes counts for its revision, for a time, and not from the future. */
  counts({ yes, time }: Word): boolean {
    const age = this.now - time
    return yes && this.page.revision === this.revision && age <= this.policy.grantDays * day && age >= -day
  }

  isOptIn(category: string): boolean {
    return (this.policy.rules[category] ?? this.policy.rules['*']) === 'opt-in'
  }

  isAllowed({ id: name, category, gate }: Vendor): boolean {
    if (!this.registered.includes(name)) return false
    const own = this.page.vendors[name]
    const word = this.page.categories[category]
    const last = own ?? (gate === 'on-request' && word?.yes ? undefined : word)
    const later = last && last.time <= this.now ? last.time : 0
    const isThisTime = this.visit.includes(name) && (this.thisTimes.get(name) ?? 0) > later
    if (category === 'necessary' || typeof gate === 'object' || isThisTime) return true
    if (gate === 'on-request') return false
    if (own) return this.counts(own)
    const general = this.page.categories[category]
    return general ? this.counts(general) && general.shown.includes(name) : !this.isOptIn(category)
  }

  isGranted(category: string): boolean {
    const word = this.page.categories[category]
    return word ? this.counts(word) : !this.isOptIn(category)
  }

  isDue(): boolean {
    return this.asked().some((category) => {
      const word = this.page.categories[category]
      if (!word) return true
      if (this.page.revision !== this.revision) return true
      if (!word.yes) return this.now - word.time > this.policy.denialDays * day
      return (
        !this.counts(word) ||
        this.vendors().some(
          (vendor) =>
            vendor.category === category &&
            vendor.gate === undefined &&
            !word.shown.includes(vendor.id) &&
            !this.page.vendors[vendor.id],
        )
      )
    })
  }
}

/** The real store, driven by the same steps. */
class Site {
  readonly model: Model
  text: string | null = null
  store: ConsentStore
  #leave: () => void

  constructor(policy: Policy) {
    sessionStorage.clear()
    vi.setSystemTime(start)
    this.model = new Model(policy)
    this.store = this.#open()
    this.#leave = this.#connect()
  }

  #open(): ConsentStore {
    const { fault } = this.model
    const blocked = (): never => {
      throw new DOMException('denied', 'SecurityError')
    }
    const storage: ConsentStorage = {
      read: () => (fault === 'read' || fault === 'both' ? blocked() : this.text),
      write: (text) => {
        if (fault === 'write' || fault === 'both') blocked()
        if (fault !== 'ignored') this.text = text
      },
    }
    return createConsentStore({
      vendors: this.model.vendors(),
      policy: this.model.policy,
      revision: this.model.revision,
      storage,
    })
  }

  /** As the provider does: the runtime knows the visit. */
  #connect(): () => void {
    const stops = [this.store.connect(), createVendorRuntime(this.store).connect()]
    return () => {
      for (const stop of stops) stop()
    }
  }

  leave(): void {
    this.#leave()
  }

  reload(): void {
    const { model } = this
    this.#leave()
    if (model.isApart) {
      // Whether "only this time" came after the answers that the next page finds, nobody can say.
      sessionStorage.clear()
      model.visit = []
    }
    this.store = this.#open()
    this.#leave = this.#connect()
    model.isApart = model.fault === 'read' || model.fault === 'both'
    model.page = model.fault === 'read' || model.fault === 'both' ? nothing : model.stored
    if (Math.abs(model.now - model.visitSeen) >= 1_800_000) model.visit = []
    model.visitSeen = model.now
  }

  take(action: Step): void {
    const { model, store } = this
    // Nobody does two things in one millisecond.
    model.now += 1
    vi.setSystemTime(model.now)
    switch (action.do) {
      case 'acceptAll':
        model.say({ categories: Object.fromEntries(model.asked().map((name) => [name, true])) }, true)
        store.acceptAll()
        break
      case 'rejectAll':
      case 'withdrawAll': {
        const categories = [...model.asked(), ...Object.keys(model.page.categories)]
        const vendors = Object.keys(model.page.vendors)
        model.say(
          {
            categories: Object.fromEntries(categories.map((name) => [name, false])),
            vendors: Object.fromEntries(vendors.map((name) => [name, false])),
          },
          false,
        )
        store[action.do]()
        break
      }
      case 'savePreferences': {
        const vendors = Object.fromEntries(
          // What works on request has no box to tick; it can be refused.
          Object.entries(action.choices.vendors ?? {}).filter(
            ([name, yes]) => model.registered.includes(name) && !(yes && name === 'phone'),
          ),
        )
        model.say({ ...action.choices, vendors }, true)
        store.savePreferences({ ...action.choices, vendors }, 'preferences')
        break
      }
      case 'grantVendor':
        if (!model.registered.includes(action.id)) break
        if (pool.find((vendor) => vendor.id === action.id)?.gate === 'on-request') model.allowThisTime(action.id)
        else model.say({ vendors: { [action.id]: true } }, true)
        store.grantVendor(action.id)
        break
      case 'withdrawVendor':
        if (!model.registered.includes(action.id)) break
        model.say({ vendors: { [action.id]: false } }, true)
        store.withdrawVendor(action.id)
        break
      case 'onlyThisTime':
        if (!model.registered.includes(action.id)) break
        model.allowThisTime(action.id)
        store.grantVendor(action.id, { onlyThisTime: true })
        break
      case 'dismissBanner':
        store.dismissBanner()
        break
      case 'tamper':
        if (model.policy === mixed) break
        this.text = `${this.text ?? ''}x`
        model.stored = nothing
        break
      case 'addVendor':
        model.registered = [...model.registered, action.id]
        this.reload()
        break
      case 'changeRevision':
        model.revision = action.revision
        this.reload()
        break
      case 'reload':
        model.fault =
          model.policy === mixed && action.fault !== 'write' && action.fault !== 'ignored' ? 'none' : action.fault
        this.reload()
        break
      case 'wait':
        model.now += action.milliseconds
        vi.setSystemTime(model.now)
        document.dispatchEvent(new Event('visibilitychange'))
        model.visitSeen = model.now
        break
    }
  }
}

/** Takes the steps one by one and looks after each. */
function walk(policy: Policy, steps: readonly Step[], look: (site: Site, action: Step) => void): void {
  const site = new Site(policy)
  try {
    for (const action of steps) {
      site.take(action)
      look(site, action)
    }
  } finally {
    site.leave()
  }
}

const steps = fc.array(step, { maxLength: 25 })

const policy = fc.constantFrom(strict, mixed)

const allowedIn = ({ store }: Site): readonly string[] =>
  pool.flatMap(({ id: name }) => (permission(store.getState(), name).allowed ? [name] : []))

/** There is one tab here. A true channel closes only when the event loop turns, and these runs never let it. */
class SilentChannel extends EventTarget {
  readonly postMessage = (): void => undefined
  readonly close = (): void => undefined
}

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
  vi.stubGlobal('BroadcastChannel', SilentChannel)
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('whatever a visitor does', { timeout: 60_000 }, () => {
  it('allows exactly what they have said, and nothing that was not shown to them', () => {
    fc.assert(
      fc.property(policy, steps, (rules, actions) => {
        walk(rules, actions, (site) => {
          expect(allowedIn(site)).toEqual(
            pool.filter((vendor) => site.model.isAllowed(vendor)).map((vendor) => vendor.id),
          )
        })
      }),
      { numRuns: 600 },
    )
  })

  it('grants a category by an answer about the category only, never by one about a vendor', () => {
    fc.assert(
      fc.property(policy, steps, (rules, actions) => {
        walk(rules, actions, ({ store, model }) => {
          for (const category of optional) {
            expect(isGranted(store.getState(), category)).toBe(model.isGranted(category))
          }
        })
      }),
      { numRuns: 300 },
    )
  })

  it('asks exactly when there is something to decide', () => {
    fc.assert(
      fc.property(policy, steps, (rules, actions) => {
        walk(rules, actions, ({ store, model }) => {
          expect(needsDecision(store.getState())).toBe(model.isDue())
        })
      }),
      { numRuns: 300 },
    )
  })

  it('writes nothing when the banner is dismissed, or a vendor allowed only this time', () => {
    fc.assert(
      fc.property(policy, steps, fc.constantFrom('dismissBanner', 'onlyThisTime'), id, (rules, actions, last, name) => {
        const site = new Site(rules)
        try {
          for (const action of actions) site.take(action)
          const { text } = site
          site.take(last === 'dismissBanner' ? { do: last } : { do: last, id: name })
          expect(site.text).toBe(text)
        } finally {
          site.leave()
        }
      }),
      { numRuns: 300 },
    )
  })

  it('forgets "only this time" with the visit: a new tab allows what the record alone allows', () => {
    fc.assert(
      fc.property(policy, steps, (rules, actions) => {
        walk(rules, [...actions, { do: 'reload', fault: 'none' }], () => undefined)
        walk(rules, actions, (site) => {
          sessionStorage.clear()
          site.model.visit = []
          site.reload()
          expect(allowedIn(site)).toEqual(
            pool.filter((vendor) => site.model.isAllowed(vendor)).map((vendor) => vendor.id),
          )
        })
      }),
      { numRuns: 200 },
    )
  })

  const passive = fc.array(
    fc.oneof(
      fc.constant<Step>({ do: 'dismissBanner' }),
      fc.record({ do: fc.constant('addVendor' as const), id }),
      fc.record({ do: fc.constant('reload' as const), fault: fc.constantFrom('none' as const, 'write' as const) }),
      fc.record({
        do: fc.constant('wait' as const),
        milliseconds: fc.constantFrom(1, 10 * minute, 40 * minute, day, 10 * day, -60 * minute, -2 * day),
      }),
    ),
    { maxLength: 12 },
  )

  it('keeps a refusal of everything, and asks nothing about it, until the interval is over', () => {
    fc.assert(
      fc.property(policy, steps, passive, (rules, before, after) => {
        const site = new Site(rules)
        try {
          for (const action of before) site.take(action)
          site.take({ do: 'reload', fault: 'none' })
          // A category that has no vendor yet cannot be refused.
          for (const { id: name } of pool) site.take({ do: 'addVendor', id: name })
          site.take({ do: 'rejectAll' })
          for (const action of after) {
            site.take(action)
            expect(allowedIn(site)).toEqual(['partner', 'shop'])
            expect(needsDecision(site.store.getState())).toBe(site.model.isDue())
            expect(permission(site.store.getState(), 'chat').reason).toBe('category-denied')
          }
          site.take({ do: 'wait', milliseconds: -1_000 * day })
          expect(needsDecision(site.store.getState())).toBe(false)
        } finally {
          site.leave()
        }
      }),
      { numRuns: 200 },
    )
  })

  it('never allows more because storage fails than it would have allowed', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom<Fault>('read', 'both'), (actions, fault) => {
        const site = new Site(strict)
        try {
          for (const action of actions) site.take(action)
          sessionStorage.clear()
          site.take({ do: 'reload', fault: 'none' })
          const before = allowedIn(site)
          site.take({ do: 'reload', fault })
          expect(before).toEqual(expect.arrayContaining([...allowedIn(site)]))
          site.take({ do: 'reload', fault: 'none' })
          expect(allowedIn(site)).toEqual(before)
        } finally {
          site.leave()
        }
      }),
      { numRuns: 200 },
    )
  })
})
