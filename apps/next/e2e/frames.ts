import type { Page } from '@playwright/test'

/** What there was in one frame. */
interface Frame {
  readonly banner: boolean
  readonly page: boolean
}

type Recorded = Window & Record<symbol, readonly Frame[]>

/** From the next visit on. Only where it is asked for: a page that draws every frame is never idle. */
export function recordFrames(page: Page): Promise<unknown> {
  return page.addInitScript(recordInPage)
}

function recordInPage(): void {
  const key = Symbol.for('frames')
  if (window !== window.top || key in window) return
  const frames: Frame[] = []
  const isShown = (selector: string): boolean => {
    const element = document.querySelector(selector)
    const isVisible = element?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) === true
    return isVisible && element.getBoundingClientRect().height > 0
  }
  const look = (): void => {
    frames.push({ banner: isShown('[data-askfirst="banner"]'), page: isShown('header') })
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  Object.assign(window, { [key]: frames })
}

/** Whether the banner could be seen, in every frame until now from the first that had anything of the page in it. */
export async function bannerInFrames(page: Page): Promise<readonly boolean[]> {
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  const frames = await page.evaluate(() => {
    const recorded = (window as unknown as Recorded)[Symbol.for('frames')] ?? []
    const first = recorded.findIndex((frame) => frame.banner || frame.page)
    // As text: a list of hundreds is slow on its way.
    return recorded
      .slice(first)
      .map(({ banner }) => (banner ? 'B' : '-'))
      .join('')
  })
  return frames.split('').map((frame) => frame === 'B')
}

/** Waits until some frames more have been drawn. They are counted, since a busy machine draws few in a given time. */
export async function framesPass(page: Page): Promise<void> {
  await page.waitForFunction(
    (from) => ((window as unknown as Recorded)[Symbol.for('frames')] ?? []).length > from + 15,
    (await bannerInFrames(page)).length,
  )
}

/** Waits for some frames, whatever there is to see in them: they are drawn once the stylesheet has come. */
export function framesAreDrawn(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame)
  })
}
