import type { ConsentStorage } from '../storage/storage.ts'

// A browser with two tabs, as far as a consent store can see it. Nothing is delivered until a test says so.

/** What of a tab's storage throws; `ignored` is a browser that drops a cookie without a word. */
export type Fault = 'none' | 'read' | 'write' | 'both' | 'ignored'

type Hear = (event: unknown) => void

interface Listener {
  readonly hear: Hear
  readonly signal: AbortSignal | undefined
}

export class TestTab {
  readonly browser: TestBrowser
  fault: Fault = 'none'
  prerendering = false
  /** In the back-forward cache: nothing reaches it. */
  frozen = false
  /** What the other tab has sent; a test takes one out, in any order, or never. */
  pending: (() => void)[] = []
  /** Session storage, which is the tab's own. */
  readonly session = new Map<string, string>()
  channel: TestChannel | null = null
  #listeners = new Map<string, Listener[]>()

  constructor(browser: TestBrowser) {
    this.browser = browser
  }

  readonly storage: ConsentStorage = {
    read: () => {
      if (this.fault === 'read' || this.fault === 'both') throw denied
      return this.browser.text
    },
    write: (text) => {
      if (this.fault === 'write' || this.fault === 'both') throw denied
      if (this.fault !== 'ignored') this.browser.text = text
    },
  }

  listen(type: string, hear: Hear, options?: { readonly signal?: AbortSignal }): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), { hear, signal: options?.signal }])
  }

  unlisten(type: string, hear: Hear): void {
    this.#listeners.set(type, this.#listeners.get(type)?.filter((listener) => listener.hear !== hear) ?? [])
  }

  listensTo(type: string): boolean {
    return this.#listeners.has(type)
  }

  /** Lets something happen to the page that the tab shows. */
  fire(type: string, event: unknown = {}): void {
    this.enter()
    for (const { hear, signal } of this.#listeners.get(type) ?? []) if (!signal?.aborted) hear(event)
  }

  /** Delivers one of the messages that wait. False where there is none. */
  deliver(pick: number): boolean {
    const [message] = this.pending.splice(pick % (this.pending.length || 1), 1)
    this.enter()
    message?.()
    return message !== undefined
  }

  /** What runs now runs in this tab. */
  enter(): void {
    this.browser.here = this
  }

  /** The page goes, and with it whatever it listened to. */
  leave(): void {
    this.pending = []
    this.channel = null
    this.#listeners = new Map()
    this.frozen = false
    this.prerendering = false
  }
}

const denied = new DOMException('denied', 'SecurityError')

export class TestBrowser {
  /** What is stored, for all tabs. */
  text: string | null = null
  signal = false
  readonly tabs: readonly [TestTab, TestTab] = [new TestTab(this), new TestTab(this)]
  here: TestTab = this.tabs[0]

  /** Sends something from the tab that runs to the other one, if that listens. */
  send(messageFor: (tab: TestTab) => (() => void) | null): void {
    for (const tab of this.tabs) {
      const message = tab === this.here || tab.frozen ? null : messageFor(tab)
      if (message) tab.pending.push(message)
    }
  }
}

/** One end of a BroadcastChannel. */
export class TestChannel {
  readonly #tab: TestTab
  #hear: (() => void) | undefined

  constructor(tab: TestTab) {
    this.#tab = tab
    tab.channel = this
  }

  addEventListener(_: 'message', hear: () => void): void {
    this.#hear = hear
  }

  postMessage(): void {
    this.#tab.browser.send(({ channel }) => channel && (() => channel.#hear?.()))
  }

  close(): void {
    this.#tab.channel = null
  }
}
