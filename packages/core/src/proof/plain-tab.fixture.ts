import type { Choices } from '../decide.ts'
import { optIn } from '../policies/opt-in.ts'
import type { Policy } from '../policy.ts'
import { day, start } from '../test-vendor.fixture.ts'
import { isAllowed, isDue, isGranted, unsaidOn, wordOn, type Situation } from './plain-judgement.fixture.ts'
import { noesOf, remindOf, say, type Memory } from './plain-words.fixture.ts'
import type { Fault } from './test-tab.fixture.ts'
import { askedOn, type Page } from './test-site.fixture.ts'
import type { Vendor } from '../vendor.ts'

/** What lies in storage: one piece of paper, which a tab has seen or not. */
export type Paper =
  | { readonly says: 'nothing' | 'gibberish' | 'accept-all' | 'reject-all' }
  | { readonly says: 'memory'; readonly memory: Memory }

/** Of these there is one each: who has seen one has seen all. */
export const papers = {
  nothing: { says: 'nothing' },
  'accept-all': { says: 'accept-all' },
  'reject-all': { says: 'reject-all' },
} as const satisfies Record<string, Paper>

/** What all tabs share. */
export class PlainWorld {
  now = start
  signal = false
  paper: Paper = papers.nothing
  /** Messages that ask to forget: whose answers, by their first turn, and when. */
  readonly forgets = new Map<unknown, { readonly since: number; readonly time: number }>()
  /** Counts the steps, whatever the clock says. */
  turn = 0
}

/** One tab and the page that it shows, as a person would describe them. */
export class PlainTab implements Situation {
  readonly world: PlainWorld
  fault: Fault = 'none'
  page: Page = { vendors: [], categories: [], revision: '' }
  policy: Policy = optIn
  prerendering = false
  now = 0
  signal = false
  memory: Memory | null = null
  inDoubt = true
  visit = new Map<string, number>()
  /** The banner was closed on this page. */
  dismissed = false
  /** Whether the part of the page that knows tabs and visits has arrived. */
  isComplete = false
  #seen: Paper | null = null
  #knowsVisit = false
  #held = false
  /** What the tab keeps of the visit over its pages, and when it last did. */
  #session: { readonly at: number; readonly visit: ReadonlyMap<string, number> } | null = null

  constructor(world: PlainWorld) {
    this.world = world
  }

  load(page: Page, policy: Policy, isPrerendered: boolean): void {
    this.page = page
    this.policy = policy
    this.prerendering = isPrerendered
    this.now = 0
    this.signal = false
    this.memory = null
    this.inDoubt = true
    this.visit = new Map()
    this.isComplete = false
    this.dismissed = false
    this.#seen = null
    this.#knowsVisit = false
    this.#held = false
    this.look()
  }

  complete(): void {
    this.look()
    this.isComplete = true
    this.#refuseNews()
    this.#keepVisit()
  }

  close(): void {
    this.#session = null
  }

  look(): void {
    if (this.prerendering) return
    this.#look()
    this.#keepVisit()
  }

