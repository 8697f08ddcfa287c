import type { Locator, Page } from '@playwright/test'
import { expect, forEachVendor, test } from './fixtures.ts'
import { pressOften } from './press-often.ts'
import { forgetVisitor } from './stored-record.ts'

/** More stops than any page of the shop has. */
const mostStops = 120

/** Walks with one key until the element has the focus. */
async function walkTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let stop = 0; stop < mostStops; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}

/** Where the focus is: `nowhere` if it was lost. */
function focusPlace(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement, body } = document
    return !activeElement || activeElement === body ? 'nowhere' : activeElement.localName
  })
}

interface Stop {
  readonly name: string
  readonly place: 'banner' | 'page' | 'nowhere'
  /** True when nothing of it can be seen, because something or the window's edge is over it. */
  readonly isCovered: boolean
}

/** Runs in the page. */
function currentStop(): Stop {
  const banner = document.querySelector('[data-askfirst="banner"]')
  const element = document.activeElement
  if (!banner || !element || element === document.body) return { name: '', place: 'nowhere', isCovered: false }
  const name = `${element.localName} "${element.textContent.trim().slice(0, 40)}"`
  if (banner.contains(element)) return { name, place: 'banner', isCovered: false }
  const parts = [0.05, 0.25, 0.5, 0.75, 0.95]
  const isSeen = [...element.getClientRects()].some(({ left, top, width, height }) =>
    parts.some((x) =>
      parts.some((y) => element.contains(document.elementFromPoint(left + x * width, top + y * height))),
    ),
  )
  return { name, place: 'page', isCovered: !isSeen }
}

/** Whether the page knows how high the banner is now: it hears of it a frame later, and first of all once it is idle. */
function isRoomKept(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const banner = document.querySelector('[data-askfirst="banner"]')
    const room = document.documentElement.style.getPropertyValue('--askfirst-banner-height')
    return banner !== null && room === `${banner.clientHeight}px`
  })
}

