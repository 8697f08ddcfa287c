import type { Page } from '@playwright/test'
import type { Recorded } from './page-recorder.ts'

/** The names under which a page's origin keeps something. */
export interface Stored {
  readonly local: readonly string[]
  readonly session: readonly string[]
  readonly databases: readonly string[]
  readonly caches: readonly string[]
}

const nothing: Stored = { local: [], session: [], databases: [], caches: [] }

/** What is stored now; a recorder is asked too, so that it tells what it has not told yet. Nothing for a page that is gone. */
export async function storedIn(page: Page, recorder: string): Promise<Stored> {
  try {
    return await page.evaluate(async (id) => {
      const { past } = (window as unknown as Recorded)[Symbol.for('askfirst.recorders')]?.[id] ?? {}
      return {
        past,
        local: Object.keys(localStorage),
        session: Object.keys(sessionStorage),
        databases: (await indexedDB.databases()).map(({ name = '' }) => name),
        // Without a secure context there are none.
        caches: 'caches' in window ? await caches.keys() : [],
      }
    }, recorder)
  } catch {
    return nothing
  }
}
