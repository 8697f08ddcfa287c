import type { Locator, Page } from '@playwright/test'
import { coloursOf } from './colours.ts'
import { expect, test } from './fixtures.ts'
import { throughEveryMoment } from './moments.ts'

/** What takes the shop's colours off our parts, which leaves our own. */
async function themeless(page: Page): Promise<string> {
  const names = await page.evaluate(() =>
    Array.from(document.styleSheets, ({ cssRules }) => Array.from(cssRules))
      .flat()
      .flatMap((rule) =>
        rule.cssText.startsWith(':root {') ? (rule.cssText.match(/--askfirst-[a-z-]+(?=:)/g) ?? []) : [],
      ),
  )
  expect(names).toContain('--askfirst-background')
  return `:root { ${names.map((name) => `${name}: revert-layer;`).join(' ')} }`
}

/** What moves on the page, or would if it changed. */
function moving(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll('[data-askfirst], [data-askfirst] *'))
      .filter((element) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element)
        return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth'
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 80))
      .concat(document.getAnimations().map(({ id, playState }) => `animation ${id}: ${playState}`)),
  )
}

const schemes = [
  ['light', { colorScheme: 'light', forcedColors: 'none' }],
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
  ['forced colours', { colorScheme: 'dark', forcedColors: 'active' }],
] as const

test('text is read, buttons are told from what they stand on, and the focus is seen, in every scheme; nothing moves for who wants no motion', async ({
  page,
  visit,
  parts,
  service,
}) => {
  let without: string | undefined
  const counts = { light: 0, dark: 0, 'forced colours': 0 }

  /** Looks at the colours that are on the page now. */
  async function look(part: Locator, scheme: keyof typeof counts, moment: string, styles?: string): Promise<void> {
    const { texts, edges, marks } = await coloursOf(part, styles)
    // The cross is a sign by itself; only what has no colour of its own needs an edge everywhere.
    const bare = edges.filter(({ what }) => scheme === 'forced colours' || what !== 'button “×”')
    const faint = {
      texts: texts.filter(({ ratio }) => ratio < 4.5),
      edges: bare.filter(({ ratio }) => ratio < 3),
      focus: marks.filter(({ ratio }) => ratio < 3),
    }
    expect.soft(faint, `${scheme}: ${moment}`).toEqual({ texts: [], edges: [], focus: [] })
    counts[scheme] += marks.length
  }

  await throughEveryMoment({ page, visit, parts, service }, async (part, moment) => {
    without ??= await themeless(page)
    expect.soft(await moving(page), `movement: ${moment}`).toEqual([])
    if (moment === 'banner') {
      // Without that wish it does.
      await page.emulateMedia({ reducedMotion: 'no-preference' })
      await expect(part).toHaveCSS('animation-name', 'askfirst-appear')
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await expect(part).toHaveCSS('animation-name', 'none')
    }
    for (const [scheme, media] of schemes) {
      await page.emulateMedia(media)
      await look(part, scheme, moment)
      if (scheme !== 'forced colours') await look(part, scheme, `${moment}, without the theme`, without)
      if (moment === 'preferences') {
        // Where no colour tells a tick from none, the browser's own sign does.
        await expect(parts.preferences.getByRole('checkbox').first()).toHaveCSS('appearance', 'auto')
      }
    }
  })
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(25)
})
