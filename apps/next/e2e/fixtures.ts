import { test as base, expect } from '@playwright/test'
import { setConsent, standInKayako, watchTraffic } from '@askfirst/testing/playwright'
import type { Consent, KayakoHost, KayakoSwitches, StandInHandle, Traffic } from '@askfirst/testing/playwright'
import { nextApp } from '../../../scripts/addresses.mjs'
import { collectComplaints } from './complaints.ts'
import { partsOf } from './parts.ts'
import type { Parts } from './parts.ts'

interface Options {
  /** Errors that a test provokes on purpose; every other one fails it. */
  readonly expectedComplaints: RegExp | null
}

interface Fixtures {
  /** The chat's service; nothing but it answers the vendor's addresses. */
  readonly service: StandInHandle<KayakoSwitches, KayakoHost>
  /** Starts that service. While it runs, every request is intercepted and no file is cached, so who needs no chat has none. */
  readonly startService: () => Promise<StandInHandle<KayakoSwitches, KayakoHost>>
  /** Everything that leaves this machine. */
  readonly traffic: Traffic
  /** Every error and warning that a page has written. */
  readonly complaints: readonly string[]
  readonly parts: Parts
  /** Gives the visitor a record from an earlier visit. */
  readonly remember: (record: Consent | null) => Promise<void>
  /** Makes the visitor somebody who was never here, and has contacted nobody: for the next visit of the same test. */
  readonly startOver: () => Promise<void>
}

export const test = base.extend<Options & Fixtures>({
  baseURL: nextApp.url,
  expectedComplaints: [null, { option: true }],
  service: ({ startService }, use) => startService().then(use),
  startService: ({ context }, use) =>
    // A page under Trusted Types refuses the `document.write` of the real loader.
    use(() => standInKayako(context, { subdomain: 'acme', replyDelay: 50, frame: 'dom' })),
  traffic: async ({ context }, use) => {
    const traffic = watchTraffic(context)
    await use(traffic)
    traffic.stop()
  },
  complaints: [
    async ({ context, traffic, expectedComplaints }, use) => {
      expect([context.pages(), traffic.entries], 'the counters are there before the page').toEqual([[], []])
      const complaints = await collectComplaints(context)
      await use(complaints)
      expect(
        complaints.filter((message) => !expectedComplaints?.test(message)),
        'no page has complained',
      ).toEqual([])
    },
    { auto: true },
  ],
  parts: ({ page }, use) => use(partsOf(page)),
  remember: ({ context, baseURL }, use) =>
    use(async (record) => {
      if (record) await setConsent(context, record, { url: baseURL })
    }),
  startOver: ({ page, context, baseURL, traffic }, use) =>
    use(async () => {
      const origin = new URL(baseURL ?? '').origin
      if (page.url().startsWith(origin)) await page.evaluate(() => sessionStorage.clear())
      await page.goto('about:blank')
      const session = await context.newCDPSession(page)
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
      await session.detach()
      await context.clearCookies()
      traffic.clear()
    }),
})

export { expect } from '@playwright/test'