  #look(): void {
    const { paper, now, signal } = this.world
    this.now = now
    this.signal = signal
    if (this.fault === 'read' || this.fault === 'both') this.inDoubt = true
    else if (paper !== this.#seen) {
      const { memory } = this
      const isSaved = this.#isSaved()
      this.#seen = paper
      this.inDoubt = paper.says === 'gibberish'
      // What cannot be read takes nothing from what the page knows.
      if (paper.says === 'memory') this.memory = paper.memory
      if (paper.says === 'accept-all') this.#say({ all: true }, true)
      if (paper.says === 'reject-all') this.#say({ all: false }, true)
      const isOwn = paper.says === 'memory' && paper.memory === memory
      const isHeir = (isSaved || isOwn) && this.memory?.since === memory?.since
      if (memory && this.memory && this.memory !== memory && !isHeir) this.memory = remindOf(this.memory, memory)
      this.#endVisits()
    }
  }

  /** Whether what the page knows is what it has read or written last. */
  #isSaved(): boolean {
    return this.#seen?.says === 'memory' && this.#seen.memory === this.memory
  }

  #say(choices: Choices, isSeed = false): void {
    const { memory, page, signal, now: time } = this
    const { turn } = this.world
    this.memory = say(isSeed ? null : memory, choices, page, { time, signal, turn }, isSeed)
  }

  decide(choices: Choices): void {
    this.#look()
    this.#say(choices)
    for (const id of this.visit.keys()) {
      if (choices.all === false || wordOn(this, id)?.turn === this.world.turn) this.visit.delete(id)
    }
    const { categories } = choices
    const isWhole = choices.all !== undefined || askedOn(this.page).every((name) => categories?.[name] !== undefined)
    if (!this.inDoubt || isWhole) this.#write()
    this.#keepVisit()
  }

  #write(): void {
    const { fault, memory, world } = this
    if (memory && (fault === 'none' || fault === 'read')) world.paper = { says: 'memory', memory }
    if (fault === 'none' || fault === 'ignored') this.#seen = world.paper
  }

  /** Into the back-forward cache. */
  freeze(): void {
    this.#held = this.isComplete && this.#isStored()
  }

  restore(): void {
    this.look()
    // No message reached the page: it knows no more than one that is loaded anew.
    if (this.#held && !this.#isStored()) this.#forget()
    else this.#beStrict()
  }

  #isStored(): boolean {
    return this.fault === 'read' || this.fault === 'both' || this.world.paper !== papers.nothing
  }

  hear(message: unknown): void {
    this.look()
    const { memory, world } = this
    const { since, time } = world.forgets.get(message) ?? {}
    const isMeant = memory && time !== undefined && memory.time <= time && (memory.isSeed || memory.since === since)
    // What was said since is stored, and stays.
    if (isMeant && !this.#isStored()) this.#forget()
    else this.#beStrict()
  }

  /** Returns whose answers the other tab is to forget, if any. */
  erase(): number | undefined {
    const { fault, world } = this
    if (fault === 'none' || fault === 'read') world.paper = papers.nothing
    this.look()
    const { memory } = this
    this.#forget()
    this.#session = null
    return memory?.since
  }

  /** Something was decided that cannot be read. */
  #beStrict(): void {
    const isBlind = this.fault === 'read' || this.fault === 'both'
    if (!this.inDoubt || (this.#isSaved() && !isBlind && this.#seen === this.world.paper)) return
    this.memory &&= noesOf(this.memory)
    this.visit.clear()
    this.#keepVisit()
  }

  #forget(): void {
    this.memory = null
    this.visit.clear()
    this.inDoubt = false
    this.dismissed = false
    this.#keepVisit()
  }

  dismiss(): void {
    this.#look()
    if (this.policy.dismissal === 'denied' && !this.memory) this.decide({ all: false })
    else if (!this.dismissed) {
      this.dismissed = true
      if (this.isComplete) this.#refuseNews()
    }
    this.#keepVisit()
  }

  /** Where closing is a no, it is one to what is not allowed, and to vendors that are new, and to nothing else. */
  #refuseNews(): void {
    const { dismissed, memory, page, policy } = this
    if (!dismissed || policy.dismissal !== 'denied' || !memory) return
    const { categories, vendors } = unsaidOn(this)
    if (categories.length + vendors.length === 0) return
    const { now: time, signal } = this
    const moment = { time, signal, turn: this.world.turn }
    const no = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, false]))
    const refused = say(null, { categories: no(categories) }, page, moment)
    const rest = say(memory, { vendors: no(vendors) }, page, moment)
    this.memory = { ...rest, categories: { ...rest.categories, ...refused.categories } }
    const isWhole = askedOn(page).every((name) => categories.includes(name))
    if (!this.inDoubt || isWhole) this.#write()
    this.#endVisits()
  }

  allowThisTime(id: string): void {
    this.#look()
    this.visit.set(id, wordOn(this, id)?.turn ?? 0)
    this.#keepVisit()
  }

  move(policy: Policy): void {
    this.policy = policy
    this.#keepVisit()
  }

  /** "Only this time" ends with any word about the vendor but the one that it set aside. */
  #endVisits(): void {
    for (const [id, turn] of this.visit) if ((wordOn(this, id)?.turn ?? turn) !== turn) this.visit.delete(id)
  }

  /** For the next pages; a visit ends with the tab, and after half an hour without a page. */
  #keepVisit(): void {
    if (!this.isComplete || this.now === 0) return
    if (!this.#knowsVisit) {
      this.#knowsVisit = true
      const { at, visit } = this.#session ?? { at: this.now - day, visit: [] }
      if (Math.abs(this.now - at) < 1_800_000) this.visit = new Map([...visit, ...this.visit])
      this.#endVisits()
    }
    this.#session = { at: this.now, visit: new Map(this.visit) }
  }

  isAllowed(vendor: Vendor): boolean {
    return this.page.vendors.includes(vendor) && isAllowed(this, vendor)
  }

  isGranted(category: string): boolean {
    return isGranted(this, category)
  }

  isDue(): boolean {
    return isDue(this)
  }
}
