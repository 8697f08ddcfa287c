import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { bannerInFrames } from './frames.ts'
import { layoutShifts } from './layout-shifts.ts'
import { isHydrated } from './scripts.ts'

// The other files say that nothing is seen. These show that it would be.

/** Changes the page's HTML on its way to the browser. */
async function rewrite(page: Page, path: string, part: RegExp | string, by: string): Promise<void> {
  await page.route(path, async (route) => {
    const response = await route.fetch()
    const html = await response.text()
    const body = html.replace(part, by)
    expect(body, 'the HTML has this part').not.toBe(html)
    await route.fulfill({ response, body })
  })
}

test.describe('what goes wrong on purpose', () => {
  test.use({ expectedComplaints: /./ })

  test('a banner that flashes is seen', async ({ page, remember }) => {
    await remember('reject-all')
    await rewrite(page, '/', /<script>\(\(.*?<\/script>/s, '')
    await page.goto('/')
    await isHydrated(page)
    expect(await bannerInFrames(page)).toContain(true)
  })

  test('HTML that React would not have written is a complaint', async ({ page, complaints }) => {
    await rewrite(page, '/', 'Ask a person</h2>', 'Ask nobody</h2>')
    await page.goto('/')
    await isHydrated(page)
    expect(complaints.join('\n')).toContain('React error #418')
  })

  test('what a policy refuses, and what nobody catches, is a complaint', async ({ page, complaints }) => {
    await page.goto('/')
    await page.evaluate(() => {
      reportError(new Error('reported'))
      setTimeout(() => {
        throw new Error('thrown')
      })
      const image = new Image()
      image.src = 'https://elsewhere.example/'
    })
    for (const part of ['reported', 'thrown', 'Violation of img-src']) {
      await expect.poll(() => complaints.join('\n')).toContain(part)
    }
  })
})

test('a shift of the layout is seen', async ({ page }) => {
  await page.goto('/')
  await isHydrated(page)
  await page.evaluate(() =>
    document.querySelector('main')?.prepend(document.createElement('hr'), document.createElement('hr')),
  )
  expect(await layoutShifts(page)).not.toEqual([])
})
