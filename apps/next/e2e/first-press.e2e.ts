import { serializeRecord } from '@askfirst/core'
import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { bannerInFrames, recordFrames } from './frames.ts'
import { storedRecord, storedText } from './records.ts'
import { holdScripts, isHydrated, loseScripts, settles } from './scripts.ts'
import { pages } from './visitors.ts'

const loader = 'https://acme.kayakocdn.com/messenger'

const presses = [
  { answer: 'reject', by: 'keyboard', decision: 'denied' },
  { answer: 'accept', by: 'mouse', decision: 'granted' },
] as const

/** A visitor who has stored nothing but what was said, and to whom no script file comes, is not asked again. */
async function survivesReload(page: Page, context: BrowserContext): Promise<void> {
  const text = await storedText(context)
  await page.evaluate(() => [localStorage, sessionStorage].forEach((storage) => storage.clear()))
  await loseScripts(context)
  await recordFrames(page)
  await page.reload({ waitUntil: 'commit' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect((await bannerInFrames(page)).filter(Boolean)).toEqual([])
  expect(await storedText(context)).toBe(text)
}

for (const { kind, path } of pages) {
  test.describe(`on the ${kind} page`, () => {
    test.use({ expectedComplaints: /^Failed to load resource: net::ERR_TIMED_OUT/ })

    test('an answer pressed before any script file has come is stored at once, and counts from then on', async ({
      page,
      context,
      service,
      traffic,
      startOver,
      parts,
    }) => {
      for (const { answer, by, decision } of presses) {
        await test.step(`${answer} by ${by}`, async () => {
          await startOver()
          const { release } = await holdScripts(context)
          await page.goto(path, { waitUntil: 'commit' })
          if (by === 'mouse') await parts[answer].click()
          else {
            await expect(parts.banner).toBeVisible()
            await page.keyboard.press('Tab')
            await expect(parts[answer], 'the keyboard finds the banner first').toBeFocused()
            await page.keyboard.press('Enter')
          }
          const pressed = await storedRecord(context)
          const text = await storedText(context)
          expect(pressed.categories.get('functional')?.decision).toBe(decision)
          expect(pressed.surface).toBe('banner')
          await expect(parts.banner).toBeHidden()
          expect(service.log, 'a grant alone loads nothing').toEqual([])

          release()
          await isHydrated(page)
          if (answer === 'accept') await expect(parts.launcher).toBeVisible()
          await expect(parts.banner).toBeHidden()
          expect(await storedText(context), 'the store has taken it over as it was').toBe(text)
          if (answer === 'reject') expect(traffic.entries).toEqual([])
          else expect(service.log.filter(({ url }) => url === loader)).toHaveLength(1)
          await survivesReload(page, context)
        })
      }
    })
  })
}

test('who is asked again about something new answers before any script file has come, and keeps the same record', async ({
  page,
  context,
  remember,
  parts,
}) => {
  const { release } = await holdScripts(context)
  await page.goto('/', { waitUntil: 'commit' })
  await parts.accept.click()
  const accepted = await storedRecord(context)
  const beforeTheChat = { ...accepted, disclosed: new Set<string>() }
  await page.goto('about:blank')
  await remember(serializeRecord(beforeTheChat))
  await page.goto('/parcel', { waitUntil: 'commit' })
  await parts.reject.click()
  await expect(parts.banner).toBeHidden()
  const pressed = await storedRecord(context)
  expect(pressed.id).toBe(accepted.id)
  expect([...pressed.categories].map(([name, { decision }]) => [name, decision])).toEqual(
    expect.arrayContaining([
      ['functional', 'denied'],
      ['analytics', 'denied'],
    ]),
  )
  release()
  await isHydrated(page)
  expect(await storedRecord(context)).toEqual(pressed)
})

/** Milliseconds between the arrival of the script files and the press: before, within and after hydration. */
const pauses = [0, 40, 80, 120, 180, 300]

test('a press while the script files are at work is one decision, whenever it comes', async ({
  page,
  context,
  startOver,
  parts,
}) => {
  for (const [i, pause] of pauses.entries()) {
    const { kind, path } = i % 2 ? pages[1] : pages[0]
    await test.step(`${pause} ms after those of the ${kind} page have come`, async () => {
      await startOver()
      const { release } = await holdScripts(context)
      await page.goto(path, { waitUntil: 'commit' })
      await parts.reject.hover()
      release()
      await page.waitForTimeout(pause)
      await page.mouse.down()
      await page.mouse.up()
      await expect.poll(() => storedText(context)).not.toBeNull()
      const pressed = await storedText(context)
      await isHydrated(page)
      await settles(page)
      expect(await storedText(context), 'the same id, time and answers').toBe(pressed)
      await expect(parts.banner).toBeHidden()
    })
  }
})
