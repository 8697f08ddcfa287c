import type { VendorPage } from '@askfirst/core/runtime'

export interface TestPage {
  readonly page: VendorPage
  readonly window: Window & typeof globalThis
  readonly end: () => void
}

/** A page whose scripts do what the test says: a window of its own, so that nothing of the vendor's stays in this one. */
export function testPage(run: (window: Window) => void | Promise<void>, features: readonly string[] = []): TestPage {
  const frame = document.body.appendChild(document.createElement('iframe'))
  const window = frame.contentWindow as Window & typeof globalThis // it is in the page
  const ending = new AbortController()

  async function until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      ending.signal.throwIfAborted()
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  return {
    page: {
      window,
      signal: ending.signal,
      script: async () => run(window),
      part: (load) => load(),
      features: new Set(features),
      until,
    },
    window,
    end() {
      ending.abort()
      frame.remove()
    },
  }
}