/** Walks with one key through the banner and over the whole page, until it is left, and returns the stops on the page. */
async function stopsOnPage(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<readonly Stop[]> {
  const stops: Stop[] = []
  while (stops.length < mostStops) {
    stops.push(...(await pressOften(page.locator('body'), key, 17, currentStop)))
    const off = stops.findIndex(({ place }) => place !== 'page')
    const first = stops.findIndex(({ place }, index) => index > off && place === 'page')
    const end = stops.findIndex(({ place }, index) => index > first && place !== 'page')
    if (off >= 0 && first > off && end > first) return stops.slice(first, end)
  }
  throw new Error(`${key} does not lead over the page: ${stops.map(({ name }) => name).join(', ')}`)
}

test('the banner and the preferences are answered by keyboard alone, and the focus is never lost', async ({
  page,
  visit,
  parts,
}) => {
  await visit()
  await expect(parts.banner).toBeVisible()

  await test.step('Tab reaches the banner first, and all of it, and then the page', async () => {
    for (const button of [parts.reject, parts.accept, parts.choose]) {
      await page.keyboard.press('Tab')
      await expect(button).toBeFocused()
    }
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
    await page.keyboard.press('Shift+Tab')
    await expect(parts.choose).toBeFocused()
  })

  for (const [opener, key] of [
    ['choose', 'Enter'],
    ['choices', 'Space'],
  ] as const) {
    await test.step(`the preferences open from "${opener}" by ${key}, keep the focus, and give it back on Escape`, async () => {
      await parts[opener].focus()
      await page.keyboard.press(key)
      await expect(parts.preferences).toBeVisible()
      const isInside = (dialog: HTMLElement): boolean => dialog.contains(document.activeElement)
      expect(await pressOften(parts.preferences, 'Tab', 12, isInside)).not.toContain(false)
      await page.keyboard.press('Escape')
      await expect(parts.preferences).toBeHidden()
      await expect(parts[opener]).toBeFocused()
    })
  }

  for (const answer of ['reject', 'accept'] as const) {
    await test.step(`${answer} by Enter leaves the focus in the content, not nowhere`, async () => {
      await walkTo(page, parts[answer])
      await page.keyboard.press('Enter')
      await expect(parts.banner).toBeHidden()
      await expect.poll(() => focusPlace(page)).toMatch(/^(?:main|h1)$/)
      await page.keyboard.press('Tab')
      expect(await focusPlace(page)).not.toBe('nowhere')
      await forgetVisitor(page)
      await visit()
      await expect(parts.banner).toBeVisible()
    })
  }

  await test.step('the preferences are ticked and saved, and the focus stays on the page', async () => {
    await walkTo(page, parts.choose)
    await page.keyboard.press('Enter')
    await expect(parts.preferences).toBeVisible()
    const functional = parts.preferences.getByRole('checkbox', { name: 'Functional' })
    await walkTo(page, functional)
    await page.keyboard.press('Space')
    await expect(functional).toBeChecked()
    await walkTo(page, parts.preferences.getByRole('button', { name: 'Save choices' }))
    await page.keyboard.press('Enter')
    await expect(parts.preferences).toBeHidden()
    await expect(parts.banner).toBeHidden()
    await expect.poll(() => focusPlace(page)).not.toBe('nowhere')
  })
})

forEachVendor(() => {
  test('the chat is started, allowed, used and closed by keyboard alone', async ({ page, visit, parts }) => {
    await visit()
    await expect(parts.banner).toBeVisible()
    // Backwards from the top is forwards to the end, where the chat stands.
    await walkTo(page, parts.start, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(parts.question).toBeFocused()
    await walkTo(page, parts.allow)
    await page.keyboard.press('Enter')
    await expect(parts.frame).toBeFocused()
    await expect(parts.message).toBeVisible()
    for (let stop = 0; stop < 6; stop++) {
      if (await parts.message.evaluate((field) => field === field.ownerDocument.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await expect(parts.message).toBeFocused()
    await page.keyboard.type('No mouse here')
    await page.keyboard.press('Enter')
    await expect(parts.conversation).toContainText('No mouse here')
    await page.keyboard.press('Escape')
    await expect(parts.message).toBeHidden()
    await expect(parts.launcher).toBeFocused()
  })
})

const desktop = { width: 1280, height: 720 }
const phone = { width: 320, height: 640 }
/** 1280 × 1024 at 400 %. */
const zoomed = { width: 320, height: 256 }

test('nothing that has the focus is covered, neither by the banner, also once its height has changed, nor by a question', async ({
  page,
  visit,
  parts,
}) => {
  for (const [path, ...windows] of [
    ['/privacy', desktop],
    ['/products/monstera', phone],
    ['/help', phone, zoomed],
    ['/', desktop, phone, zoomed],
  ] as const) {
    await visit(path)
    for (const { width, height } of windows) {
      await test.step(`${path} at ${width} × ${height}`, async () => {
        await page.setViewportSize({ width: 2 * width, height })
        await expect.poll(() => isRoomKept(page)).toBe(true)
        await page.setViewportSize({ width, height })
        await expect.poll(() => isRoomKept(page)).toBe(true)
        for (const key of path === '/' ? (['Tab', 'Shift+Tab'] as const) : (['Tab'] as const)) {
          const stops = await stopsOnPage(page, key)
          expect(stops.length).toBeGreaterThan(10)
          expect(stops.filter(({ isCovered }) => isCovered).map(({ name }) => name)).toEqual([])
        }
      })
    }
  }

  await test.step('a question that covers what gets the focus steps aside', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await parts.start.press('Enter')
    await expect(parts.question).toBeFocused()
    const link = parts.question.getByRole('button', { name: 'Privacy choices' })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(parts.preferences).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(link).toBeFocused()
    // Out at its beginning, and up the page.
    await page.keyboard.press('Shift+Tab')
    await expect(parts.choices).toBeFocused()
    await expect(parts.question).toBeHidden()
    await expect(parts.start).toBeVisible()
    expect((await page.evaluate(currentStop)).isCovered).toBe(false)
  })
})
