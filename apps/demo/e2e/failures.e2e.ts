import type { BrowserContext } from '@playwright/test'
import { expect, forEachVendor, test } from './fixtures.ts'
import { expectStuck } from './loads.ts'
import { tracesOf, untouched } from './traces.ts'
import type { Behaviour } from './vendors.ts'

/** Past the 15 seconds that a load may take, and past the removal of what it has left. */
const tooLong = 25_000

const words = {
  blocked: 'The chat did not load. Something in this browser or network blocks it.',
  offline: 'The chat did not load, because you seem to be offline.',
  timeout: 'The chat takes too long to answer.',
  vendor: 'The chat did not start, because of a fault at its provider.',
} as const

/** An ad blocker's way; a real one answers for as long as it is there. */
async function block(context: BrowserContext, loader: string): Promise<() => Promise<void>> {
  await context.route(loader, (route) => route.abort('blockedbyclient'))
  return () => context.unroute(loader)
}

forEachVendor((vendor) => {
  test('a blocked loader is called blocked, and a second try succeeds without the blocker', async ({
    page,
    context,
    visit,
    parts,
  }) => {
    await visit()
    const unblock = await block(context, vendor.loader)
    await parts.start.click()
    await parts.allow.click()
    await expect(parts.alert).toContainText(words.blocked)
    await expect(parts.alert.locator('a[href^="mailto:"]')).toBeVisible()
    await expect.poll(() => tracesOf(page)).toEqual({ ...untouched, cookies: ['askfirst'] })

    await parts.retry.click()
    await expect(parts.alert, 'it fails as before').toContainText(words.blocked)
    await unblock()
    await parts.retry.click()
    await expect(parts.frame).toBeFocused()
    await expect(parts.message).toBeVisible()
    await expect(parts.alert).toHaveCount(0)
  })

  test('without a network the chat says so, and a second try succeeds with one', async ({ context, visit, parts }) => {
    await visit()
    await parts.start.click()
    await expect(parts.allow).toBeVisible()
    await context.setOffline(true)
    // What is answered by a test is answered offline as well.
    await context.route(vendor.loader, (route) => route.abort('internetdisconnected'))
    await parts.allow.click()
    await expect(parts.alert).toContainText(words.offline)
    await expect(parts.alert.locator('a[href^="mailto:"]')).toBeVisible()
    await context.setOffline(false)
    await context.unroute(vendor.loader)
    await parts.retry.click()
    await expect(parts.frame).toBeFocused()
    await expect(parts.message).toBeVisible()
  })

  test('a loader that never gets ready is given up after 15 seconds, and can be tried again', async ({
    page,
    visit,
    traffic,
    parts,
    service,
  }) => {
    await page.clock.install()
    await visit()
    await service.behave('never-ready')
    await parts.start.click()
    await parts.allow.click()
    await expect(parts.progress).toBeFocused()
    await expect(parts.progress).toHaveAttribute('aria-busy', 'true')
    await expectStuck(parts, traffic)
    await page.clock.runFor(tooLong)
    await expect(parts.alert).toContainText(words.timeout)
    await expect(parts.alert.locator('a[href^="mailto:"]')).toBeVisible()
    await service.behave('works')
    await parts.retry.click()
    await expect(parts.frame).toBeFocused()
    await expect(parts.message).toBeVisible()
    await expect(parts.frame).toHaveCount(1)
  })

  test('a load can be cancelled, and starts again with a click', async ({ page, visit, traffic, parts, service }) => {
    await visit()
    await service.behave('never-ready')
    await parts.start.click()
    await parts.allow.click()
    await expectStuck(parts, traffic)
    await parts.cancel.click()
    // What is still on its way is waited for, five seconds at most.
    await expect(parts.start).toBeFocused({ timeout: 12_000 })
    await expect.poll(() => tracesOf(page)).toEqual({ ...untouched, cookies: ['askfirst'] })
    await service.behave('works')
    await parts.start.click()
    await expect(parts.frame).toBeFocused()
    await expect(parts.message).toBeVisible()
  })

  const faults = [
    ['answers with an error', 'fails', words.blocked],
    ['throws', 'throws', words.vendor],
  ] as const satisfies readonly (readonly [string, Behaviour, string])[]
  for (const [fault, behaviour, said] of faults) {
    test.describe(fault, () => {
      test.use({ expectedErrors: /told to throw/ })

      test(`a loader that ${fault} is said to have failed, and can be tried again`, async ({
        visit,
        parts,
        service,
      }) => {
        await visit()
        await service.behave(behaviour)
        await parts.start.click()
        await parts.allow.click()
        await expect(parts.alert).toContainText(said)
        await expect(parts.alert.locator('a[href^="mailto:"]')).toBeVisible()
        await service.behave('works')
        await parts.retry.click()
        await expect(parts.frame).toBeFocused()
        await expect(parts.message).toBeVisible()
      })
    })
  }

  test('a visitor who said yes to everything hears of a failure only when they ask for the chat', async ({
    context,
    visit,
    parts,
    acceptAll,
  }) => {
    await visit()
    const unblock = await block(context, vendor.loader)
    const failed = context.waitForEvent('requestfailed')
    await acceptAll()
    await failed
    await expect(parts.start).toBeVisible()
    await expect(parts.start).not.toHaveAttribute('aria-busy')
    await expect(parts.alert).toHaveCount(0)
    await parts.start.click()
    await expect(parts.alert).toContainText(words.blocked)
    await unblock()
    await parts.retry.click()
    await expect(parts.frame).toBeFocused()
    await expect(parts.message).toBeVisible()
  })
})
