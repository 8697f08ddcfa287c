// @vitest-environment node
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from '@playwright/test'
import { build } from 'esbuild'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumLaunch } from '../../../../../scripts/chromium.mjs'
import type { Driver } from './chromium.fixture.ts'
import { walk } from './steps.fixture.ts'

// The same walks in two real tabs: the browser's own nodes, cookies, storage and channels. Only time is ours.

let browser: Browser
let page: Page

/** A script of the site, its chunks included. */
async function bundle(name: string, globalName: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(name, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName,
    define: { 'process.env.NODE_ENV': '"development"' },
  })
  return outputFiles[0]?.text ?? ''
}

const html = (script: string): string => `<!doctype html><title>Shop</title><body><script src="${script}"></script>`

beforeAll(async () => {
  const [core, driver] = await Promise.all([bundle('core.fixture.ts', 'core'), bundle('chromium.fixture.ts', 'model')])
  const files: Readonly<Record<string, string>> = {
    '/': html('/driver.js'),
    '/tab': html('/core.js'),
    '/core.js': core,
    '/driver.js': driver,
  }
  browser = await chromium.launch(chromiumLaunch())
  const context = await browser.newContext()
  // A vendor's script is on its way until the walk says that it arrives.
  await context.route('https://*.acme.test/**', () => undefined)
  await context.route('https://shop.test/**', (route) => {
    const { pathname } = new URL(route.request().url())
    const contentType = pathname.endsWith('.js') ? 'text/javascript' : 'text/html'
    return route.fulfill({ contentType, body: files[pathname] ?? '' })
  })
  page = await context.newPage()
  await page.goto('https://shop.test/')
  await page.evaluate(() => (window as unknown as { readonly driver: Driver }).driver.open())
}, 60_000)

afterAll(() => browser.close())

describe('in two tabs of Chromium', { timeout: 120_000 }, () => {
  it('nothing runs without a yes, each vendor loads once, and what is withdrawn goes, in both', async () => {
    let walks = 0
    let taken = 0
    await fc.assert(
      fc.asyncProperty(walk, async (steps) => {
        const { wrong, steps: count } = await page.evaluate(
          (given) => (window as unknown as { readonly driver: Driver }).driver.take(given),
          steps,
        )
        walks++
        taken += count
        if (wrong.length > 0) throw new Error(wrong.join('; '))
      }),
      { numRuns: 200 },
    )
    console.info(`two vendors in two tabs of Chromium: ${walks} interleavings, ${taken} steps`)
    expect(walks).toBe(200)
  })
})
