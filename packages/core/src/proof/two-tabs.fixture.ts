import { vi } from 'vitest'
import { optIn } from '../policies/opt-in.ts'
import type { Policy } from '../policy.ts'
import { openBrowser } from './install-browser.fixture.ts'
import { Ledger } from './ledger.fixture.ts'
import { papers, PlainTab, PlainWorld } from './plain-tab.fixture.ts'
import type { Happening, Saying, Step } from './steps.fixture.ts'
import { Tab } from './tab.fixture.ts'
import type { ConsentStore } from '../store.ts'
import { readSaying } from './saying.fixture.ts'
import { atFirst, ids, onHelpPage, pool, regions, type Page } from './test-site.fixture.ts'
import type { TestBrowser } from './test-tab.fixture.ts'

/** A site in two tabs of one browser. `installBrowser` comes first. */
export class TwoTabs {
  readonly browser: TestBrowser
  readonly world = new PlainWorld()
  readonly tabs: readonly [Tab, Tab]
  /** The policy of the region that the next page is served for. */
  policy: Policy
  readonly #ledger = new Ledger()
  #vendors: readonly string[] = atFirst
  #categories: readonly string[] = []
  #revision = '1'
  #spoilt = 0
  #wrong: readonly string[] = []

  constructor(region: string, hasChannel = true) {
    this.policy = regions[region] ?? optIn
    this.browser = openBrowser(hasChannel)
    const [one, two] = this.browser.tabs
    this.tabs = [new Tab(one, new PlainTab(this.world)), new Tab(two, new PlainTab(this.world))]
    for (const tab of this.tabs) tab.load(this.#page('home'), this.policy, 'at once')
  }

  close(): void {
    for (const tab of this.tabs) tab.close()
  }

  #page(name: 'home' | 'help'): Page {
    const here = name === 'help' ? onHelpPage : ids
    return {
      vendors: pool.filter(({ id }) => this.#vendors.includes(id) && here.includes(id)),
      categories: this.#categories,
      revision: this.#revision,
    }
  }

  take(step: Step): void {
    const { browser, tabs, world } = this
    this.#wrong = []
    world.turn += 1
    // Nobody does two things in one millisecond.
    world.now += step.do === 'wait' ? step.milliseconds : 1
    vi.setSystemTime(world.now)
    switch (step.do) {
      case 'wait':
        break
      case 'signal':
        browser.signal = step.on
        world.signal = step.on
        break
      case 'addVendor':
        this.#vendors = [...this.#vendors, step.id]
        break
      case 'addCategory':
        this.#categories = ['maps']
        break
      case 'changeRevision':
        this.#revision = step.revision
        break
      case 'loseCookie':
        browser.text = null
        world.paper = papers.nothing
        break
      case 'spoilCookie':
        this.#spoilt += 1
        browser.text = `${browser.text ?? ''}x${this.#spoilt}`
        world.paper = { says: 'gibberish' }
        break
      case 'writeSeed':
        browser.text = step.text
        world.paper = papers[step.text]
        if (step.text === 'accept-all') this.#ledger.noteSeed()
        break
      case 'load':
        tabs[step.tab].load(this.#page(step.page), this.policy, step.how)
        break
      case 'close':
        tabs[step.tab].close()
        break
      case 'storage':
        tabs[step.tab].real.fault = step.fault
        tabs[step.tab].plain.fault = step.fault
        break
      case 'move':
        this.policy = regions[step.region] ?? optIn
        this.#act(step)
        break
      default:
        this.#act(step)
    }
  }

  /** What happens on a page that is open. */
  #act(step: Happening | Saying): void {
    const tab = this.tabs[step.tab]
    const { plain, real, store } = tab
    if (!store) return
    real.enter()
    switch (step.do) {
      case 'show':
      case 'freeze':
      case 'restore':
      case 'complete':
      case 'erase':
        if (step.do !== 'complete' || !real.frozen) tab[step.do]()
        break
      case 'hear':
        tab.hear(step.pick)
        break
      case 'move':
        store.configure({ policy: this.policy })
        plain.move(this.policy)
        break
      default:
        if (!real.frozen && !real.prerendering) this.#say(step, tab, store)
    }
  }

  #say(step: Saying, { plain, real, thisTime }: Tab, store: ConsentStore): void {
    const { page, memory } = plain
    const { text } = this.browser
    const saying = readSaying(step, page, store.getState().categories)
    if (!saying) return
    saying.tell(store)
    if (saying.thisTime) {
      plain.allowThisTime(saying.thisTime)
      thisTime.add(saying.thisTime)
      if (this.browser.text !== text) this.#wrong = ['"only this time" was stored']
    } else if (saying.choices) {
      plain.decide(saying.choices)
      this.#ledger.note(saying.choices, page)
    } else plain.dismiss()
    const other = this.tabs[step.tab === 0 ? 1 : 0]
    const listens = other.store && other.plain.isComplete && !other.real.frozen
    if (plain.memory !== memory && plain.isComplete && listens && other.real.pending.length === 0) {
      this.#wrong = [`tab ${step.tab} keeps it to itself`]
    }
    real.enter()
  }

  /** What is wrong in any tab, or with what is stored. */
  wrong(): readonly string[] {
    const { text } = this.browser
    return [
      ...this.#wrong,
      ...(this.world.paper.says === 'memory' ? this.#ledger.nobodySaid(text ?? '') : []),
      ...this.tabs.flatMap((tab, place) =>
        [...tab.wrong(), ...(tab.store ? this.#ledger.nobodyAllowed(tab.store.getState(), tab.thisTime) : [])].map(
          (what) => `tab ${place}, ${what}`,
        ),
      ),
    ]
  }
}
