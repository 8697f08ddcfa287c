import type { Choices } from '../decide.ts'
import { optIn } from '../policies/opt-in.ts'
import type { Policy } from '../policy.ts'
import { day, start } from '../test-vendor.fixture.ts'
import { isAllowed, isDue, isGranted, wordOn, type Situation } from './plain-judgement.fixture.ts'
import { say, type Memory } from './plain-words.fixture.ts'
import type { Fault } from './test-tab.fixture.ts'
import type { Page } from './test-site.fixture.ts'
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
  /** Messages that ask to forget: whose answers, by their first turn. */
  readonly forgets = new Map<unknown, number>()
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
    this.#seen = null
    this.#knowsVisit = false
    this.#held = false
    this.look()
  }

  complete(): void {
    this.look()
    this.isComplete = true
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
      this.#seen = paper
      this.inDoubt = paper.says === 'gibberish'
      // What cannot be read takes nothing from what the page knows.
      if (paper.says === 'memory') this.memory = paper.memory
      if (paper.says === 'accept-all') this.#say({ all: true }, true)
      if (paper.says === 'reject-all') this.#say({ all: false }, true)
      this.#endVisits()
    }
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
    const { fault, memory, world } = this
    if (memory && (fault === 'none' || fault === 'read')) world.paper = { says: 'memory', memory }
    if (fault === 'none' || fault === 'ignored') this.#seen = world.paper
    this.#keepVisit()
  }

  /** Into the back-forward cache. */
  freeze(): void {
    this.#held = this.isComplete && this.#isStored()
  }

  restore(): void {
    this.look()
    // No message reached the page: it knows no more than one that is loaded anew.
    if (this.#held && !this.#isStored()) this.#forget()
  }

  #isStored(): boolean {
    return this.fault === 'read' || this.fault === 'both' || this.world.paper !== papers.nothing
  }

  hear(message: unknown): void {
    this.look()
    const { memory, world } = this
    const since = world.forgets.get(message)
    // What was said since is stored, and stays.
    if (since && memory && (memory.isSeed || memory.since === since) && !this.#isStored()) this.#forget()
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

  #forget(): void {
    this.memory = null
    this.visit.clear()
    this.inDoubt = false
    this.#keepVisit()
  }

  dismiss(): void {
    this.#look()
    if (this.policy.dismissal === 'denied' && !this.memory) this.decide({ all: false })
    this.#keepVisit()
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
