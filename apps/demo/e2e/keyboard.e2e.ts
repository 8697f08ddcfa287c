import type { Locator, Page } from '@playwright/test'
import { expect, forEachVendor, test } from './fixtures.ts'

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

function currentStop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
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
  })
}

test('Tab reaches the banner first, and all of it, and then the page', async ({ page, visit, parts }) => {
  await visit()
  await expect(parts.banner).toBeVisible()
  for (const button of [parts.reject, parts.accept, parts.choose]) {
    await page.keyboard.press('Tab')
    await expect(button).toBeFocused()
  }
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(parts.choose).toBeFocused()
})

for (const answer of ['reject', 'accept'] as const) {
  test(`${answer} by Enter leaves the focus in the content, not nowhere`, async ({ page, visit, parts }) => {
    await visit()
    await expect(parts.banner).toBeVisible()
    await walkTo(page, parts[answer])
    await page.keyboard.press('Enter')
    await expect(parts.banner).toBeHidden()
    await expect.poll(() => focusPlace(page)).toMatch(/^(?:main|h1)$/)
    await page.keyboard.press('Tab')
    expect(await focusPlace(page)).not.toBe('nowhere')
  })
}

for (const [opener, key] of [
  ['choose', 'Enter'],
  ['choices', 'Space'],
] as const) {
  test(`the preferences open from "${opener}" by ${key}, keep the focus, and give it back on Escape`, async ({
    page,
    visit,
    parts,
  }) => {
    await visit()
    await expect(parts.banner).toBeVisible()
    await parts[opener].focus()
    await page.keyboard.press(key)
    await expect(parts.preferences).toBeVisible()
    for (let stop = 0; stop < 12; stop++) {
      await page.keyboard.press('Tab')
      expect(await parts.preferences.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true)
    }
    await page.keyboard.press('Escape')
    await expect(parts.preferences).toBeHidden()
    await expect(parts[opener]).toBeFocused()
  })
}

test('the preferences are ticked and saved by keyboard, and the focus stays on the page', async ({
  page,
  visit,
  parts,
}) => {
  await visit()
  await expect(parts.banner).toBeVisible()
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

for (const [width, height, paths] of [
  [1280, 720, ['/', '/privacy']],
  [320, 640, ['/', '/products/monstera', '/help']],
  // 1280 × 1024 at 400 %.
  [320, 256, ['/', '/help']],
] as const) {
  for (const path of paths) {
    test(`nothing that has the focus is covered, also once the banner's height has changed: ${path} at ${width} × ${height}`, async ({
      page,
      visit,
      parts,
    }) => {
      await page.setViewportSize({ width: 2 * width, height })
      await visit(path)
      await expect(parts.banner).toBeVisible()
      await page.setViewportSize({ width, height })
      for (const key of path === '/' ? ['Tab', 'Shift+Tab'] : ['Tab']) {
        const stops: Stop[] = []
        let hasLeftBanner = false
        for (let count = 0; count < mostStops; count++) {
          await page.keyboard.press(key)
          const stop = await currentStop(page)
          hasLeftBanner ||= stop.place === 'page'
          if (hasLeftBanner && stop.place !== 'page') break
          stops.push(stop)
        }
        expect(stops.filter(({ place }) => place === 'page').length).toBeGreaterThan(10)
        expect(stops.filter(({ isCovered }) => isCovered).map(({ name }) => name)).toEqual([])
      }
    })
  }
}

test('a question that covers what gets the focus steps aside', async ({ page, visit, parts }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await visit('/')
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
  expect((await currentStop(page)).isCovered).toBe(false)
})
