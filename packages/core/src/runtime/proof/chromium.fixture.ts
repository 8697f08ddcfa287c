import { clearPage } from './clear-page.fixture.ts'
import { Clock, type Realm } from './clock.fixture.ts'
import { Network } from './network.fixture.ts'
import type { Walk } from './steps.fixture.ts'
import { keptIn, type Core, type Surroundings, type TestPage } from './surroundings.fixture.ts'
import { take, type Outcome } from './walk.fixture.ts'

// Runs in a page of its own, which has opened the two tabs: what they are and keep is the browser's, only time is not.

/** A tab, with the library that its page has loaded. */
type Tab = Realm & { readonly core: Core }

/** What a test calls in this page. */
export interface Driver {
  readonly open: () => Promise<void>
  readonly take: (walk: Walk) => Promise<Outcome>
}

/** The ends that hear messages, with how many are on their way to each. */
const post = { ends: new Map<object, number>() }

let around: Surroundings | undefined

/** Lets the browser do what it has to do next. */
const turn = (): Promise<unknown> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', resolve, { once: true })
    port1.start()
    port2.postMessage(0)
  })

async function settle(): Promise<void> {
  await turn()
  const patience = Date.now() + 5_000
  while ([...post.ends.values()].some((underWay) => underWay > 0)) {
    if (Date.now() > patience) throw new Error('A tab does not hear the other.')
    await turn()
  }
}

async function openTab(): Promise<Tab> {
  const tab = window.open('/tab') as Tab | null // a page that loads the library
  if (!tab) throw new Error('No tab opens.')
  while (!tab.core) await new Promise((resolve) => setTimeout(resolve, 5))
  return tab
}

function pageOf(tab: Tab, clock: Clock): TestPage {
  const network = new Network()
  clock.install(tab)
  network.install(tab, clock)
  countMessages(tab)
  Object.assign(tab.console, { warn: () => undefined }) // of loads that fail, as they should
  return { realm: tab, core: tab.core, network, kept: keptIn(tab), run: (text) => tab.eval(text) as unknown }
}

/** The browser's own channels, whose messages are counted. */
function countMessages(tab: Tab): void {
  const { ends } = post
  const count = (end: object, more: number): void => {
    const underWay = ends.get(end)
    if (underWay !== undefined) ends.set(end, underWay + more)
  }
  const Counted = class extends tab.BroadcastChannel {
    constructor(name: string) {
      super(name)
      ends.set(this, 0)
      // Behind the listener of the library.
      queueMicrotask(() => super.addEventListener('message', () => count(this, -1)))
    }
    override postMessage(message: unknown): void {
      for (const end of ends.keys()) if (end !== this) count(end, 1)
      super.postMessage(message)
    }
    override close(): void {
      ends.delete(this)
      super.close()
    }
  }
  Object.assign(tab, { BroadcastChannel: Counted })
}

async function openPages(clock: Clock): Promise<Surroundings['pages']> {
  return [pageOf(await openTab(), clock), pageOf(await openTab(), clock)]
}

const driver: Driver = {
  async open() {
    const clock = new Clock()
    around = {
      clock,
      pages: await openPages(clock),
      isPrompt: true,
      settle,
      deliver: settle,
      async prepare(_, afterFault) {
        clock.clear()
        post.ends.clear()
        if (afterFault) {
          for (const { realm } of this.pages) realm.close()
          this.pages = await openPages(clock)
        }
        for (const page of this.pages) clearPage(page)
      },
    }
  },
  take(walk) {
    if (!around) throw new Error('No tab is open.')
    return take(around, walk)
  },
}

Object.assign(window, { driver })
