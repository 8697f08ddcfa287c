import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { bannerInFrames, recordFrames } from './frames.ts'
import { layoutShifts } from '../../demo/e2e/layout-shifts.ts'
import { isHydrated } from './scripts.ts'

// The other files say that nothing is seen. These show that it would be.

/** Opens the page with its HTML changed on the way to the browser. */
async function visitRewritten(page: Page, part: RegExp | string, by: string): Promise<void> {
  await page.route('/', async (route) => {
    const response = await route.fetch()
    const html = await response.text()
    const body = html.replace(part, by)
    expect(body, 'the HTML has this part').not.toBe(html)
    await route.fulfill({ response, body })
  })
  await page.goto('/')
  await isHydrated(page)
  await page.unroute('/')
}

test.describe('what goes wrong on purpose', () => {
  test.use({ expectedComplaints: /./ })

  test('is seen: a banner that flashes, HTML that React would not have written, what a policy refuses and what nobody catches', async ({
    page,
    complaints,
    remember,
  }) => {
    await test.step('a banner that flashes', async () => {
      await recordFrames(page)
      await remember('reject-all')
      await visitRewritten(page, /<script>\(\(.*?<\/script>/s, '')
      expect(await bannerInFrames(page)).toContain(true)
    })

    await test.step('HTML that React would not have written', async () => {
      const earlier = complaints.length // Without its script the banner is such HTML as well.
      await visitRewritten(page, 'Ask a person</h2>', 'Ask nobody</h2>')
      expect(complaints.slice(earlier).join('\n')).toContain('React error #418')
    })

    await test.step('what a policy refuses, and what nobody catches', async () => {
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
})

test('a shift of the layout is seen', async ({ page }) => {
  await page.goto('/')
  await isHydrated(page)
  await page.evaluate(() =>
    document.querySelector('main')?.prepend(document.createElement('hr'), document.createElement('hr')),
  )
  expect(await layoutShifts(page)).not.toEqual([])
})
