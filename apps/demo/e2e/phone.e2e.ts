import type { CDPSession, Locator } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { linesAbove } from './legible.ts'
import { throughEveryMoment } from './moments.ts'

const portrait = { width: 390, height: 844 }

test.use({ viewport: portrait, hasTouch: true, isMobile: true })

/** A finger that lies on the element and moves up. */
async function swipeUp(session: CDPSession, on: Locator): Promise<void> {
  const box = await on.boundingBox()
  if (!box) throw new Error('The element is not on the page.')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', up = 0) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: y - up }] })
  await touch('touchStart')
  for (let up = 20; up <= 240; up += 20) {
    await touch('touchMove', up)
    await on.page().evaluate(() => new Promise(requestAnimationFrame))
  }
  await touch('touchEnd')
}

async function expectWithin(part: Locator, safe: Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>) {
  const { left, top, right, bottom } = await part.evaluate((element) => element.getBoundingClientRect().toJSON())
  const outside = [left < safe.left, top < safe.top, right > safe.right, bottom > safe.bottom]
  expect.soft(outside, JSON.stringify({ left, top, right, bottom })).toEqual([false, false, false, false])
}

const holds = [
  ['upright', portrait, { top: 59, right: 0, bottom: 34, left: 0 }],
  ['on its side', { width: 844, height: 390 }, { top: 0, right: 59, bottom: 21, left: 59 }],
] as const

test('nothing lies under a notch, the page scrolls behind the banner, from the banner too, its links still work, and what is typed stays in view', async ({
  page,
  context,
  visit,
  parts,
}) => {
  await visit('/')
  await expect(parts.banner).toBeVisible()
  const session = await context.newCDPSession(page)

  for (const [held, window, insets] of holds) {
    await test.step(`held ${held}: nothing lies under a notch or the bar below, and the question can be read`, async () => {
      await page.setViewportSize(window)
      await session.send('Emulation.setSafeAreaInsetsOverride', { insets })
      const [right, bottom] = [window.width - insets.right, window.height - insets.bottom]
      const isSafe = (part: Locator) => expectWithin(part, { ...insets, right, bottom })
      await isSafe(parts.banner)
      await isSafe(parts.start)
      await parts.choose.tap()
      await expect(parts.preferences).toBeVisible()
      await parts.preferences.getByText('of 2 allowed').tap()
      await parts.preferences.getByText('About Kayako').tap()
      await isSafe(parts.preferences)
      await page.keyboard.press('Escape')
      await parts.start.tap()
      await isSafe(parts.question)
      expect(await linesAbove(parts.question.locator('> [data-askfirst=actions]'))).toBeGreaterThan(3)
      await parts.notNow.tap()
    })
  }

  await page.setViewportSize(portrait)
  await session.send('Emulation.setSafeAreaInsetsOverride', { insets: { top: 0, right: 0, bottom: 0, left: 0 } })
  const scrolled = () => page.evaluate(() => scrollY)
  await swipeUp(session, page.getByRole('heading', { level: 1 }))
  await expect.poll(scrolled).toBeGreaterThan(100)
  const first = await scrolled()
  await swipeUp(session, parts.banner.getByRole('paragraph'))
  await expect.poll(scrolled).toBeGreaterThan(first + 100)
  await expect(parts.banner).toBeVisible()
  await page.evaluate(() => scrollTo(0, 0))
  await page.getByRole('navigation').getByRole('link', { name: 'Help' }).first().tap()
  await expect(page).toHaveURL(/\/help/)

  await test.step('a field that is typed into stays in view, above the banner and the chat, once the keyboard has shrunk the window', async () => {
    await expect(parts.banner).toBeVisible()
    await page.getByRole('main').evaluate((main) => {
      const field = Object.assign(document.createElement('input'), { ariaLabel: 'Your order' })
      const beginning = document.createElement('div')
      beginning.style.height = '500px'
      main.prepend(beginning, field)
    })
    const field = page.getByLabel('Your order')
    // What a keyboard leaves of this window.
    await page.setViewportSize({ width: portrait.width, height: 480 })
    await field.focus()
    await page.keyboard.type('4711')
    await expect(field).toBeInViewport({ ratio: 1 })
    const isCovered = await field.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return [0.05, 0.5, 0.95].some(
        (share) => document.elementFromPoint(left + width / 2, top + share * height) !== element,
      )
    })
    expect(isCovered).toBe(false)
  })
})

test('every control has a name and is big enough for a thumb, and answers lie within its reach', async ({
  page,
  visit,
  parts,
  service,
}) => {
  await throughEveryMoment({ page, visit, parts, service }, async (part, moment) => {
    const nameless = (await part.ariaSnapshot()).match(
      /^\s*- (?:button|link|checkbox|textbox|dialog|region)(?! ").*$/gm,
    )
    expect.soft(nameless, moment).toBeNull()
    const small = await part.evaluate((root) => {
      const controls = 'a[href], button, input, summary'
      return [root, ...root.querySelectorAll<HTMLElement>(controls)]
        .filter((control) => control.matches(controls) && control.checkVisibility())
        .flatMap((control) => {
          const { width, height } = (control.closest('label') ?? control).getBoundingClientRect()
          // Links in a sentence are as high as the sentence.
          const least = control.matches('[data-askfirst=actions] > button, [data-askfirst=close]') ? 44 : 24
          return width < least || height < least ? [`${control.outerHTML.slice(0, 80)}: ${width} × ${height}`] : []
        })
    })
    expect.soft(small, moment).toEqual([])
    for (const answer of await part.locator('[data-askfirst=actions] > button').all()) {
      const box = await answer.boundingBox()
      expect.soft(box?.y, moment).toBeGreaterThan(portrait.height / 2)
    }
  })
})
