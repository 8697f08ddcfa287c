import type { ConsentStorage } from '../storage/storage.ts'

// A browser with two tabs, as far as a consent store can see it. Nothing is delivered until a test says so.

/** What of a tab's storage throws; `ignored` is a browser that drops a cookie without a word. */
export type Fault = 'none' | 'read' | 'write' | 'both' | 'ignored'

type Hear = (event: unknown) => void

export interface Message {
  readonly says: unknown
  readonly arrive: () => void
}

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
  /** What was sent to this tab; a test takes one out, in any order, or never. */
  pending: Message[] = []
  /** Session storage, which is the tab's own. */
  readonly session = new Map<string, string>()
  readonly channels = new Set<TestChannel>()
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

  /** Delivers one of the messages that wait, and returns what it says. */
  deliver(pick: number): Message | undefined {
    const [message] = this.pending.splice(pick % (this.pending.length || 1), 1)
    this.enter()
    message?.arrive()
    return message
  }

  /** What runs now runs in this tab. */
  enter(): void {
    this.browser.here = this
  }

  /** The page goes, and with it whatever it listened to. */
  leave(): void {
    this.pending = []
    this.channels.clear()
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

  /** What comes and goes in local storage is an event in the other tab; nothing else is of interest here. */
  touch(key: string, newValue: string | null): void {
    for (const tab of this.tabs) {
      if (tab === this.here || tab.frozen || !tab.listensTo('storage')) continue
      tab.pending.push({ says: newValue, arrive: () => tab.fire('storage', { key, newValue }) })
    }
  }
}

/** One end of a BroadcastChannel: heard by every other one, in this tab and in the other. */
export class TestChannel {
  readonly #tab: TestTab
  #hear: ((event: { readonly data: unknown }) => void) | undefined

  constructor(tab: TestTab) {
    this.#tab = tab
    tab.channels.add(this)
  }

  addEventListener(_: 'message', hear: (event: { readonly data: unknown }) => void): void {
    this.#hear = hear
  }

  postMessage(data: unknown): void {
    for (const tab of this.#tab.browser.tabs) {
      for (const channel of tab.frozen ? [] : tab.channels) {
        if (channel !== this) tab.pending.push({ says: data, arrive: () => channel.#hear?.({ data }) })
      }
    }
  }

  close(): void {
    this.#tab.channels.delete(this)
  }
}
