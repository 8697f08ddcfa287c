import { expect } from '@playwright/test'
import type { Traffic } from '@askfirst/testing/playwright'
import type { Parts } from './parts.ts'
import type { Service, Vendor } from './vendors.ts'

/** How often the vendor's first script was fetched. */
export function loadsOf({ log }: Service, { loader }: Vendor): number {
  return log.filter(({ url }) => url === loader).length
}

/** A vendor that never gets ready has come as far as it will: Kayako's empty frame, or the call for Kustomer's SDK. */
export async function expectStuck({ frame }: Parts, { entries }: Traffic): Promise<void> {
  const isStuck = async () => (await frame.count()) > 0 || entries.some(({ url }) => url.endsWith('/core.js'))
  await expect.poll(isStuck).toBe(true)
}
