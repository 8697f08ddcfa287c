import { parseRecord } from '@askfirst/core'
import type { Page } from '@playwright/test'
import { expect, forEachVendor, test } from './fixtures.ts'
import { loadsOf } from './loads.ts'
import { storedRecord } from './stored-record.ts'
import { isIdle } from './traces.ts'
import { vendors } from './vendors.ts'

/** Goes through the shop's pages, back and forward again. Returns how many documents that has loaded. */
async function walkThroughShop(page: Page): Promise<number> {
  let documents = 0
  page.on('domcontentloaded', () => documents++)
  for (const path of ['/privacy', '/products/', '/']) {
    await page.locator(`a[href^="${path}"]`).first().click()
    await expect(page).toHaveURL((url) => url.pathname.startsWith(path))
  }
  await page.goBack()
  await page.goForward()
  await isIdle(page)
  return documents
}

forEachVendor((vendor) => {
  test('Accept all loads the chat once, is remembered in a small cookie, and does not cover what comes later', async ({
    page,
    context,
    visit,
    traffic,
    parts,
    acceptAll,
    service,
  }) => {
    await visit()
    await acceptAll()
    await test.step('it puts the launcher in the place of our button, in one load', async () => {
      await expect(parts.launcher).toBeVisible()
      await expect(parts.start).toBeHidden()
      await expect(parts.banner).toBeHidden()
      await expect(parts.message, 'nobody asked for the window').toBeHidden()
      expect(loadsOf(service, vendor)).toBe(1)
    })
    await test.step('the record is one readable cookie below 1 KB', async () => {
      const { name, value, path, sameSite, expires } = await storedRecord(context)
      expect(`${name}=${value}`.length).toBeLessThan(1024)
      expect(value).toMatch(/^v=1&/)
      expect(value).toContain('functional:granted')
      expect(value).toContain(vendor.id)
      expect(decodeURIComponent(value), 'nothing in it needs decoding').toBe(value)
      expect({ path, sameSite }).toEqual({ path: '/', sameSite: 'Lax' })
      expect(expires, 'it lasts beyond a refusal and a grant').toBeGreaterThan(Date.now() / 1000 + 183 * 86_400)
      expect(await page.evaluate(() => document.cookie)).toBe(`askfirst=${value}`)
      const record = parseRecord(value)
      expect(record?.categories.get('functional')?.decision).toBe('granted')
      expect(record?.surface).toBe('banner')
      expect([...(record?.disclosed ?? [])]).toContain(vendor.id)
    })
    await test.step('the launcher opens the window', async () => {
      await parts.launcher.click()
      await expect(parts.message).toBeFocused()
      expect(await page.locator('iframe').count()).toBe(1)
      await parts.closeChat.click()
    })
    await test.step('it stays loaded once, wherever in the shop the visitor goes', async () => {
      expect(await walkThroughShop(page), 'the shop changes pages without a new document').toBe(0)
      await expect(parts.launcher).toBeVisible()
      await expect(parts.frame).toHaveCount(1)
      expect(loadsOf(service, vendor)).toBe(1)
    })
    await test.step('a visitor who comes back finds it again, and no banner', async () => {
      await page.reload()
      await expect(parts.launcher).toBeVisible()
      await expect(parts.banner).toBeHidden()
      expect(loadsOf(service, vendor)).toBe(2)
    })
    await test.step('a vendor that came after the yes is asked about, and what was allowed before goes on', async () => {
      await page.goto('about:blank')
      traffic.clear()
      const later = vendors.find((one) => one !== vendor) ?? vendor
      await page.goto(`/${later.search}`)
      await expect(parts.banner).toContainText(`New since you decided: ${later.name}.`)
      await expect(page.locator('.recent-plants').getByRole('link'), 'the plant that was looked at').toHaveCount(1)
      await expect(parts.start).toBeVisible()
      await isIdle(page)
      expect(traffic.entries).toEqual([])
      await expect(page.locator('iframe')).toHaveCount(0)
    })
  })
})
