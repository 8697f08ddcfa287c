import type { Page } from '@playwright/test'

interface Heard extends Window {
  heard?: string[]
}

/**
 * Writes down from now on what a screen reader says by itself: each message of a live region, and what gets the focus.
 * What would be missed is marked: a status that came together with its text, or whose text came while it was hidden.
 */
export async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const heard: string[] = ((window as Heard).heard = [])
    const live = '[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive]'
    const last = new Map<Element, string>()
    for (const region of document.querySelectorAll(live)) last.set(region, region.textContent.trim())

    function hear(region: Element, uncovered: readonly Node[]): void {
      const text = region.textContent.trim()
      const before = last.get(region)
      if (text === (before ?? '')) return
      last.set(region, text)
      if (!text) return
      const role = region.getAttribute('role') ?? 'live'
      const isMissed =
        region.closest('[aria-hidden=true], [inert]') !== null ||
        uncovered.some((node) => node.contains(region)) ||
        (before === undefined && role !== 'alert')
      heard.push(`${role}: ${text}${isMissed ? ' (missed)' : ''}`)
    }

    new MutationObserver((records) => {
      // Hidden until now: for a screen reader the region has only just come.
      const uncovered = records.filter(({ oldValue }) => oldValue === 'true').map(({ target }) => target)
      for (const { target, addedNodes } of records) {
        const around = (target instanceof Element ? target : target.parentElement)?.closest(live)
        if (around) hear(around, uncovered)
        for (const node of addedNodes) {
          if (!(node instanceof Element)) continue
          for (const region of [node, ...node.querySelectorAll('*')].filter((element) => element.matches(live))) {
            if (region.isConnected) hear(region, uncovered)
            // From now on it is there before its next text.
            if (!last.has(region)) last.set(region, '')
          }
        }
      }
    }).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['aria-hidden'],
      attributeOldValue: true,
    })

    document.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof HTMLElement)) return
      const named = target.getAttribute('aria-labelledby')
      const label = named ? document.getElementById(named)?.textContent : null
      heard.push(`focus: ${target.title || target.ariaLabel || label || target.textContent.trim().slice(0, 60)}`)
    })
  })
  /** What was heard since the last call. */
  return () => page.evaluate(() => (window as Heard).heard?.splice(0) ?? [])
}
