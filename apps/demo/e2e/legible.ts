import type { Locator } from '@playwright/test'

/** What of a part cannot be read or pressed, however it is scrolled: under something else, cut off, or beside the window. */
export function lostIn(part: Locator): Promise<readonly string[]> {
  return part.evaluate((root) => {
    const nameOf = (element: Element): string => `${element.localName} “${element.textContent.trim().slice(0, 40)}”`
    const lost: string[] = []

    /** Whether the middle of its first and its last line can both be brought into view. */
    function isSeen(element: HTMLElement): boolean {
      return (['start', 'end', 'center'] as const).some((block) => {
        element.scrollIntoView({ block, behavior: 'instant' })
        return [...element.getClientRects()].some(({ left, right, top, width, height }) => {
          const hit = document.elementFromPoint(left + width / 2, top + height / 2)
          return left >= 0 && right <= innerWidth && element.contains(hit)
        })
      })
    }

    for (const element of [root, ...root.querySelectorAll<HTMLElement>('*')]) {
      if (!(element instanceof HTMLElement) || !element.checkVisibility()) continue
      if (element.closest('[data-askfirst=visually-hidden], [data-hidden]')) continue
      const hasText = [...element.childNodes].some((node) => node instanceof Text && node.data.trim())
      if (!hasText && !element.matches('a, button, input, summary')) continue
      if (!isSeen(element)) lost.push(`${nameOf(element)} is covered`)
      const { overflowX, overflowY } = getComputedStyle(element)
      const isCut =
        (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) ||
        (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1)
      if (isCut) lost.push(`${nameOf(element)} is cut off`)
    }
    return lost
  })
}

/** Lines of text that are in view above the answers, once the part is scrolled to its beginning. */
export function linesAbove(answers: Locator): Promise<number> {
  return answers.evaluate((element) => {
    const part = element.parentElement ?? element
    part.scrollTop = 0
    const bottom = Math.min(element.getBoundingClientRect().top, part.getBoundingClientRect().bottom)
    return (bottom - part.getBoundingClientRect().top) / Number.parseFloat(getComputedStyle(part).lineHeight)
  })
}
