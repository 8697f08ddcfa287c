import type { BrowserContext, Page } from '@playwright/test'
import { expect, forEachVendor, test } from './fixtures.ts'
import { expectStuck, loadsOf } from './loads.ts'
import { tracesOf, untouched } from './traces.ts'
import type { Behaviour } from './vendors.ts'

/** Past the 15 seconds that a load may take, and past the removal of what it has left. */
const tooLong = 25_000

const words = {
  blocked: 'The chat did not load. Something in this browser or network blocks it, or its provider does not answer.',
  csp: 'The chat did not load, because of a mistake in the settings of this site.',
  offline: 'The chat did not load, because you seem to be offline.',
  online: 'You are online again.',
  timeout: 'The chat takes too long to answer.',
  vendor: 'The chat did not start, because of a fault at its provider.',
  unavailable: 'The chat answered, but did not appear. It may not be switched on here.',
  storage: 'The chat did not start. This browser cannot store anything more for this site.',
} as const

/** The network's way, or an ad blocker's; a real one answers for as long as it is there. */
async function block(context: BrowserContext, loader: string, error = 'blockedbyclient'): Promise<() => Promise<void>> {
  await context.route(loader, (route) => route.abort(error))
  return () => context.unroute(loader)
}

/** Serves the shop with a policy of its own. */
async function serveWith(page: Page, policy: string): Promise<void> {
  await page.route(
    (url) => url.pathname === '/',
    async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } })
    },
  )
}

/** Leaves no room for another character, as a site does that never clears what it keeps. */
function fillStorage(): void {
  for (let size = 4_194_304; size >= 1; size = Math.floor(size / 2)) {
    try {
      for (let part = 0; ; part++) localStorage.setItem(`shop-${size}-${part}`, 'x'.repeat(size))
    } catch {
      // Full for this size.
    }
  }
}

