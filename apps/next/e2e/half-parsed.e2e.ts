import type { Page } from '@playwright/test'
import { layoutShifts } from '../../demo/e2e/layout-shifts.ts'
import { expect, test } from './fixtures.ts'
import { bannerInFrames, recordFrames } from './frames.ts'
import { serveInPieces } from './in-pieces.ts'
import { isHydrated } from './scripts.ts'
import { pages } from './visitors.ts'

/** Frames are drawn once the stylesheet has come, whatever of the page has. */
function framesAreDrawn(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame)
  })
}

test('a banner of which only a part has come is not seen, and so never grows: it comes whole, before the page', async ({
  page,
  parts,
}) => {
  await recordFrames(page)
  const line = await serveInPieces('Accept all')
  for (const { kind, path, heading } of pages) {
    await test.step(`the ${kind} page`, async () => {
      await page.goto(new URL(path, line.url).href, { waitUntil: 'commit' })
      await expect(page.locator('[data-askfirst="banner"]')).toContainText('Accept all')
      await framesAreDrawn(page)
      expect(await parts.banner.isVisible()).toBe(false)

      line.release()
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
      await isHydrated(page)
      expect((await bannerInFrames(page)).filter((isShown) => !isShown)).toEqual([])
      expect(await layoutShifts(page)).toEqual([])
    })
  }
  line.close()
})
