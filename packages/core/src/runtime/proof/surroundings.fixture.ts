import type { Clock, Realm } from './clock.fixture.ts'
import type * as core from './core.fixture.ts'
import type { Network } from './network.fixture.ts'

export type Core = typeof core

/** One page of the site: a window of its own, in which the library runs. */
export interface TestPage {
  readonly realm: Realm
  readonly core: Core
  readonly network: Network
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
