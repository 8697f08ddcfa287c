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

/** Files share one jsdom (`isolate: false`), so nothing may outlive a test. */
afterEach(() => {
  if (typeof window === 'undefined') return
  cleanup()
  localStorage.clear()
  sessionStorage.clear()
  for (const cookie of document.cookie.split('; ')) {
    for (const path of cookiePaths()) document.cookie = `${cookie.split('=')[0]}=; path=${path}; max-age=0`
  }
})
