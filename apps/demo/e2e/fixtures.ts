import { expect } from '@playwright/test'
import { consentTest, watchTraffic } from '@askfirst/testing/playwright'
import type { Traffic } from '@askfirst/testing/playwright'
import { shop } from '../../../scripts/addresses.mjs'
import { recordTraces } from './traces.ts'
import { partsOf } from './parts.ts'
import type { Parts } from './parts.ts'
import { vendors } from './vendors.ts'
import type { Service, Vendor } from './vendors.ts'

interface Options {
  /** The chat that the demo offers. */
  readonly vendor: Vendor
  /** Errors that a test provokes on purpose; every other one fails it. */
  readonly expectedErrors: RegExp | null
}

interface Fixtures {
  /** The chat's service; nothing but it answers the vendor's addresses. */
  readonly service: Service
  /** Everything that leaves this machine. */
  readonly traffic: Traffic
  /** Opens a page of the shop, as a visitor who typed its address; by default the one with the fewest pictures, which take their time. */
  readonly visit: (path?: string) => Promise<void>
  readonly parts: Parts
  /** Accepts everything, as a visitor whose hand then goes on. */
  readonly acceptAll: () => Promise<void>
  readonly pageErrors: void
}

export const test = consentTest.extend<Options & Fixtures>({
  baseURL: shop.url,
  vendor: [vendors[0] as Vendor, { option: true }],
  expectedErrors: [null, { option: true }],
  service: ({ context, vendor }, use) => vendor.standIn(context).then(use),
  traffic: async ({ context }, use) => {
    const traffic = watchTraffic(context)
    await use(traffic)
    traffic.stop()
  },
  visit: async ({ page, context, vendor, service, traffic }, use) => {
    expect([service.log, traffic.entries], 'the stand-in and the counters are there before the page').toEqual([[], []])
    await recordTraces(context, { selectors: ['[id^="kayako-"]', '[id^="kustomer-"]'] })
    await use(async (path = '/help') => {
      await page.goto(path + vendor.search)
    })
  },
  parts: ({ page, vendor }, use) => use(partsOf(page, vendor)),
  acceptAll: ({ page, parts }, use) =>
    use(async () => {
      await parts.accept.click()
      // Until the pointer moves, Chromium keeps its idle time back for another click.
      await page.mouse.move(1, 1)
      await page.mouse.move(2, 2)
    }),
  pageErrors: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = []
      context.on('weberror', (error) => errors.push(error.error().message))
      await use()
      expect(
        errors.filter((message) => !expectedErrors?.test(message)),
        'no error of the page goes uncaught',
      ).toEqual([])
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'

/** Runs the tests once for each vendor. */
export function forEachVendor(tests: (vendor: Vendor) => void): void {
  for (const vendor of vendors) {
    test.describe(vendor.name, () => {
      test.use({ vendor })
      tests(vendor)
    })
  }
}