forEachVendor((vendor) => {
  test('a vendor whose name is not found looks like a blocked one, and is told as either', async ({
    page,
    context,
    visit,
    parts,
  }) => {
    await visit()
    await block(context, vendor.loader, 'namenotresolved')
    await parts.start.click()
    await parts.allow.click()
    await expect(parts.alert).toBeFocused()
    await expect(parts.alert).toContainText(words.blocked)
    await expect(parts.alert.locator('a[href^="mailto:"]')).toBeVisible()
    for (let stop = 0; stop < 3; stop++) await page.keyboard.press('Tab')
    await expect(parts.retry).toBeFocused()
  })

  test('a loader that fails twice and then loads is asked once a try, and leaves nothing of the first two', async ({
    page,
    visit,
    parts,
    service,
  }) => {
    await visit()
    await service.behave('fails')
    await parts.start.click()
    await parts.allow.click()
    for (const attempt of [1, 2]) {
      await expect(parts.retry).toBeVisible()
      expect(loadsOf(service, vendor)).toBe(attempt)
      await expect.poll(() => tracesOf(page)).toEqual({ ...untouched, cookies: ['askfirst'] })
      if (attempt === 2) await service.behave('works')
      await parts.retry.click()
      await expect(parts.alert).toHaveCount(0)
    }
    await expect(parts.message).toBeVisible()
    await expect(parts.frame).toHaveCount(1)
    expect(loadsOf(service, vendor)).toBe(3)
    expect(service.openSockets().length).toBeLessThanOrEqual(1)
  })

  test('a loader that arrives after its time does not run into the next try', async ({
    page,
    context,
    visit,
    parts,
    service,
  }) => {
    await page.clock.install()
    await visit()
    const held: (() => void)[] = []
    await context.route(vendor.loader, async (route) => {
      await new Promise<void>((resolve) => held.push(resolve))
      await route.fallback()
    })
    await parts.start.click()
    await parts.allow.click()
    await expect.poll(() => held.length).toBe(1)
    await page.clock.runFor(tooLong)
    await expect(parts.alert).toContainText(words.timeout)
    await context.unroute(vendor.loader)
    await parts.retry.click()
    held[0]?.()
    await expect(parts.message).toBeVisible()
    await expect(parts.frame).toHaveCount(1)
    expect(service.log.filter(({ url }) => url.endsWith(vendor.next) || url.includes(`${vendor.next}?`)).length).toBe(1)
  })

  const policies = [
    ['the loader', "script-src 'self'", false],
    ['our Trusted Types policy', `require-trusted-types-for 'script'; trusted-types stand-in`, false],
    [
      'what the loader needs next',
      vendor.id === 'kayako' ? "script-src 'self' https://acme.kayakocdn.com" : "connect-src 'self'",
      true,
    ],
  ] as const
  for (const [refused, policy, isLate] of policies) {
    test.describe(refused, () => {
      test.use({ expectedErrors: /did not answer with settings/ })

      test(`refused by the site's policy is called a mistake of the site`, async ({ page, visit, parts }) => {
        await page.clock.install()
        await serveWith(page, policy)
        await visit('/')
        const refusal =
          isLate && page.waitForEvent('console', (line) => line.text().includes('Content Security Policy'))
        await parts.start.click()
        await parts.allow.click()
        await refusal
        if (isLate) await page.clock.runFor(tooLong)
        await expect(parts.alert).toContainText(words.csp)
        await expect(parts.alert.locator('a[href^="mailto:"]')).toBeVisible()
        await expect(parts.retry).toBeVisible()
      })
    })
  }

  test('a vendor that is ready but does not appear is said not to be switched on here', async ({
    page,
    visit,
    parts,
    service,
  }) => {
    await page.clock.install()
    await visit()
    await service.behave('unavailable')
    await parts.start.click()
    await parts.allow.click()
    // Time moves on when the vendor is ready, unless it has said by itself that it is switched off.
    await page.waitForFunction((name) => {
      const api: unknown = Reflect.get(window, name)
      const isReady = typeof api === 'object' && api !== null && ('visibility' in api || 'addListener' in api)
      return isReady || document.querySelector('[role="alert"]') !== null
    }, vendor.globals[0] ?? '')
    await page.clock.runFor(10_000)
    await expect(parts.alert).toContainText(words.unavailable)
    await expect(parts.alert.locator('a[href^="mailto:"]')).toBeVisible()
    await expect.poll(() => tracesOf(page)).toEqual({ ...untouched, cookies: ['askfirst'] })
    await service.behave('works')
    await parts.retry.click()
    await expect(parts.message).toBeVisible()
  })

  test.describe('full storage', () => {
    test.use({ expectedErrors: /exceeded the quota/ })

    test('a vendor that cannot do without storage is said to have failed where it is full', async ({
      page,
      visit,
      parts,
      service,
    }) => {
      await page.clock.install()
      await visit()
      await page.evaluate(fillStorage)
      await service.behave('needs-storage')
      const thrown = page.waitForEvent('pageerror')
      await parts.start.click()
      await parts.allow.click()
      await thrown
      await page.clock.runFor(tooLong)
      await expect(parts.alert).toContainText(words.storage)
      await expect(parts.alert.locator('a[href^="mailto:"]')).toBeVisible()
      await page.evaluate(() => localStorage.clear())
      await parts.retry.click()
      await expect(parts.message).toBeVisible()
    })
  })

  test('a vendor that can do without storage works where it is full', async ({ page, visit, parts }) => {
    await visit()
    await page.evaluate(fillStorage)
    await parts.start.click()
    await parts.allow.click()
    await expect(parts.message).toBeVisible()
    await expect(parts.alert).toHaveCount(0)
  })

  test.describe('a method that throws', () => {
    test.use({ expectedErrors: /told to throw/ })

    test('later is reported once, and the page goes on', async ({ page, visit, parts }) => {
      await visit('/help')
      await parts.start.click()
      await parts.allow.click()
      await expect(parts.message).toBeVisible()
      await page.evaluate((name) => {
        const refuse = () => {
          throw new Error('told to throw')
        }
        Object.assign(Reflect.get(window, name) as object, { maximize: refuse, open: refuse })
      }, vendor.globals[0] ?? '')
      const errors: string[] = []
      page.on('pageerror', ({ message }) => errors.push(message))
      await page.getByRole('button', { name: 'Go to the chat window' }).click()
      await expect.poll(() => errors).toEqual(['told to throw'])
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(parts.frame).toBeVisible()
    })
  })

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

  test('without a network the chat says so, and it tries again when the network is back', async ({
    context,
    visit,
    parts,
  }) => {
    await visit()
    await parts.start.click()
    await expect(parts.allow).toBeVisible()
    await context.setOffline(true)
    // What is answered by a test is answered offline as well.
    await context.route(vendor.loader, (route) => route.abort('internetdisconnected'))
    await parts.allow.click()
    await expect(parts.alert).toContainText(words.offline)
    await expect(parts.alert.locator('a[href^="mailto:"]')).toBeVisible()
    await parts.retry.click()
    await expect(parts.alert, 'it fails as before').toContainText(words.offline)
    await context.unroute(vendor.loader)
    await context.setOffline(false)
    await expect(parts.frame, 'it tries again by itself').toBeFocused()
    await expect(parts.message).toBeVisible()
  })

  test('with the network back, a visitor who has gone on is not called away from what they do', async ({
    page,
    context,
    visit,
    parts,
    service,
  }) => {
    await visit()
    await parts.start.click()
    await expect(parts.allow).toBeVisible()
    await context.setOffline(true)
    await context.route(vendor.loader, (route) => route.abort('internetdisconnected'))
    await parts.allow.click()
    await expect(parts.alert).toContainText(words.offline)
    await page.getByRole('banner').getByRole('link').first().focus()
    await context.unroute(vendor.loader)
    await context.setOffline(false)
    await expect(parts.alert).toContainText(words.online)
    expect(loadsOf(service, vendor)).toBe(0)
    await parts.retry.click()
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
    ['answers with an error', 'fails', vendor.showsStatus ? words.vendor : words.blocked],
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
