import { serializeRecord } from '@askfirst/core'
import { expect, test } from './fixtures.ts'
import { bannerInFrames } from './frames.ts'
import { storedRecord, storedText } from './records.ts'
import { holdScripts, isHydrated, setSpeed, settles } from './scripts.ts'
import { pages } from './visitors.ts'

const loader = 'https://acme.kayakocdn.com/messenger'

for (const { kind, path } of pages) {
  test.describe(`on the ${kind} page`, () => {
    test('a refusal pressed before any script file has come is stored at once', async ({
      page,
      context,
      traffic,
      parts,
    }) => {
      const { release } = await holdScripts(context)
      await page.goto(path, { waitUntil: 'commit' })
      await parts.reject.click()
      const pressed = await storedRecord(context)
      expect(pressed.categories.get('functional')?.decision).toBe('denied')
      expect(pressed.surface).toBe('banner')
      await expect(parts.banner).toBeHidden()

      release()
      await isHydrated(page)
      await expect(parts.banner).toBeHidden()
      expect(await storedRecord(context), 'the store has taken it over as it was').toEqual(pressed)
      expect(traffic.entries).toEqual([])
    })

    test('an acceptance pressed before any script file has come is stored at once, and then loads the chat', async ({
      page,
      context,
      service,
      parts,
    }) => {
      const { release } = await holdScripts(context)
      await page.goto(path, { waitUntil: 'commit' })
      await parts.accept.click()
      const pressed = await storedRecord(context)
      expect(pressed.categories.get('functional')?.decision).toBe('granted')
      await expect(parts.banner).toBeHidden()
      expect(service.log, 'a grant alone loads nothing').toEqual([])

      release()
      await isHydrated(page)
      await expect(parts.launcher).toBeVisible()
      await expect(parts.banner).toBeHidden()
      expect(await storedRecord(context)).toEqual(pressed)
      expect(service.log.filter(({ url }) => url === loader)).toHaveLength(1)
    })

    test.describe('and none ever comes', () => {
      test.use({ expectedComplaints: /^Failed to load resource: net::ERR_TIMED_OUT/ })

      for (const answer of ['reject', 'accept'] as const) {
        test(`what was said (${answer}) survives a reload`, async ({ page, context, parts }) => {
          await setSpeed(context, 'never')
          await page.goto(path, { waitUntil: 'commit' })
          await parts[answer].click()
          const pressed = await storedText(context)
          expect(pressed).not.toBeNull()
          await page.reload({ waitUntil: 'commit' })
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          expect((await bannerInFrames(page)).filter(Boolean)).toEqual([])
          expect(await storedText(context)).toBe(pressed)
        })
      }
    })

    test('the keyboard finds the banner first, and its answer counts as well', async ({ page, context, parts }) => {
      const { release } = await holdScripts(context)
      await page.goto(path, { waitUntil: 'commit' })
      await expect(parts.banner).toBeVisible()
      await page.keyboard.press('Tab')
      await expect(parts.reject).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(parts.banner).toBeHidden()
      const pressed = await storedRecord(context)
      expect(pressed.categories.get('functional')?.decision).toBe('denied')
      release()
      await isHydrated(page)
      expect(await storedRecord(context)).toEqual(pressed)
    })
  })
}

test('who is asked again about something new answers before any script file has come, and keeps the same record', async ({
  page,
  context,
  remember,
  parts,
}) => {
  await page.goto('/')
  await parts.accept.click()
  const accepted = await storedRecord(context)
  const beforeTheChat = { ...accepted, disclosed: new Set<string>() }
  await page.goto('about:blank')
  await remember(serializeRecord(beforeTheChat))
  const { release } = await holdScripts(context)
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
for (const [i, pause] of [0, 40, 80, 120, 180, 300].entries()) {
  const { kind, path } = i % 2 ? pages[1] : pages[0]
  test(`a press ${pause} ms after the ${kind} page's script files have come is one decision`, async ({
    page,
    context,
    parts,
  }) => {
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
