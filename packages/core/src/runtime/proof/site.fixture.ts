import type { ConsentStore, Gate } from '../../index.ts'
import type { VendorRuntime } from '../index.ts'
import { Drawer } from './drawer.fixture.ts'
import { Guest } from './guest.fixture.ts'
import { Neighbour } from './neighbour.fixture.ts'
import { Paper, PlainTab } from './plain.fixture.ts'
import { brokenPromises, patience } from './promises.fixture.ts'
import { ids, type Step, type Walk } from './steps.fixture.ts'
import type { Surroundings, TestPage } from './surroundings.fixture.ts'
import { tracesOf } from './traces.fixture.ts'
import { standIn } from './vendor.fixture.ts'

/** Ways to break the library from outside, to see whether the model notices. */
export interface Flaw {
  readonly vendor?: (vendor: ReturnType<typeof standIn>) => ReturnType<typeof standIn>
  readonly store?: (store: ConsentStore) => ConsentStore
  readonly runtime?: (runtime: VendorRuntime, page: TestPage) => VendorRuntime
  /** @default true */
  readonly follows?: boolean
}

interface Tab {
  readonly page: TestPage
  readonly plain: PlainTab
  readonly store: ConsentStore
  readonly guests: readonly Guest[]
  readonly neighbour: Neighbour
  readonly leave: () => void
}

/** A site with two vendors, in two tabs that were prepared for it. */
export class Site {
  readonly tabs: readonly [Tab, Tab]
  readonly #around: Surroundings
  readonly #paper = new Paper()
  readonly #drawer = new Drawer()

  constructor(around: Surroundings, walk: Walk, flaw: Flaw = {}) {
    this.#around = around
    const [one, two] = around.pages
    this.tabs = [this.#open(0, one, walk, flaw), this.#open(1, two, walk, flaw)]
  }

  #open(number: 0 | 1, page: TestPage, { characters }: Walk, flaw: Flaw): Tab {
    const { core } = page
    const plain = new PlainTab(this.#paper)
    const place = { number, page, plain, clock: this.#around.clock, drawer: this.#drawer }
    const guests = ids.map((id) => new Guest(id, characters[id], place))
    const neighbour = new Neighbour(page)
    const vendors = guests.map((guest) => {
      const vendor = standIn(guest.id, guest.character, guest)
      return flaw.vendor?.(vendor) ?? vendor
    })
    const cookie = core.cookieStorage()
    const read = (): string | null => {
      // Who reads what is stored knows it, told or not.
      plain.look()
      return cookie.read()
    }
    const own = core.createConsentStore({ vendors, storage: { ...cookie, read } })
    const store = flaw.store?.(own) ?? own
    const whole = core.createVendorRuntime(store, { timeout: patience })
    const runtime = flaw.runtime?.(whole, page) ?? whole
    const stops = [
      ...guests.map((guest) => guest.watch(runtime.vendor(guest.id))),
      store.connect(),
      ...(flaw.follows === false ? [] : [core.follow(store)]),
      runtime.connect(),
    ]
    return {
      page,
      plain,
      store,
      guests,
      neighbour,
      leave: () => {
        for (const stop of stops) stop()
      },
    }
  }

  async take(step: Step): Promise<void> {
    const { clock, settle, isPrompt } = this.#around
    if (step.do === 'wait') {
      await this.#hear(0)
      await this.#hear(1)
      await clock.advance(step.milliseconds, settle)
    } else {
      this.#act(step)
      if (isPrompt) for (const { plain } of this.tabs) plain.look()
      await settle(this.tabs[step.tab].page.realm)
      if (step.do === 'hear') await this.#hear(step.tab)
      // Nobody does two things in one millisecond.
      await clock.advance(1, settle)
    }
    for (const { guests } of this.tabs) for (const guest of guests) guest.settle()
  }

  async #hear(place: 0 | 1): Promise<void> {
    this.tabs[place].plain.look()
    await this.#around.deliver(place)
  }

  #act(step: Exclude<Step, { readonly do: 'wait' }>): void {
    const { store, plain, guests, neighbour } = this.tabs[step.tab]
    switch (step.do) {
      case 'grant':
        plain.say(true, [step.id])
        store.grantVendor(step.id)
        break
      case 'onlyThisTime':
        plain.allowThisTime(step.id)
        store.grantVendor(step.id, { onlyThisTime: true })
        break
      case 'withdraw':
        plain.say(false, [step.id])
        store.withdrawVendor(step.id)
        break
      case 'acceptAll':
        plain.sayToAll(true)
        store.acceptAll()
        break
      case 'rejectAll':
        plain.sayToAll(false)
        store.rejectAll()
        break
      case 'signIn':
      case 'signOut':
        if (step.do === 'signIn') plain.signedIn.add(step.id)
        else plain.signedIn.delete(step.id)
        store.configure({ gates: gatesOf(plain) })
        break
      case 'neighbour':
        neighbour.write()
        break
      case 'hear':
        break
      default:
        guests.find(({ id }) => id === step.id)?.take(step.do)
    }
  }

  /** What is wrong anywhere, in plain words. */
  wrong(): readonly string[] {
    return this.tabs.flatMap(({ page, plain, store, guests, neighbour }, number) => {
      const other = this.tabs[number === 0 ? 1 : 0]
      return [
        ...neighbour.wrong(),
        ...guests.flatMap((guest, place) => {
          const { id } = guest
          const { allowed, reason } = page.core.permission(store.getState(), id)
          return [
            ...(allowed === plain.isAllowed(id) ? [] : [`is ${allowed ? '' : 'not '}allowed: ${reason}`]),
            ...brokenPromises(guest, other.guests[place] ?? guest),
          ].map((what) => `${id} ${what}`)
        }),
      ].map((what) => `tab ${number}: ${what}`)
    })
  }

  /** What a site is left with when all vendors have gone. */
  changed(): readonly string[] {
    const hasGone = this.tabs.every(({ guests }) => guests.every((guest) => tracesOf(guest).length === 0))
    return hasGone ? this.tabs.flatMap(({ neighbour }) => neighbour.changed()) : []
  }

  close(): void {
    for (const tab of this.tabs) tab.leave()
  }
}

const gatesOf = ({ signedIn }: PlainTab): Record<string, Gate> =>
  Object.fromEntries([...signedIn].map((id) => [id, { always: 'contract' }]))
