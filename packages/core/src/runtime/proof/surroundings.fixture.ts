import type { Clock, Realm } from './clock.fixture.ts'
import type * as core from './core.fixture.ts'
import type { Network } from './network.fixture.ts'

export type Core = typeof core

export interface Kept {
  readonly local: Storage
  readonly session: Storage
  readonly cookies: () => string
}

/** Of a page that nobody watches yet. */
export function keptIn({ document, localStorage, sessionStorage, Document }: Realm): Kept {
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  return {
    local: localStorage,
    session: sessionStorage,
    cookies: () => String(cookie?.get?.call(document)),
  }
}

/** One page of the site: a window of its own, in which the library runs. */
export interface TestPage {
  readonly realm: Realm
  readonly core: Core
  readonly network: Network
  /** What the page keeps, for a look that nobody who watches the page sees. */
  readonly kept: Kept
  /** Runs a text as a script of the page. */
  readonly run: (text: string) => unknown
}

/** Two tabs of one browser, with one clock. */
export interface Surroundings {
  readonly clock: Clock
  pages: readonly [TestPage, TestPage]
  /** Lets everything happen that does not wait for time, in one page. */
  readonly settle: (realm: Realm) => Promise<void>
  /** Whether tabs hear of each other without being told to. */
  readonly isPrompt: boolean
  /** Lets a tab hear what others have told it. */
  readonly deliver: (place: 0 | 1) => Promise<void>
  /**
   * Makes of both pages what they were before the first walk; without a channel, they are left with storage events.
   * After a walk that went wrong they are new ones: nobody knows what it has left.
   */
  readonly prepare: (hasChannel: boolean, afterFault: boolean) => Promise<void>
}
