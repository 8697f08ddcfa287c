import type { BrowserContext, Locator, Page } from '@playwright/test'
import type { LoadableVendor, VendorState, VendorStatus } from '@askfirst/core/runtime'
import { recordTraces } from '../playwright/traces.ts'
import { isAddressOf } from '../playwright/vendor-address.ts'
import { watchTraffic } from '../playwright/watch-traffic.ts'
import type { Traffic } from '../playwright/watch-traffic.ts'
import { bundlePage } from './bundle-page.ts'
import type { Hooked, VendorFacts } from './start-conformance.ts'

/** The page that the adapter is put on. */
export type ConformancePage =
  | {
      /** A module that exports the adapter, called with its options, as `vendor`; bundled with Vite. */
      readonly module: string | URL
      /** @default 'vendor' */
      readonly exportName?: string | undefined
    }
  | {
      /** A page of your own that calls `startConformance(vendor)`. */
      readonly url: string
    }

export interface SubjectOptions {
  readonly page: ConformancePage
  /** Answers the vendor's real addresses, on the context that it is given: a stand-in, or routes of your own. */
  readonly serve: (context: BrowserContext) => Promise<unknown>
  /** The address of the vendor's first script, which is to be asked for once in a life. */
  readonly loader: string | RegExp
  /** Says in the page, without the adapter, whether the vendor's API is live. It may use nothing from outside. */
  readonly isLive: () => boolean
  /** What a visitor sees exactly while the chat is open; not needed for a vendor that is no chat. */
  readonly window?: ((page: Page) => Locator) | undefined
}

/** One adapter on one page. */
export interface Subject {
  readonly page: Page
  readonly context: BrowserContext
  readonly options: SubjectOptions
  /** As the adapter describes itself. */
  readonly vendor: LoadableVendor
  readonly isChat: boolean
  readonly traffic: Traffic
  readonly isVendors: (url: URL) => boolean
  /** Opens the page, or opens it anew. */
  readonly visit: () => Promise<void>
  readonly call: (name: 'grant' | 'withdraw' | 'open' | 'retain') => Promise<void>
  readonly state: () => Promise<VendorState>
  readonly liveWhenReady: () => Promise<readonly boolean[]>
  /** How often the vendor's first script was asked for. */
  readonly loads: () => number
  /** Waits for one of the states, and fails with the one that there is. */
  readonly until: (...statuses: readonly VendorStatus[]) => Promise<VendorState>
}

const address = 'https://conformance.test/'

const described = new WeakMap<SubjectOptions, Promise<VendorFacts>>()

/** How long a state may take to come: longer than a load and a removal. */
const patience = 20_000

export async function createSubject(context: BrowserContext, options: SubjectOptions): Promise<Subject> {
  const url = 'url' in options.page ? options.page.url : address
  if (!('url' in options.page)) await servePage(context, options.page.module, options.page.exportName ?? 'vendor')
  await options.serve(context)
  await context.addInitScript(`window[Symbol.for('askfirst.conformance.live')] = ${String(options.isLive)}`)
  const page = await context.newPage()
  const facts = described.get(options) ?? describe(page, url)
  described.set(options, facts)
  const { isChat, ...vendor } = await facts
  await recordTraces(context, { selectors: vendor.traces.nodes })
  const traffic = watchTraffic(context, { ownHosts: [new URL(url).hostname] })
  const isLoader = ({ url: asked }: { url: string }): boolean =>
    typeof options.loader === 'string' ? asked === options.loader : options.loader.test(asked)

  const state = () => page.evaluate(() => (window as unknown as Hooked)[Symbol.for('askfirst.conformance')]?.state())
  const known = async (): Promise<VendorState> => (await state()) ?? notStarted(url)

  return {
    page,
    context,
    options,
    vendor: vendor as LoadableVendor, // it is described, and never mounted here
    isChat,
    traffic,
    isVendors: isAddressOf(vendor as LoadableVendor),
    async visit() {
      await page.goto(url)
      await start(page, url)
    },
    call: (name) =>
      page.evaluate((method) => {
        ;(window as unknown as Hooked)[Symbol.for('askfirst.conformance')]?.[method]()
      }, name),
    state: known,
    liveWhenReady: () =>
      page.evaluate(() => (window as unknown as Hooked)[Symbol.for('askfirst.conformance')]?.liveWhenReady ?? []),
    loads: () => traffic.entries.filter(isLoader).length,
    async until(...statuses) {
      await page
        .waitForFunction(
          (wanted) => {
            const hook = (window as unknown as Hooked)[Symbol.for('askfirst.conformance')]
            return hook && wanted.includes(hook.state().status)
          },
          statuses,
          { timeout: patience, polling: 50 },
        )
        .catch(() => undefined)
      const now = await known()
      if (statuses.includes(now.status)) return now
      throw new Error(`the adapter is ${now.status}, not ${statuses.join(' or ')}, after ${patience} ms`)
    },
  }
}

async function servePage(context: BrowserContext, module: string | URL, exportName: string): Promise<void> {
  const files = await bundlePage(module)
  await context.route(`${address}**`, (route) => {
    const { pathname } = new URL(route.request().url())
    const script = files.get(pathname)
    return script === undefined
      ? route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="en" data-vendor="${exportName}"><title>Conformance</title><body><script type="module" src="/entry.js"></script></body></html>`,
        })
      : route.fulfill({ contentType: 'text/javascript', body: script })
  })
}

async function describe(page: Page, url: string): Promise<VendorFacts> {
  await page.goto(url)
  await start(page, url)
  const facts = await page.evaluate(
    () => (window as unknown as Hooked)[Symbol.for('askfirst.conformance')]?.facts ?? null,
  )
  await page.goto('about:blank')
  return facts ?? notStarted(url)
}

async function start(page: Page, url: string): Promise<void> {
  const hook = await page
    .waitForFunction(() => Symbol.for('askfirst.conformance') in window, null, { timeout: patience })
    .catch(() => null)
  if (!hook) notStarted(url)
}

function notStarted(url: string): never {
  throw new Error(
    `Askfirst: ${url} has not called startConformance, so there is no adapter to test. Call it with your vendor when the page loads.`,
  )
}
