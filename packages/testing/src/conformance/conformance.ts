import type {
  expect as playwrightExpect,
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  PlaywrightWorkerOptions,
  TestType,
} from '@playwright/test'
import { checks } from './checks.ts'
import { createSubject } from './subject.ts'
import type { SubjectOptions } from './subject.ts'

export interface ConformanceOptions extends SubjectOptions {
  /** Playwright's `test`, or your own that extends it. */
  readonly test: TestType<PlaywrightTestArgs & PlaywrightTestOptions, PlaywrightWorkerArgs & PlaywrightWorkerOptions>
  readonly expect: typeof playwrightExpect
  /** The adapter's name, for the titles of the tests. */
  readonly name: string
}

/** Registers the tests that every adapter passes. They need Chromium, and nothing of them leaves the machine. */
export function conformance({ test, expect, name, ...options }: ConformanceOptions): void {
  test.describe(`conformance of ${name}`, () => {
    // In one worker, which bundles the page once.
    test.describe.configure({ mode: 'default' })
    for (const { title, run } of checks) {
      test(title, async ({ context }) => {
        await run(await createSubject(context, options), expect)
      })
    }
  })
}
