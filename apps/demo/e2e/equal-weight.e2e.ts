import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { forgetVisitor } from './stored-record.ts'

/** Everything by which one button can outweigh another, its size, and whether all of it is in the window. */
function weightOf(button: Locator) {
  return button.evaluate((element) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    const properties = [
      'font',
      'letter-spacing',
      'text-transform',
      'text-decoration',
      'color',
      'background',
      'border',
      'border-radius',
      'padding',
      'outline',
      'box-shadow',
      'opacity',
      'filter',
      'transform',
      'cursor',
    ]
    return {
      width,
      height,
      isInView: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
      look: {
        element: element.localName,
        parent: element.parentElement?.dataset['askfirst'],
        ...Object.fromEntries(properties.map((name) => [name, style.getPropertyValue(name)])),
      },
    }
  })
}

async function expectEqualWeight(yes: Locator, no: Locator): Promise<void> {
  await expect(yes).toBeVisible()
  await expect(no).toBeVisible()
  // In a window that has just become narrower, what is in the page has moved down.
  await yes.scrollIntoViewIfNeeded()
  // And the question follows the banner's new height a frame later.
  await expect.poll(async () => [(await weightOf(yes)).isInView, (await weightOf(no)).isInView]).toEqual([true, true])
  const [ofYes, ofNo] = [await weightOf(yes), await weightOf(no)]
  expect(ofNo.look).toEqual(ofYes.look)
  expect(Math.abs(ofNo.width - ofYes.width)).toBeLessThanOrEqual(1)
  expect(Math.abs(ofNo.height - ofYes.height)).toBeLessThanOrEqual(1)
}

const windows = [
  { width: 1280, height: 720 },
  { width: 320, height: 640 },
] as const

test('yes and no are the same element in the same size and look, and one step each, wherever both are offered', async ({
  page,
  visit,
  parts,
}) => {
  async function expectEqualEverywhere(yes: Locator, no: Locator): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const viewport of windows) {
        await page.setViewportSize(viewport)
        await test.step(`${colorScheme}, ${viewport.width} × ${viewport.height}`, () => expectEqualWeight(yes, no))
      }
    }
  }

  await visit()
  await test.step('the banner', () => expectEqualEverywhere(parts.accept, parts.reject))
  await test.step('the preferences', async () => {
    await parts.choose.click()
    const yes = parts.preferences.getByRole('button', { name: 'Allow all' })
    const no = parts.preferences.getByRole('button', { name: 'Allow none' })
    await expectEqualEverywhere(yes, no)
    await page.keyboard.press('Escape')
  })
  await test.step('the question', async () => {
    await parts.start.click()
    await expectEqualEverywhere(parts.allow, parts.notNow)
    await parts.notNow.click()
  })
  await test.step('one step each', async () => {
    await parts.reject.click()
    await expect(parts.banner).toBeHidden()
    await forgetVisitor(page)
    await visit()
    await parts.accept.click()
    await expect(parts.banner).toBeHidden()
  })
})

test('in a window 320 pixels wide no page is wider, with the banner, the question or the preferences open', async ({
  page,
  visit,
  parts,
}) => {
  const widthOf = () => page.evaluate(() => document.documentElement.scrollWidth)
  await page.setViewportSize({ width: 320, height: 640 })
  await visit('/nowhere')
  for (const path of ['/nowhere', '/', '/products/monstera', '/basket', '/help', '/privacy']) {
    await test.step(path, async () => {
      if (path !== '/nowhere') await page.locator(`a[href="${path}"]`).first().click()
      await expect(page).toHaveURL(path)
      await expect(parts.banner).toBeVisible()
      expect(await widthOf(), path).toBe(320)
      await parts.start.click()
      await expect(parts.question).toBeVisible()
      expect(await widthOf(), `${path} with the question`).toBe(320)
      await page.keyboard.press('Escape')
    })
  }
  await parts.choose.click()
  await expect(parts.preferences).toBeVisible()
  expect(await widthOf()).toBe(320)
  const overflow = await parts.preferences.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  expect(overflow).toBe(0)
})
