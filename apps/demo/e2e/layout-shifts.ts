import type { Page } from '@playwright/test'

/** Every layout shift since the page began, by its score. */
export function layoutShifts(page: Page): Promise<readonly number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value))
        }).observe({ type: 'layout-shift', buffered: true })
        // The observer is called only if there was one.
        requestAnimationFrame(() => setTimeout(() => resolve([]), 50))
      }),
  )
}
