import { browserLaunch } from '../../../scripts/chromium.mjs'
import { expect, forEachVendor, test as base } from './fixtures.ts'
import { tracesOf, untouched } from './traces.ts'

/** Playwright switches the back-forward cache off, which visitors have. */
const launchOptions = { ...browserLaunch(), ignoreDefaultArgs: ['--disable-back-forward-cache'] }

// A browser for the test alone: one for the worker would put these two last, where nothing runs beside them.
const test = base.extend({
  context: async ({ playwright, baseURL, contextOptions }, use) => {
    const browser = await playwright.chromium.launch(launchOptions)
    await use(await browser.newContext({ ...contextOptions, ...(baseURL && { baseURL }) }))
    await browser.close()
  },
})

const patience = 10_000

forEachVendor(() => {
  test('a page that comes back from the back-forward cache holds to what was refused meanwhile', async ({
    page,
    visit,
    parts,
    acceptAll,
    service,
  }) => {
    await visit()
    await acceptAll()
    await expect(parts.frame).toBeAttached()
    await page.evaluate(() => document.documentElement.setAttribute('data-frozen', ''))
    // A page of the same site without us, whose server knows of a refusal. (What another tab says drops a frozen page.)
    await page.route('**/account', (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'Set-Cookie': 'askfirst=reject-all; Path=/' },
        body: '<!doctype html><title>Your account</title>',
      }),
    )
    await page.goto('/account')

    // Playwright waits for a load that does not happen here.
    await page.evaluate(() => setTimeout(() => history.back()))
    await expect.poll(() => page.url()).not.toContain('/account')
    await expect(page.locator('html[data-frozen]'), 'it was not loaded anew').toBeAttached()
    await expect(parts.start).toBeVisible({ timeout: patience })
    await expect(parts.frame).toBeHidden()
    await expect.poll(() => tracesOf(page), { timeout: patience }).toEqual({ ...untouched, cookies: ['askfirst'] })
    expect(service.openSockets()).toEqual([])
  })
})
