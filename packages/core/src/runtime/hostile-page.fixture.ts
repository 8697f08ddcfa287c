import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from '@playwright/test'
import { build } from 'esbuild'
import type { TestContext } from 'vitest'
import { chromiumLaunch } from '../../../../scripts/chromium.mjs'
import type { StorageKind } from '../disclosure.ts'
import type { HostileDriver } from './hostile-driver.fixture.ts'
import type { RemovalReport } from './removal-report.ts'

/** A page in Chromium with the runtime in it, at any address. Its scripts come from whom the test says. */
export interface HostilePage {
  readonly page: Page
  /** Lets a vendor in: this script is loaded from its own host and runs. */
  readonly enter: (script?: string, vendor?: string) => Promise<void>
  /** As a visitor does: the next page knows of nothing that this one has seen. */
  readonly goTo: (address: string) => Promise<void>
  readonly leave: (vendor?: string) => Promise<RemovalReport>
  /** What an address answers with from now on. */
  readonly answer: (address: string, script: string) => void
  /** Loads a script from this address, and waits until it has run. */
  readonly run: (address: string, script: string) => Promise<void>
  /** Members of the page that are not what they were before the first vendor. */
  readonly changed: () => Promise<readonly string[]>
}

export interface HostilePageOptions {
  /** @default 'https://shop.test/help/chat' */
  readonly address?: string
  /** What the vendors disclose to store. */
  readonly storage?: readonly (readonly [kind: StorageKind, name: string])[]
  readonly headers?: Readonly<Record<string, string>>
}

let bundled: Promise<string> | undefined

/** In one file of its own, as an app's lazily loaded chunk is. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('hostile-driver.fixture.ts', import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
  })
  return outputFiles[0]?.text ?? ''
}

export const launch = (): Promise<Browser> => chromium.launch(chromiumLaunch())

/** In a context of its own, which ends with the test: tests wait for their pages at the same time. */
export async function openHostilePage(
  browser: Browser,
  { onTestFinished }: TestContext,
  { address = 'https://shop.test/help/chat', storage = [], headers = {} }: HostilePageOptions = {},
): Promise<HostilePage> {
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  const runtime = '/runtime.js'
  const scripts = new Map([[new URL(runtime, address).href, await (bundled ??= bundle())]])
  const html = `<!doctype html><title>Shop</title><body><div id="app"></div><script type="module" src="${runtime}"></script>`
  await context.route(/^https?:/, (route) => {
    const request = route.request()
    if (request.resourceType() === 'document') return route.fulfill({ contentType: 'text/html', headers, body: html })
    const body = scripts.get(request.url())
    const answer = { status: body === undefined ? 404 : 200, body: body ?? '' }
    return route.fulfill({
      ...answer,
      contentType: 'text/javascript',
      headers: { 'Access-Control-Allow-Origin': '*' },
    })
  })
  const page = await context.newPage()
  await page.goto(address)
  const findDriver = () => page.evaluateHandle(() => Reflect.get(window, Symbol.for('hostile')) as HostileDriver)
  let driver = await findDriver()
  const disclosed = storage.map(
    ([kind, name]) => ({ kind, name, purpose: 'visitor-id', days: null, confidence: 'verified' }) as const,
  )
  return {
    page,
    async enter(script = '', vendor = 'acme') {
      scripts.set(`https://chat.${vendor}.test/messenger.js`, script)
      await driver.evaluate(({ enter }, [id, items]) => enter(id, items), [vendor, disclosed] as const)
    },
    async goTo(next) {
      await page.goto(next)
      driver = await findDriver()
    },
    answer: (from, script) => void scripts.set(from, script),
    leave: (vendor = 'acme') => driver.evaluate(({ leave }, id) => leave(id), vendor),
    async run(from, script) {
      scripts.set(from, script)
      await page.evaluate(
        (src) =>
          new Promise((resolve, reject) => {
            const element = Object.assign(document.createElement('script'), { src, onload: resolve, onerror: reject })
            document.head.append(element)
          }),
        from,
      )
    },
    changed: () => driver.evaluate(({ changed }) => changed()),
  }
}
