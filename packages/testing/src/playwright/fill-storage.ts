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
      let last = ''
      for (let size = 4_194_304; size >= 1;) {
        const key = `askfirst-testing-${size}-${area.length}`
        try {
          area.setItem(key, 'x'.repeat(size))
          last = key
        } catch {
          size = Math.floor(size / 2) // So much does not fit. Half of it may.
        }
      }
      // No room is left for a key. What there is goes to the last one.
      try {
        for (; last;) area.setItem(last, `${area.getItem(last)}x`)
      } catch {
        // Now it is full.
      }
    }
  } catch {
    // A page without an origin has no storage to fill.
  }
}

function empty(): void {
  for (const area of [localStorage, sessionStorage]) {
    for (const key of Object.keys(area)) if (key.startsWith('askfirst-testing-')) area.removeItem(key)
  }
}
