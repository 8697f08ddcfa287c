import { vi } from 'vitest'

/** Gives the test a channel between the pages of a site, which delivers at once. Call it before the pages open. */
export function connectTabs(): void {
  const tabs = new Set<TestChannel>()
  class TestChannel {
    hear: ((event: { readonly data: unknown }) => void) | undefined
    constructor() {
      tabs.add(this)
    }
    addEventListener(_: string, hear: (event: { readonly data: unknown }) => void): void {
      this.hear = hear
    }
    postMessage(data: unknown): void {
      for (const tab of tabs) if (tab !== this) tab.hear?.({ data })
    }
    close(): void {
      tabs.delete(this)
    }
  }
  vi.stubGlobal('BroadcastChannel', TestChannel)
}
