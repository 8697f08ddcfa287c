import { expect, test } from './fixtures.ts'

test('what appears does so with a movement, and without any for a visitor who wants none', async ({
  page,
  visit,
  parts,
}) => {
  await visit()
  await expect(parts.banner).toHaveCSS('animation-name', 'none')
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await expect(parts.banner).toHaveCSS('animation-name', 'askfirst-appear')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await parts.start.press('Enter')
  await expect(parts.question).toBeFocused()
  await parts.choose.press('Enter')
  await expect(parts.preferences).toBeFocused()
  const moving = await page.evaluate(() =>
    Array.from(document.querySelectorAll('[data-askfirst], [data-askfirst] *'))
      .filter((element) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element)
        return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth'
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 80)),
  )
  expect(moving).toEqual([])
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
})
