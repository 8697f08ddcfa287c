import type { expect as playwrightExpect } from '@playwright/test'
import type { Subject } from './subject.ts'

export type Expect = typeof playwrightExpect

/** One thing that every adapter keeps. */
export interface Check {
  readonly title: string
  readonly run: (subject: Subject, expect: Expect) => Promise<void>
}
