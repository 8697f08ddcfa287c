// @vitest-environment node
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chromiumLaunch } from '../../../../scripts/chromium.mjs'
import { parseRecord } from '../parse-record.ts'
import { policies } from '../policies/policies.ts'
import { testVendor } from '../test-vendor.fixture.ts'
import { prepaintHash } from './prepaint-hash.ts'
import { prepaintScript } from './prepaint-script.ts'

// The first paint of a page without any other script, under the strictest policy that lets this one run.

const site = { vendors: [testVendor('chat')], policy: policies.eea }

const html = (nonce: string): string =>
  `<!doctype html><title>Shop</title><link rel="stylesheet" href="/site.css"><script${nonce}>${prepaintScript(site)}</script>` +
  '<section data-askfirst="banner" data-state="first"><button data-askfirst="reject">Reject all</button></section>' +
  '<a href="#below">What the banner covers</a>'

const css = `
  section { position: fixed; inset: 0; display: grid !important; z-index: 1 }
  button, a { position: fixed; inset: 0 auto auto 0; inline-size: 200px; block-size: 50px }`

let browser: Browser
let context: BrowserContext
let complaints: string[] = []

/** Opens the page with scripts allowed by this source. */
async function open(source: string, nonce = ''): Promise<Page> {
  const page = await context.newPage()
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  const policy = `default-src 'none'; script-src ${source}; style-src 'self'; trusted-types askfirst; require-trusted-types-for 'script'`
  await page.route('https://shop.test/**', (route) =>
    route.request().url().endsWith('.css')
      ? route.fulfill({ contentType: 'text/css', body: css })
      : route.fulfill({
          contentType: 'text/html',
          body: html(nonce),
          headers: { 'Content-Security-Policy': policy },
        }),
  )
  await page.goto('https://shop.test/')
  return page
}

const banner = (page: Page) => page.locator('section')
const decision = async (): Promise<string | undefined> => {
  const [cookie] = await context.cookies()
  return parseRecord(cookie?.value)?.categories.get('functional')?.decision
}

beforeAll(async () => {
  browser = await chromium.launch(chromiumLaunch())
}, 60_000)

afterAll(() => browser.close())

beforeEach(async () => {
  complaints = []
  context = await browser.newContext()
})

afterEach(() => context.close())

describe('under a strict CSP and Trusted Types', { timeout: 60_000 }, () => {
  it.each(['nonce', 'hash'])('allowed by a %s, it answers, hides the banner and says nothing', async (how) => {
    const isNonce = how === 'nonce'
    const [source, nonce] = isNonce ? ["'nonce-r4nd0m'", ' nonce="r4nd0m"'] : [await prepaintHash(site), '']
    const page = await open(source, nonce)
    expect(await banner(page).isVisible()).toBe(true)
    await page.getByText('Reject all').click()
    expect(await banner(page).isVisible()).toBe(false)
    expect(await decision()).toBe('denied')
    expect((await context.cookies())[0]).toMatchObject({
      secure: true,
      sameSite: 'Lax',
      path: '/',
      domain: 'shop.test',
    })

    await page.reload()
    expect(await banner(page).isVisible()).toBe(false)
    expect(complaints).toEqual([])
  })

  it('without leave of the policy leaves the banner up, for React to answer', async () => {
    const page = await open("'self'")
    expect(await banner(page).isVisible()).toBe(true)
    await page.getByText('Reject all').click()
    expect(await banner(page).isVisible()).toBe(true)
    expect(await decision()).toBeUndefined()
    expect(complaints.join()).toContain('Content Security Policy')
  })

  it('takes a double click for one answer, and keeps its second half from the page below', async () => {
    const page = await open(await prepaintHash(site))
    await page.getByText('Reject all').dblclick()
    expect(page.url()).toBe('https://shop.test/')
    expect(await decision()).toBe('denied')
    await page.getByText('What the banner covers').click()
    expect(page.url()).toBe('https://shop.test/#below')
  })

  it('tells the other tabs', async () => {
    const other = await open(await prepaintHash(site))
    const told = other.evaluate(
      () =>
        new Promise((resolve) => {
          new BroadcastChannel('askfirst').addEventListener('message', ({ data }) => resolve(data))
        }),
    )
    const page = await open(await prepaintHash(site))
    await page.getByText('Reject all').click()
    expect(await told).toBe(0)
  })
})
