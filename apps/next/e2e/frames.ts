import type { Page } from '@playwright/test'

/** What there was in one frame. */
interface Frame {
  readonly banner: boolean
  readonly page: boolean
}

type Recorded = Window & Record<symbol, readonly Frame[]>

/** Runs in the page before anything of the page does. */
export function recordFrames(): void {
  if (window !== window.top) return
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
  Object.assign(window, { [Symbol.for('frames')]: frames })
}

/** Whether the banner could be seen, in every frame until now from the first that had anything of the page in it. */
export async function bannerInFrames(page: Page): Promise<readonly boolean[]> {
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  const frames = await page.evaluate(() => (window as unknown as Recorded)[Symbol.for('frames')] ?? [])
  const first = frames.findIndex((frame) => frame.banner || frame.page)
  return frames.slice(first).map(({ banner }) => banner)
}
