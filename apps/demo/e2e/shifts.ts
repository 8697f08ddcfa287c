import type { Page } from '@playwright/test'

/** How far each thing that shifted on the page has moved, since it began to load. */
export function shiftsOf(page: Page): Promise<readonly number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value))
        }).observe({ type: 'layout-shift', buffered: true })
        // The observer is called only if there was one.
        requestAnimationFrame(() => setTimeout(() => resolve([])))
      }),
  )
}
