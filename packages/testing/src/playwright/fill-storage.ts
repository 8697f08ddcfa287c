import type { BrowserContext, Page } from '@playwright/test'
import { inEveryPage, inOpenPages } from './in-every-page.ts'

/** Fills the site's storage up to the browser's own limit, so that every further write fails as it really does. */
export async function fillStorage(target: Page | BrowserContext): Promise<() => Promise<void>> {
  const end = await inEveryPage(target, fill)
  return async () => {
    await end()
    await inOpenPages(target, empty)
  }
}

function fill(): void {
  if (window !== window.top) return
  try {
    for (const area of [localStorage, sessionStorage]) {
      let text = ''
      for (let more = 8_388_608; more >= 1; more /= 2) {
        try {
          area.setItem('askfirst-testing', text + 'x'.repeat(more))
          text += 'x'.repeat(more)
        } catch {
          // So much does not fit. Half of it may.
        }
      }
    }
  } catch {
    // A page without an origin has no storage to fill.
  }
}

function empty(): void {
  localStorage.removeItem('askfirst-testing')
  sessionStorage.removeItem('askfirst-testing')
}
