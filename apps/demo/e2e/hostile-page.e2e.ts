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
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`${selector} { display: none !important }`)
  document.adoptedStyleSheets = [sheet]
}

/** Resolves when such an element has come onto the page, however soon it goes again. */
function hasCome(page: Page, selector: string): Promise<void> {
  return page.evaluate(
    (sought) =>
      new Promise<void>((resolve) => {
        const isSought = (node: Node): boolean =>
          node instanceof Element && (node.matches(sought) || node.querySelector(sought) !== null)
        new MutationObserver((records, observer) => {
          if (!records.some(({ addedNodes }) => Array.from(addedNodes).some(isSought))) return
          observer.disconnect()
          resolve()
        }).observe(document.body, { childList: true, subtree: true })
      }),
    selector,
  )
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

test('with blocked storage the page works, asks, and loads nothing by itself', async ({
  page,
  context,
  visit,
  traffic,
  parts,
}) => {
  await context.addInitScript(blockStorage)
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

forEachVendor((vendor) => {
  test('with blocked storage the chat opens on request, and goes when it is withdrawn', async ({
    page,
    context,
    visit,
    parts,
    service,
  }) => {
    await context.addInitScript(blockStorage)
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

  test('with a chunk of the chat blocked it says so, whichever it is, and a later try works', async ({
    page,
    context,
    visit,
    traffic,
    parts,
  }) => {
    const panel = await blockChunk(context, 'panel')
    const life = await blockChunk(context, 'life')
    const driver = await blockChunk(context, `${vendor.id}-driver`)
    await visit()

    await test.step('its own: there is the other way to make contact', async () => {
      await parts.start.click()
      await expect(parts.alert).toContainText('The chat cannot be opened right now.')
      await expect(parts.alert.locator('a[href^="mailto:"]')).toBeVisible()
      expect(panel.blocked).not.toEqual([])
      await expectNothing(page, traffic)
      await panel.unblock()
      const again = page.getByRole('button', { name: /^(?:Start chat|Try again)$/ })
      await expect(again).toBeVisible()
      await again.click()
      await expect(parts.allow).toBeVisible()
      await expect(parts.alert).toHaveCount(0)
    })

    await test.step('what loads a vendor', async () => {
      await parts.allow.click()
      await expect(parts.alert).toContainText('Something in this browser or network blocks it')
      expect(life.blocked).not.toEqual([])
      expect(driver.blocked).toEqual([])
      await life.unblock()
    })

    await test.step('what drives this vendor', async () => {
      await parts.retry.click()
      await expect.poll(() => driver.blocked).not.toEqual([])
      await expect(parts.alert).toContainText('Something in this browser or network blocks it')
      await driver.unblock()
      await parts.retry.click()
      await expect(parts.message).toBeVisible()
    })
  })
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

test('what is hidden by force leaves the page usable, and grants nothing', async ({
  page,
  context,
  visit,
  traffic,
  parts,
}) => {
  await visit()
  for (const selector of [
    '[data-askfirst="preferences"]',
    '[data-askfirst="preferences"], [data-askfirst="overlay"]',
  ]) {
    await test.step(`${selector}: the page is not inert`, async () => {
      await page.evaluate(hide, selector)
      const came = hasCome(page, '[data-askfirst="preferences"]')
      await parts.choose.click()
      await came
      await expect(page.locator('[data-askfirst="preferences"]')).toHaveCount(0)
      await expect(page.locator('[aria-hidden="true"] main, [inert] main')).toHaveCount(0)
      await expectAlive(page)
      await expectNothing(page, traffic)
      await expect(parts.banner).toBeVisible()
    })
  }

  const banner = page.locator('[data-askfirst="banner"]')
  await test.step('the banner: the focus does not go there', async () => {
    await context.addInitScript(hide, '[data-askfirst="banner"]')
    await visit()
    await expect(parts.start).toBeVisible()
    await expect(banner).toBeAttached()
    await expect(banner).toBeHidden()
    await expectAlive(page)
    await expectNothing(page, traffic)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('[data-askfirst="banner"]'))).toBeNull()
  })
})
