import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { isHydrated } from './scripts.ts'
import { pages } from './visitors.ts'

/** The stylesheets of the page: those that it waited for before it painted, and those that it has. */
function stylesheetsOf(page: Page) {
  return page.evaluate(() => ({
    blocking: (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter((entry) => (entry as { renderBlockingStatus?: string }).renderBlockingStatus === 'blocking')
      .map(({ name }) => name),
    sheets: [...document.styleSheets].map(({ href, cssRules }) => ({
      href,
      text: [...cssRules].map(({ cssText }) => cssText).join('\n'),
    })),
  }))
}

for (const { kind, path } of pages) {
  test(`a first visit to the ${kind} page: one stylesheet, no signal to speak of, and no count before the visitor's yes`, async ({
    page,
    startService,
    parts,
  }) => {
    await startService() // A yes to all loads the chat.
    const stylesheets: string[] = []
    const counted: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'stylesheet') stylesheets.push(request.url())
      if (new URL(request.url()).pathname === '/count') counted.push(request.postData() ?? '')
    })
    await page.goto(path)
    await isHydrated(page)

    await test.step("it waits for one stylesheet before it paints: its own, with Askfirst's rules in it", async () => {
      const { blocking, sheets } = await stylesheetsOf(page)
      expect(stylesheets, 'no other is fetched, at any time').toHaveLength(1)
      expect(blocking).toEqual(stylesheets)
      expect(sheets.map(({ href }) => href)).toEqual(stylesheets)
      expect(sheets[0]?.text, "the site's own").toContain('.brand')
      expect(sheets[0]?.text).toContain('[data-askfirst="banner"]')
    })

    await test.step('without a privacy signal nothing is said of it', async () => {
      await parts.choose.click()
      await expect(parts.preferences).toBeVisible()
      await expect(parts.preferences).not.toContainText(/signal/i)
      await page.keyboard.press('Escape')
      await expect(parts.preferences).toBeHidden()
    })

    await test.step("the site's own count starts with the visitor's yes, on this page and on those after it", async () => {
      expect(counted).toEqual([])
      await parts.accept.click()
      await expect.poll(() => counted).toEqual([path])
      await page.getByRole('navigation').getByRole('link', { name: 'Repotting' }).click()
      await expect.poll(() => counted).toEqual([path, '/repotting'])
    })
  })
}
