import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures.ts'

/** Everything by which one button can outweigh another. */
function weightOf(button: Locator) {
  return button.evaluate((element) => {
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
      element: element.localName,
      parent: element.parentElement?.dataset['askfirst'],
      ...Object.fromEntries(properties.map((name) => [name, style.getPropertyValue(name)])),
    }
  })
}

async function expectEqualWeight(yes: Locator, no: Locator): Promise<void> {
  await expect(yes).toBeVisible()
  await expect(no).toBeVisible()
  expect(await weightOf(no)).toEqual(await weightOf(yes))
  const [yesBox, noBox] = [await yes.boundingBox(), await no.boundingBox()]
  expect(Math.abs((noBox?.width ?? 0) - (yesBox?.width ?? Infinity))).toBeLessThanOrEqual(1)
  expect(Math.abs((noBox?.height ?? 0) - (yesBox?.height ?? Infinity))).toBeLessThanOrEqual(1)
}

const schemes = ['light', 'dark'] as const
const windows = [
  { width: 1280, height: 720 },
  { width: 320, height: 640 },
] as const

for (const colorScheme of schemes) {
  for (const viewport of windows) {
    test.describe(`${colorScheme}, ${viewport.width} × ${viewport.height}`, () => {
      test.use({ colorScheme, viewport })

      test('yes and no are the same element in the same size and look, wherever both are offered', async ({
        page,
        visit,
        parts,
      }) => {
        await visit()
        await expectEqualWeight(parts.accept, parts.reject)
        await expect(parts.accept).toBeInViewport({ ratio: 1 })
        await expect(parts.reject).toBeInViewport({ ratio: 1 })

        await parts.choose.click()
        const yes = parts.preferences.getByRole('button', { name: 'Allow all' })
        const no = parts.preferences.getByRole('button', { name: 'Allow none' })
        await expectEqualWeight(yes, no)
        await page.keyboard.press('Escape')

        await parts.start.click()
        await expectEqualWeight(parts.allow, parts.notNow)
      })
    })
  }
}

test('yes and no take the same number of steps: one', async ({ visit, parts, context }) => {
  await visit()
  await parts.reject.click()
  await expect(parts.banner).toBeHidden()
  await context.clearCookies()
  await visit()
  await parts.accept.click()
  await expect(parts.banner).toBeHidden()
})

test.describe('in a window 320 pixels wide', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('no page is wider than the window, with the banner, the question or the preferences open', async ({
    page,
    visit,
    parts,
  }) => {
    const widthOf = () => page.evaluate(() => document.documentElement.scrollWidth)
    for (const path of ['/', '/products/monstera', '/basket', '/help', '/privacy', '/nowhere']) {
      await visit(path)
      await expect(parts.banner).toBeVisible()
      expect(await widthOf(), path).toBe(320)
      await parts.start.click()
      await expect(parts.question).toBeVisible()
      expect(await widthOf(), `${path} with the question`).toBe(320)
    }
    await page.keyboard.press('Escape')
    await parts.choose.click()
    await expect(parts.preferences).toBeVisible()
    expect(await widthOf()).toBe(320)
    const overflow = await parts.preferences.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
    expect(overflow).toBe(0)
  })
})
