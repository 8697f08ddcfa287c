import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

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

const turn = setImmediate // the real one, whatever a test does to its timers

/** Files share one jsdom (`isolate: false`), so nothing may outlive a test. */
afterEach(async () => {
  if (hashes.size > 0) {
    await Promise.allSettled(hashes)
    await new Promise((resolve) => turn(resolve))
    hashes.clear()
  }
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
