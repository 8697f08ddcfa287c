import type { Trace } from './removal-report.ts'

export type Page = Window & typeof globalThis

/** Watches the page for one kind of traces, from before the vendor loads. */
export interface Watch {
  /** What is there now. */
  readonly find: () => readonly Trace[]
  /** Takes away what is there, and says what it was. */
  readonly sweep: () => readonly Trace[]
  /** Gives the page's own functions back. */
  readonly stop: () => void
}

/** What the vendor hands to the page to be called. */
export type Callback = (this: unknown, ...values: never[]) => unknown

/** Keeps a callback of the vendor from running once the vendor has left. */
export type Guard = (callback: Callback) => Callback
