import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { linesAbove, lostIn } from './legible.ts'
import { throughEveryMoment } from './moments.ts'

/** What WCAG 1.4.12 lets a visitor set, in a sheet that beats every other. */
const spaced = `* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`

/** Walks through a part by Tab, and returns what of it was out of sight when it had the focus. */
async function unseenStops(part: Locator): Promise<readonly string[]> {
  const count = await part.locator('a[href], button, input, summary').count()
  const unseen: string[] = []
  await part.evaluate((element) => element.focus())
  for (let stop = 0; stop < count; stop++) {
    await part.page().keyboard.press('Tab')
    const name = await part.evaluate((element) => {
      const { activeElement } = document
      if (!activeElement || !element.contains(activeElement)) return null
      const { left, top, width, height } = activeElement.getBoundingClientRect()
      const isSeen = [0.1, 0.5, 0.9].some((share) =>
        activeElement.contains(document.elementFromPoint(left + width / 2, top + share * height)),
      )
      return isSeen ? null : activeElement.outerHTML
    })
    if (name) unseen.push(name)
  }
  return unseen
}

for (const [what, viewport, sheet] of [
  ['at 400 % zoom', { width: 320, height: 256 }, ''],
  ['on a narrow phone with wide text spacing', { width: 320, height: 640 }, spaced],
] as const) {
  test.describe(what, () => {
    test.use({ viewport })

    test(`everything can be read and pressed, nothing scrolls sideways, and the banner leaves room: ${what}`, async ({
      page,
      visit,
      parts,
      service,
    }) => {
      const journey = {
        page,
        parts,
        service,
        visit: async () => {
          await visit()
          if (sheet) await page.addStyleTag({ content: sheet })
        },
      }
      await throughEveryMoment(journey, async (part, moment) => {
        expect.soft(await lostIn(part), moment).toEqual([])
        const [wide, sideways] = await part.evaluate(({ scrollWidth, clientWidth }) => [
          document.documentElement.scrollWidth,
          scrollWidth - clientWidth,
        ])
        expect.soft([wide, sideways], moment).toEqual([320, 0])
        const answers = part.locator('> [data-askfirst=actions]')
        if ((await answers.count()) === 0) return
        expect.soft(await linesAbove(answers), `text: ${moment}`).toBeGreaterThan(3)
        if (moment !== 'banner') return expect.soft(await unseenStops(part), `focus: ${moment}`).toEqual([])
        const box = await part.boundingBox()
        expect((box?.height ?? Infinity) / viewport.height, 'most of the banner').toBeLessThanOrEqual(0.61)
      })
    })
  })
}
