import { expect } from '@playwright/test'
import type { Locator } from '@playwright/test'

/**
 * Presses Tab so many times, each press as soon as the page has taken the one before, and returns what `look` sees of
 * this part of the page after each. A round trip for every press would take four times the work.
 */
export async function pressOften<Seen>(
  part: Locator,
  key: 'Tab' | 'Shift+Tab',
  times: number,
  look: (part: HTMLElement) => Seen,
): Promise<readonly Seen[]> {
  const page = part.page()
  const browser = await page.context().newCDPSession(page)
  const looking = await page.evaluateHandle<(element: HTMLElement) => Seen>(`(${String(look)})`)
  const seen = await part.evaluateHandle((element: HTMLElement, lookAt) => {
    const seenSoFar: Seen[] = []
    onkeyup = () => seenSoFar.push(lookAt(element))
    return seenSoFar
  }, looking)
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, modifiers: key === 'Tab' ? 0 : 8 }
  const presses = Array.from({ length: times }, () => [
    browser.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...tab }),
    browser.send('Input.dispatchKeyEvent', { type: 'keyUp', ...tab }),
  ])
  await Promise.all(presses.flat())
  await browser.detach()
  const all = await seen.evaluate((list) => {
    onkeyup = null
    return list
  })
  expect(all, 'the page has seen every press').toHaveLength(times)
  return all
}
