import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, vi } from 'vitest'
import type * as watchPageModule from './packages/core/src/runtime/watch-page.ts'

// A change is not refused for what a random walk finds in older code. By hand every run looks elsewhere.
if (process.env['CI']) fc.configureGlobal({ seed: 20261126 })

/** One process plays thousands of pages: a real channel would wake them all at every decision of any. */
class SilentChannel {
  addEventListener(): void {}
  postMessage(): void {}
  close(): void {}
}

Object.assign(globalThis, { BroadcastChannel: SilentChannel })

/** Every path a cookie of this page can have been set for. */
function cookiePaths(): string[] {
  const parts = location.pathname.split('/').filter(Boolean)
  return ['/', ...parts.map((_, i) => `/${parts.slice(0, i + 1).join('/')}`)]
}

/** Hashes on their way, of all files: what was shown at a decision is stored once its hash is there. */
const shared = globalThis as { hashesOnTheirWay?: Set<Promise<unknown>> }
const hashes = (shared.hashesOnTheirWay ??= watchHashes())

function watchHashes(): Set<Promise<unknown>> {
  const found = new Set<Promise<unknown>>()
  const { subtle } = crypto
  const digest = subtle.digest.bind(subtle)
  subtle.digest = (...input) => {
    const hash = digest(...input)
    found.add(hash)
    return hash
  }
  return found
}

/** Pages that a vendor is watched on: where a test leaves one, it would be watched in the next test as well. */
const watches = vi.hoisted(() => {
  // Of all files: whichever came first has made the mock.
  const kept = globalThis as { pagesWatched?: Set<{ readonly stop: () => void }> }
  return (kept.pagesWatched ??= new Set())
})

vi.mock('./packages/core/src/runtime/watch-page.ts', async (importOriginal) => {
  const { watchPage } = await importOriginal<typeof watchPageModule>()
  return {
    watchPage: (...page: Parameters<typeof watchPage>) => {
      const watch = watchPage(...page)
      watches.add(watch)
      return watch
    },
  }
})

const turn = setImmediate // the real one, whatever a test does to its timers

/** Files share one jsdom (`isolate: false`), so nothing may outlive a test. */
afterEach(async () => {
  // A test that fails may leave its own behind, and everything after it would wait for them for ever.
  vi.useRealTimers()
  if (hashes.size > 0) {
    await Promise.allSettled(hashes)
    await new Promise((resolve) => turn(resolve))
    hashes.clear()
  }
  for (const watch of watches) watch.stop()
  watches.clear()
  if (typeof window === 'undefined') return
  cleanup()
  // Nor does a vendor that a test leaves on the page keep the next one's from loading.
  Reflect.deleteProperty(window, 'askfirstVendors')
  localStorage.clear()
  sessionStorage.clear()
  for (const cookie of document.cookie.split('; ')) {
    for (const path of cookiePaths()) document.cookie = `${cookie.split('=')[0]}=; path=${path}; max-age=0`
  }
})
