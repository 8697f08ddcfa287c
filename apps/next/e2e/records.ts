import { expect } from '@playwright/test'
import type { BrowserContext } from '@playwright/test'
import { parseRecord } from '@askfirst/core'
import type { ConsentRecord } from '@askfirst/core'

/** The cookie's text, or `null`. */
export async function storedText(context: BrowserContext): Promise<string | null> {
  const cookies = await context.cookies()
  return cookies.find(({ name }) => name === 'askfirst')?.value ?? null
}

/** The record that the browser keeps now. Fails while there is none. */
export async function storedRecord(context: BrowserContext): Promise<ConsentRecord> {
  const record = parseRecord(await storedText(context))
  expect(record, 'a record is stored').not.toBeNull()
  return record as ConsentRecord // as was just expected
}
