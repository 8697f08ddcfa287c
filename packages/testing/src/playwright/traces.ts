import type { BrowserContext, Page } from '@playwright/test'
import { startRecorder } from './page-recorder.ts'
import type { Recorded, RecorderOptions } from './page-recorder.ts'

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

/** What a page holds that nobody else has touched. */
export const noTraces: Traces = {
  nodes: [],
  globals: [],
  replaced: [],
  local: [],
  session: [],
  databases: [],
  caches: [],
  cookies: [],
}

export interface RecordTracesOptions {
  /** Host names of the site itself, besides the page's own. @default [] */
  readonly ownHosts?: readonly string[] | undefined
  /** CSS selectors of the site's own nodes that would count otherwise, such as a frame without an address. @default [] */
  readonly ownNodes?: readonly string[] | undefined
  /** CSS selectors of vendors' nodes, which count wherever they load from. @default [] */
  readonly selectors?: readonly string[] | undefined
}

const id = 'traces'

/** Begins to record, in every document that the page or context loads from now on; `tracesOf` and `pastNodes` read it. */
export async function recordTraces(
  target: Page | BrowserContext,
  { ownHosts = [], ownNodes = [], selectors = [] }: RecordTracesOptions = {},
): Promise<void> {
  const options: RecorderOptions = { id, ownHosts, ownNodes, selectors, globals: [], binding: null }
  await target.addInitScript(startRecorder, options)
}

/** What is there now: foreign nodes, new names on `window`, replaced functions, and all that is stored but for our own. */
export async function tracesOf(page: Page): Promise<Traces> {
  const here = await page.evaluate(async (recorderId) => {
    const recorder = (window as unknown as Recorded)[Symbol.for('askfirst.recorders')]?.[recorderId]
    if (!recorder) return null
    return {
      nodes: recorder.nodes(),
      globals: recorder.globals(),
      replaced: recorder.replaced(),
      // Ours, beside the cookie: the hash of what the visitor was shown.
      local: Object.keys(localStorage)
        .filter((name) => !/^askfirst(?:\.wording$|-testing-)/.test(name))
        .toSorted(),
      session: Object.keys(sessionStorage)
        .filter((name) => !name.startsWith('askfirst-testing-'))
        .toSorted(),
      databases: (await indexedDB.databases()).map(({ name = '' }) => name),
      // Without a secure context there are none.
      caches: 'caches' in window ? await caches.keys() : [],
    }
  }, id)
  if (!here) throw notRecorded(page)
  // The browser's own list also has what a page cannot read, of every host.
  const cookies = await page.context().cookies()
  return { ...here, cookies: cookies.map(({ name }) => name).toSorted() }
}

/** Foreign nodes that were in the document at any time since it began. */
export async function pastNodes(page: Page): Promise<readonly string[]> {
  const past = await page.evaluate(
    (recorderId) => (window as unknown as Recorded)[Symbol.for('askfirst.recorders')]?.[recorderId]?.past ?? null,
    id,
  )
  if (!past) throw notRecorded(page)
  return past
}

const notRecorded = (page: Page): Error =>
  new Error(
    `Askfirst: nothing is recorded on ${page.url()}, so it is not known what it held. Call recordTraces before the page loads.`,
  )

/** Waits until what the page has put off until the browser is idle has begun, and had time to reach the network. */
export async function settle(page: Page): Promise<void> {
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
