import { expect, test } from './fixtures.ts'
import { bannerInFrames } from './frames.ts'
import { layoutShifts } from './layout-shifts.ts'
import { isHydrated, setSpeed } from './scripts.ts'
import { pages, visitors } from './visitors.ts'

const failedFile = /^Failed to load resource: net::ERR_TIMED_OUT/

for (const speed of ['fast', 'slow', 'never'] as const) {
  test.describe(`scripts: ${speed}`, () => {
    test.use({ expectedComplaints: speed === 'never' ? failedFile : null })

    for (const { kind, path, heading } of pages) {
      for (const { name, record, isAsked } of visitors) {
        const what = isAsked ? 'is asked in every frame' : 'never sees the banner'
        test(`${name} ${what} of the ${kind} page, and nothing shifts`, async ({
          page,
          context,
          remember,
          traffic,
          parts,
        }) => {
          await remember(record)
          await setSpeed(context, speed)
          // A page whose script files are late is not complete for long, but is to be seen all the same.
          await page.goto(path, { waitUntil: 'commit' })
          await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
          if (speed === 'never') await page.waitForTimeout(300)
          else await isHydrated(page)
          if (kind === 'streaming' && speed !== 'never') await expect(page.getByText('brown tips')).toBeVisible()
          if (record !== 'accept-all') expect(traffic.entries, 'nobody is contacted').toEqual([])
          else if (speed === 'fast') await expect(parts.launcher).toBeVisible()

          const frames = await bannerInFrames(page)
          expect(frames.length).toBeGreaterThan(5)
          expect(frames.filter((shown) => shown !== isAsked)).toEqual([])
          expect(await layoutShifts(page)).toEqual([])
        })
      }
    }
  })
}
