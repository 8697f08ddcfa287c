import type { Page } from '@playwright/test'
import { coloursOf } from './colours.ts'
import { expect, test } from './fixtures.ts'
import { throughEveryMoment } from './moments.ts'

/** Takes the shop's colours off our parts, which leaves our own, until the rest has run. */
async function withoutTheme(page: Page, run: () => Promise<void>): Promise<void> {
  const names = await page.evaluate(() =>
    Array.from(document.styleSheets, ({ cssRules }) => Array.from(cssRules))
      .flat()
      .flatMap((rule) =>
        rule.cssText.startsWith(':root {') ? (rule.cssText.match(/--askfirst-[a-z-]+(?=:)/g) ?? []) : [],
      ),
  )
  expect(names).toContain('--askfirst-background')
  const content = `:root { ${names.map((name) => `${name}: revert-layer;`).join(' ')} }`
  const style = await page.addStyleTag({ content })
  await run()
  await style.evaluate((element) => element.parentElement?.removeChild(element))
}

for (const [name, media] of [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { colorScheme: 'dark', forcedColors: 'active' }],
] as const) {
  test(`${name}: text is read, buttons are told from what they stand on, and the focus is seen`, async ({
    page,
    visit,
    parts,
    service,
  }) => {
    await page.emulateMedia(media)
    const isForced = 'forcedColors' in media
    let count = 0
    await throughEveryMoment({ page, visit, parts, service }, async (part, moment) => {
      async function look(): Promise<void> {
        const { texts, edges, marks } = await coloursOf(part)
        expect
          .soft(
            texts.filter(({ ratio }) => ratio < 4.5),
            `texts: ${moment}`,
          )
          .toEqual([])
        // The cross is a sign by itself; only what has no colour of its own needs an edge everywhere.
        const bare = edges.filter(({ what }) => isForced || what !== 'button “×”')
        expect
          .soft(
            bare.filter(({ ratio }) => ratio < 3),
            `edges: ${moment}`,
          )
          .toEqual([])
        expect
          .soft(
            marks.filter(({ ratio }) => ratio < 3),
            `focus: ${moment}`,
          )
          .toEqual([])
        count += marks.length
      }
      await look()
      if (!isForced) await withoutTheme(page, look)
      if (moment === 'preferences') {
        // Where no colour tells a tick from none, the browser's own sign does.
        await expect(parts.preferences.getByRole('checkbox').first()).toHaveCSS('appearance', 'auto')
      }
    })
    expect(count).toBeGreaterThan(25)
  })
}
