import type { BrowserContext, Cookie, Page } from '@playwright/test'

/** The record's cookie. Throws while there is none. */
export async function storedRecord(context: BrowserContext): Promise<Cookie> {
  const cookies = await context.cookies()
  const record = cookies.find(({ name }) => name === 'askfirst')
  if (!record) throw new Error(`There is no record, only ${cookies.map(({ name }) => name).join(', ') || 'no cookie'}.`)
  return record
}

/** Forgets what is kept for the visitor of the page, so that the next visit is a first one. */
export async function forgetVisitor(page: Page): Promise<void> {
  await page.context().clearCookies()
  await page.evaluate(() => localStorage.clear())
}
