import { expect, test } from './fixtures.ts'
import { bannerInFrames, framesPass, recordFrames } from './frames.ts'
import { layoutShifts } from '../../demo/e2e/layout-shifts.ts'
import { holdScripts, isHydrated, loseScripts } from './scripts.ts'
import { pages, visitors } from './visitors.ts'

const failedFile = /^Failed to load resource: net::ERR_TIMED_OUT/

/** How the site's script files come. */
for (const speed of ['fast', 'late', 'never'] as const) {
  test.describe(`scripts: ${speed}`, () => {
    test.use({ expectedComplaints: speed === 'never' ? failedFile : null })

    for (const { name, record, isAsked } of visitors) {
      const what = isAsked ? 'is asked in every frame' : 'never sees the banner'
      test(`${name} ${what} of any page, and nothing shifts`, async ({
        page,
        context,
        remember,
        startService,
        traffic,
        parts,
      }) => {
        await recordFrames(page)
        // Also for the new visitor, who has none of the site's files: with it the browser keeps none.
        if (record !== 'reject-all') await startService()
        if (speed === 'never') await loseScripts(context)
        for (const { kind, path, heading } of pages) {
          await test.step(`the ${kind} page`, async () => {
            await remember(record)
            const scripts = speed === 'late' ? await holdScripts(context) : null
            // A page whose script files are late is not complete for long, but is to be seen all the same.
            await page.goto(path, { waitUntil: 'commit' })
            await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
            if (speed !== 'fast') await framesPass(page)
            scripts?.release()
            if (speed !== 'never') await isHydrated(page)
            if (kind === 'streaming' && speed !== 'never') await expect(page.getByText('brown tips')).toBeVisible()
            if (record !== 'accept-all') expect(traffic.entries, 'nobody is contacted').toEqual([])
            else if (speed === 'fast') await expect(parts.launcher).toBeVisible()

            const frames = await bannerInFrames(page)
            expect(frames.length).toBeGreaterThan(5)
            expect(frames.filter((shown) => shown !== isAsked)).toEqual([])
            expect(await layoutShifts(page)).toEqual([])
            const stored = await context.storageState()
            if (!record)
              expect(stored, 'so the next page meets a new visitor too').toEqual({ cookies: [], origins: [] })
          })
        }
      })
    }
  })
}
