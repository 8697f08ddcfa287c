import type { BrowserContext, Page } from '@playwright/test'

/** Runs a function in the pages that are open, and in every document that loads from now on. Returns how to stop the latter. */
export async function inEveryPage(target: Page | BrowserContext, run: () => void): Promise<() => Promise<void>> {
  // Playwright hands back how to dispose of it since 1.60; before that it stays.
  const added: { dispose?: () => Promise<void> } | undefined = await target.addInitScript(run)
  await inOpenPages(target, run)
  return async () => added?.dispose?.()
}

/** Runs a function in the pages that are open. */
export async function inOpenPages(target: Page | BrowserContext, run: () => void): Promise<void> {
  for (const page of 'context' in target ? [target] : target.pages()) await page.evaluate(run)
}
