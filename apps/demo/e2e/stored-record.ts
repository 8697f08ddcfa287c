import type { BrowserContext, Cookie } from '@playwright/test'

/** The record's cookie. Throws while there is none. */
export async function storedRecord(context: BrowserContext): Promise<Cookie> {
  const cookies = await context.cookies()
  const record = cookies.find(({ name }) => name === 'askfirst')
  if (!record) throw new Error(`There is no record, only ${cookies.map(({ name }) => name).join(', ') || 'no cookie'}.`)
  return record
}
