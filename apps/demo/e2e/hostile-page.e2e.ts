import type { BrowserContext, Page, Route } from '@playwright/test'
import { expect, forEachVendor, test } from './fixtures.ts'
import { loadsOf } from './loads.ts'
import { expectNothing, isIdle, pastNodes } from './traces.ts'

/** As in a browser that is set to block them: every access throws. */
function blockStorage(): void {
  const refuse = (): never => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
    Object.defineProperty(window, name, { get: refuse })
  }
  Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse })
}

/** As a filter list does. A constructed sheet is in no layer, so it beats every layered rule. */
function hide(selector: string): void {
  addEventListener('DOMContentLoaded', () => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`${selector} { display: none !important }`)
    document.adoptedStyleSheets = [sheet]
  })
}

/** Keeps one of our own chunks from the page. Returns how to let it through again. */
async function blockChunk(
  context: BrowserContext,
  name: string,
): Promise<{ blocked: string[]; unblock: () => Promise<void> }> {
  const pattern = new RegExp(`/assets/${name}-[^/]+\\.js$`)
  const blocked: string[] = []
  const abort = (route: Route): Promise<void> => {
    blocked.push(route.request().url())
    return route.abort('blockedbyclient')
  }
  await context.route(pattern, abort)
  return { blocked, unblock: () => context.unroute(pattern, abort) }
}

/** The page is alive: it scrolls, takes the focus, and its links lead somewhere. */
async function expectAlive(page: Page): Promise<void> {
  await page.mouse.move(640, 200)
  await page.mouse.wheel(0, 400)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0)
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Help' })
  await link.focus()
  await expect(link).toBeFocused()
  await link.click()
  await expect(page).toHaveURL(/\/help/)
  await expect(page.getByRole('heading', { name: 'Help', level: 1 })).toBeVisible()
}

forEachVendor((vendor) => {
  test.describe('with blocked storage', () => {
    test.beforeEach(({ context }) => context.addInitScript(blockStorage))

    test('the page works, asks, and loads nothing by itself', async ({ page, visit, traffic, parts }) => {
      await visit()
      await expect(parts.banner).toBeVisible()
      await isIdle(page)
      expect(await pastNodes(page)).toEqual([])
      expect(traffic.entries).toEqual([])
      await parts.reject.click()
      await expect(parts.banner).toBeHidden()
      await expectAlive(page)
      await isIdle(page)
      expect(traffic.entries).toEqual([])
      await page.reload()
      await expect(parts.banner, 'nothing could be kept').toBeVisible()
    })

    test('the chat opens on request, and goes when it is withdrawn', async ({ page, visit, parts, service }) => {
      await visit('/privacy')
      await parts.start.click()
      await parts.allow.click()
      await expect(parts.frame).toBeFocused()
      await expect(parts.message).toBeVisible()
      expect(loadsOf(service, vendor)).toBe(1)
      await page.getByRole('button', { name: `Withdraw ${vendor.name}` }).click()
      await expect(parts.frame).toHaveCount(0)
      await expect(parts.start).toBeVisible()
      await expect(parts.removed).toBeVisible()
    })
  })

  test("with the chat's own chunk blocked there is the other way to make contact, and a later try works", async ({
    page,
    context,
    visit,
    traffic,
    parts,
  }) => {
    const { blocked, unblock } = await blockChunk(context, 'panel')
    await visit()
    await parts.start.click()
    await expect(parts.alert).toContainText('The chat cannot be opened right now.')
    await expect(parts.alert.locator('a[href^="mailto:"]')).toBeVisible()
    expect(blocked).not.toEqual([])
    await expectNothing(page, traffic)
    await unblock()
    const again = page.getByRole('button', { name: /^(?:Start chat|Try again)$/ })
    await expect(again).toBeVisible()
    await again.click()
    await expect(parts.allow).toBeVisible()
    await expect(parts.alert).toHaveCount(0)
  })

  for (const chunk of ['life', `${vendor.id}-driver`]) {
    test(`with the loading chunk "${chunk}" blocked the chat says so, and a second try works`, async ({
      context,
      visit,
      parts,
    }) => {
      const { blocked, unblock } = await blockChunk(context, chunk)
      await visit()
      await parts.start.click()
      await parts.allow.click()
      await expect(parts.alert).toContainText('Something in this browser or network blocks it')
      expect(blocked).not.toEqual([])
      await unblock()
      await parts.retry.click()
      await expect(parts.message).toBeVisible()
    })
  }
})

test("with the preferences' chunk blocked the page says so and works, and a second try opens them", async ({
  page,
  context,
  visit,
  traffic,
  parts,
}) => {
  const { blocked, unblock } = await blockChunk(context, 'dialog')
  await visit()
  await parts.choose.click()
  await expect(parts.alert).toContainText('The privacy choices did not open. Check your connection and try again.')
  expect(blocked).not.toEqual([])
  await expect(parts.banner).toBeVisible()
  await expectAlive(page)
  await expectNothing(page, traffic)
  await unblock()
  await parts.choose.click()
  await expect(parts.preferences).toBeVisible()
  await expect(parts.alert).toHaveCount(0)

  await test.step('and so do they about the part that shows what is stored', async () => {
    const record = await blockChunk(context, 'opened-record')
    const title = parts.preferences.getByText('Your record')
    await title.click()
    await expect(parts.preferences.getByRole('alert')).toContainText('did not open')
    expect(record.blocked).not.toEqual([])
    await record.unblock()
    await title.click()
    await title.click()
    await expect(parts.preferences.getByRole('button', { name: 'Bring back a copy' })).toBeVisible()
    await expect(parts.preferences.getByRole('alert')).toHaveCount(0)
  })
})

test('a banner that is hidden by force leaves the page usable and grants nothing', async ({
  page,
  context,
  visit,
  traffic,
  parts,
}) => {
  await context.addInitScript(hide, '[data-askfirst="banner"]')
  await visit()
  await expect(parts.start).toBeVisible()
  await expect(page.locator('[data-askfirst="banner"]')).toBeAttached()
  await expect(page.locator('[data-askfirst="banner"]')).toBeHidden()
  await expectAlive(page)
  await expectNothing(page, traffic)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('[data-askfirst="banner"]'))).toBeNull()
})

for (const selector of ['[data-askfirst="preferences"]', '[data-askfirst="preferences"], [data-askfirst="overlay"]']) {
  test(`preferences hidden by force (${selector}) do not leave the page inert`, async ({
    page,
    context,
    visit,
    traffic,
    parts,
  }) => {
    await context.addInitScript(hide, selector)
    await visit()
    await parts.choose.click()
    await expect(page.locator('[data-askfirst="preferences"]')).toHaveCount(0)
    await expect(page.locator('[aria-hidden="true"] main, [inert] main')).toHaveCount(0)
    await expectAlive(page)
    await expectNothing(page, traffic)
    await expect(parts.banner).toBeVisible()
  })
}
