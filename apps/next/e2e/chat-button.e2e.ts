import { expect, test } from './fixtures.ts'
import { holdScripts, isHydrated } from './scripts.ts'

test.use({ viewport: { width: 360, height: 740 } })

test("the chat's button comes when it can be pressed, above the banner, and does not jump", async ({
  page,
  context,
  parts,
}) => {
  for (const path of ['/', '/parcel']) {
    await test.step(path, async () => {
      const { release } = await holdScripts(context)
      await page.goto(path, { waitUntil: 'commit' })
      await expect(parts.banner).toBeVisible()
      await expect(parts.start).toBeHidden()
      await page.evaluate(() => {
        const tops = new Set<number>()
        Object.assign(document.documentElement, { tops })
        const look = (): void => {
          const button = document.querySelector('[data-askfirst=chat-trigger]')
          if (button?.checkVisibility({ visibilityProperty: true })) tops.add(button.getBoundingClientRect().top)
          nextFrame()
        }
        // Once the frame is painted, so that all is counted in that belongs to it.
        const nextFrame = (): void => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', look)
          port1.start()
          requestAnimationFrame(() => port2.postMessage(0))
        }
        nextFrame()
      })
      release()
      await isHydrated(page)
      await expect(parts.start).toBeVisible()
      const [button, banner] = [await parts.start.boundingBox(), await parts.banner.boundingBox()]
      expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual(banner?.y ?? 0)
      const tops = await page.evaluate(() => [...(document.documentElement as unknown as { tops: Set<number> }).tops])
      expect(tops).toEqual([button?.y])
    })
  }
})
