import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { Traffic } from '@askfirst/testing/playwright'

/** Everything of others that a page and its device hold now, and what the page's own functions have been replaced by. */
export interface Traces {
  readonly nodes: readonly string[]
  readonly globals: readonly string[]
  readonly replaced: readonly string[]
  readonly local: readonly string[]
  readonly session: readonly string[]
  readonly databases: readonly string[]
  readonly caches: readonly string[]
  readonly cookies: readonly string[]
}

export const untouched: Traces = {
  nodes: [],
  globals: [],
  replaced: [],
  local: [],
  session: [],
  databases: [],
  caches: [],
  cookies: [],
}

interface Recorder {
  /** Foreign nodes that were ever in the document, also for a moment only. */
  readonly past: readonly string[]
  readonly nodes: () => readonly string[]
  readonly globals: () => readonly string[]
  readonly replaced: () => readonly string[]
}

/** A symbol, so that the recorder does not count as a global itself. */
type Recorded = Window & Record<symbol, Recorder>

/** Runs in the page before anything of the page does. */
export function recordTraces(): void {
  if (window !== window.top) return
  const pristine = new Set(Object.getOwnPropertyNames(window))
  const functions = (): readonly (readonly [name: string, value: unknown])[] => [
    ['WebSocket', window.WebSocket],
    ['fetch', window.fetch],
    ['XMLHttpRequest', window.XMLHttpRequest],
    ['Storage.setItem', Storage.prototype.setItem],
    ['document.cookie', Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')?.set],
    ['sendBeacon', navigator.sendBeacon],
  ]
  const original = functions()
  const past: string[] = []
  const isForeign = (address: string): boolean => {
    const { protocol, host } = new URL(address, document.baseURI)
    return protocol !== 'data:' && host !== location.host
  }
  const describe = (node: Element): string =>
    [node.localName, node.id && `#${node.id}`, node.getAttribute('src') ?? node.getAttribute('href')].join(' ').trim()
  /** Frames of any kind, the vendors' own ids, and whatever loads or prepares to load from elsewhere: links included. */
  const foreignNodes = (root: Element | Document): readonly Element[] => {
    const selector =
      'iframe,object,embed,script,link,img,source,video,audio,[id^="kayako-messenger"],[id^="kustomer-ui-sdk"]'
    const own = root instanceof Element && root.matches(selector) ? [root] : []
    return [...own, ...root.querySelectorAll(selector)].filter((node) => {
      if (node.matches('iframe,object,embed,[id^="kayako-"],[id^="kustomer-"],script[type="speculationrules"]'))
        return true
      const addresses = ['src', 'href', 'srcset', 'imagesrcset', 'poster'].map((name) => node.getAttribute(name))
      return addresses.some((address) => address !== null && isForeign(address))
    })
  }
  const record = (changes: readonly MutationRecord[]): void => {
    for (const { target, addedNodes } of changes) {
      for (const node of [target, ...addedNodes]) {
        if (node instanceof Element) past.push(...foreignNodes(node).map(describe))
      }
    }
  }
  const observer = new MutationObserver(record)
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['src', 'href', 'srcset'] })
  const recorder: Recorder = {
    get past() {
      record(observer.takeRecords())
      return past
    },
    nodes: () => foreignNodes(document).map(describe),
    globals: () =>
      Object.getOwnPropertyNames(window).filter(
        // Ours, what Playwright adds when it evaluates and intercepts, and frames, which count as nodes.
        (name) => !pristine.has(name) && !/^(?:askfirst|__playwright|__pw|\d+$)/.test(name),
      ),
    replaced: () => {
      const now = functions()
      return original.filter(([, value], index) => now[index]?.[1] !== value).map(([name]) => name)
    },
  }
  Object.assign(window, { [Symbol.for('recorder')]: recorder })
}

/** What is there now. */
export async function tracesOf(page: Page): Promise<Traces> {
  const here = await page.evaluate(async () => {
    const recorder = (window as unknown as Recorded)[Symbol.for('recorder')] as Recorder
    return {
      nodes: recorder.nodes(),
      globals: recorder.globals(),
      replaced: recorder.replaced(),
      // Ours, beside the cookie: the hash of what the visitor was shown.
      local: Object.keys(localStorage)
        .filter((name) => name !== 'askfirst.wording')
        .toSorted(),
      session: Object.keys(sessionStorage).toSorted(),
      databases: (await indexedDB.databases()).map(({ name = '' }) => name),
      caches: await caches.keys(),
    }
  })
  // The browser's own list also has what a page cannot read, of every host.
  const cookies = await page.context().cookies()
  return { ...here, cookies: cookies.map(({ name }) => name).toSorted() }
}

/** Foreign nodes that were in the document at any time since it began. */
export function pastNodes(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => ((window as unknown as Recorded)[Symbol.for('recorder')] as Recorder).past)
}

/** What the page has put off until the browser is idle has begun, and had time to reach the network. */
export async function isIdle(page: Page): Promise<void> {
  // After a click Chromium keeps its idle time back for the next one, until the pointer moves.
  await page.mouse.move(1, 1)
  await page.mouse.move(2, 2)
  await page.evaluate(async () => {
    const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 300 }))
    await idle()
    await new Promise((resolve) => setTimeout(resolve, 100))
    await idle()
  })
}

/** Nothing of a vendor is here, and never was. */
export async function expectNothing(page: Page, traffic: Traffic, own: Partial<Traces> = {}): Promise<void> {
  await isIdle(page)
  expect(await tracesOf(page)).toEqual({ ...untouched, ...own })
  expect(await pastNodes(page)).toEqual([])
  expect(traffic.entries).toEqual([])
}
