import { layoutShifts } from '../../demo/e2e/layout-shifts.ts'
import { expect, test as base } from './fixtures.ts'
import { bannerInFrames, framesAreDrawn, recordFrames } from './frames.ts'
import { serveInPieces } from './in-pieces.ts'
import { isHydrated } from './scripts.ts'
import { pages } from './visitors.ts'

const test = base.extend<{ readonly line: Awaited<ReturnType<typeof serveInPieces>> }>({
  line: async ({ baseURL }, use) => {
    const line = await serveInPieces(new URL(baseURL ?? ''), 'Accept all')
    await use(line)
    line.close()
  },
})

test('a banner of which only a part has come is not seen, and so never grows: it comes whole, before the page', async ({
  page,
  line,
  parts,
}) => {
  await recordFrames(page)
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
})
