import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { linesAbove, lostIn } from './legible.ts'
import { throughEveryMoment } from './moments.ts'
import { pressOften } from './press-often.ts'

/** What WCAG 1.4.12 lets a visitor set, in a sheet that beats every other. */
const spaced = `* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`

/** Walks through a part by Tab, and returns what of it was out of sight when it had the focus. */
async function unseenStops(part: Locator): Promise<readonly string[]> {
  const count = await part.locator('a[href], button, input, summary').count()
  await part.evaluate((element) => element.focus())
  const seen = await pressOften(part, 'Tab', count, (element) => {
    const { activeElement } = document
    if (!activeElement || !element.contains(activeElement)) return null
    const { left, top, width, height } = activeElement.getBoundingClientRect()
    const isSeen = [0.1, 0.5, 0.9].some((share) =>
      activeElement.contains(document.elementFromPoint(left + width / 2, top + share * height)),
    )
    return isSeen ? '' : activeElement.outerHTML
  })
  const inside = seen.filter((unseen) => unseen !== null)
  expect(inside.length, 'stops in the part').toBeGreaterThan(0)
  return inside.filter(Boolean)
}

const windows = [
  ['at 400 % zoom', { width: 320, height: 256 }, '/* As it is. */'],
  ['on a narrow phone with wide text spacing', { width: 320, height: 640 }, spaced],
] as const

test('at 400 % zoom and with wide text spacing everything can be read and pressed, nothing scrolls sideways, and the banner leaves room', async ({
  page,
  visit,
  parts,
  service,
}) => {
  await throughEveryMoment({ page, visit, parts, service }, async (part, moment) => {
    for (const [what, viewport, sheet] of windows) {
      await page.setViewportSize(viewport)
      const style = await page.addStyleTag({ content: sheet })
      await look(part, moment, `${moment} ${what}`)
      await style.evaluate((element) => element.parentElement?.removeChild(element))
    }
  })

  async function look(part: Locator, moment: string, where: string): Promise<void> {
    expect.soft(await lostIn(part), where).toEqual([])
    const [wide, sideways] = await part.evaluate(({ scrollWidth, clientWidth }) => [
      document.documentElement.scrollWidth,
      scrollWidth - clientWidth,
    ])
    expect.soft([wide, sideways], where).toEqual([320, 0])
    const answers = part.locator('> [data-askfirst=actions]')
    if ((await answers.count()) === 0) return
    expect.soft(await linesAbove(answers), `text: ${where}`).toBeGreaterThan(3)
    if (moment !== 'banner') return expect.soft(await unseenStops(part), `focus: ${where}`).toEqual([])
    const box = await part.boundingBox()
    const height = page.viewportSize()?.height ?? 0
    expect((box?.height ?? Infinity) / height, `most of the banner ${where}`).toBeLessThanOrEqual(0.61)
  }
})
