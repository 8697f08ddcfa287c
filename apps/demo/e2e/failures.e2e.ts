import type { BrowserContext, Page } from '@playwright/test'
import { expect, forEachVendor, test } from './fixtures.ts'
import { expectStuck, loadsOf } from './loads.ts'
import type { Parts } from './parts.ts'
import { tracesOf, untouched } from './traces.ts'
import type { Service, Vendor } from './vendors.ts'

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

/** Cuts the network; what is answered by a test is answered offline as well. Returns how to bring it back. */
async function goOffline(context: BrowserContext, loader: string): Promise<() => Promise<void>> {
  await context.setOffline(true)
  const unblock = await block(context, loader, 'internetdisconnected')
  return async () => {
    await unblock()
    await context.setOffline(false)
  }
}

/** Lets the vendor's first script wait. Returns how many wait, and how to let them go on. */
async function hold(context: BrowserContext, loader: string) {
  const held: (() => void)[] = []
  await context.route(loader, async (route) => {
    await new Promise<void>((resolve) => held.push(resolve))
    await route.fallback()
  })
  return { count: () => held.length, release: () => held.forEach((go) => go()) }
}

/** Serves the shop with a policy of its own. Returns how to change that. */
async function serveWithPolicy(page: Page): Promise<(policy: string) => void> {
  let served = ''
  await page.route(
    (url) => url.pathname === '/help',
    async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': served } })
    },
  )
  return (policy) => void (served = policy)
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

/** The failure is said in these words, with another way to make contact and another try. */
async function expectFailure({ alert, retry }: Parts, said: string): Promise<void> {
  await expect(alert).toContainText(said)
  await expect(alert.locator('a[href^="mailto:"]')).toBeVisible()
  await expect(retry).toBeVisible()
}

/** Nothing of the vendor is left, only the visitor's answer. */
const expectClean = (page: Page): Promise<void> =>
  expect.poll(() => tracesOf(page)).toEqual({ ...untouched, cookies: ['askfirst'] })

/** How often the loader has asked for what it needs next. */
const nextLoadsOf = ({ log }: Service, { next }: Vendor): number =>
  log.filter(({ url }) => url.endsWith(next) || url.includes(`${next}?`)).length

forEachVendor((vendor) => {
  test.describe('a fault', () => {
    test.use({ expectedErrors: /told to throw/ })

    test('of the loader is said, and is over with the next try; one of a method is reported once', async ({
      page,
      visit,
      parts,
      service,
    }) => {
      await visit()
      await parts.start.click()
      for (const [attempt, behaviour, said] of [
        [1, 'throws', words.vendor],
        [2, 'fails', vendor.showsStatus ? words.vendor : words.blocked],
        [3, 'fails', vendor.showsStatus ? words.vendor : words.blocked],
      ] as const) {
        await test.step(`try ${attempt}, which ${behaviour}`, async () => {
          await service.behave(behaviour)
          const answered = page.waitForResponse(vendor.loader)
          await (attempt === 1 ? parts.allow : parts.retry).click()
          await answered
          await expectFailure(parts, said)
          await expect(parts.alert).toBeFocused()
          expect(loadsOf(service, vendor)).toBe(attempt)
          await expectClean(page)
        })
      }
      await test.step('the try that works', async () => {
        await service.behave('works')
        await parts.retry.click()
        await expect(parts.frame).toBeFocused()
        await expect(parts.message).toBeVisible()
        await expect(parts.alert).toHaveCount(0)
        await expect(parts.frame).toHaveCount(1)
        expect(loadsOf(service, vendor)).toBe(4)
        expect(service.openSockets().length).toBeLessThanOrEqual(1)
      })
      await test.step('a method that throws later is reported once, and the page goes on', async () => {
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
  })

  test('a visitor who said yes to everything hears of a blocked chat when they ask for it, and can try again', async ({
    page,
    context,
    visit,
    parts,
    acceptAll,
  }) => {
    await visit()
    await test.step('nobody has asked for it', async () => {
      const unblock = await block(context, vendor.loader)
      const failed = context.waitForEvent('requestfailed')
      await acceptAll()
      await failed
      await expect(parts.start).toBeVisible()
      await expect(parts.start).not.toHaveAttribute('aria-busy')
      await expect(parts.alert).toHaveCount(0)
      await parts.start.click()
      await expect(parts.alert).toBeFocused()
      await expectFailure(parts, words.blocked)
      await expectClean(page)
      await unblock()
    })
    await test.step('a name that is not found is told as a blocker is', async () => {
      const unblock = await block(context, vendor.loader, 'namenotresolved')
      const failed = context.waitForEvent('requestfailed')
      await parts.retry.click()
      await failed
      await expectFailure(parts, words.blocked)
      await expect(parts.alert).toBeFocused()
      for (let stop = 0; stop < 3; stop++) await page.keyboard.press('Tab')
      await expect(parts.retry).toBeFocused()
      await unblock()
    })
    await test.step('the blocker is gone', async () => {
      await page.keyboard.press('Enter')
      await expect(parts.frame).toBeFocused()
      await expect(parts.message).toBeVisible()
      await expect(parts.alert).toHaveCount(0)
    })
  })

  test.describe('under a policy of the site', () => {
    test.use({ expectedErrors: /did not answer with settings/ })

    test('what it refuses is called a mistake of the site', async ({ page, context, visit, parts }) => {
      await page.clock.install()
      const serveWith = await serveWithPolicy(page)
      const needed = vendor.id === 'kayako' ? "script-src 'self' https://acme.kayakocdn.com" : "connect-src 'self'"
      for (const [refused, policy, isLate] of [
        ['the loader', "script-src 'self'", false],
        ['our Trusted Types policy', `require-trusted-types-for 'script'; trusted-types stand-in`, false],
        ['what the loader needs next', needed, true],
      ] as const) {
        await test.step(refused, async () => {
          await context.clearCookies()
          serveWith(policy)
          await visit()
          const refusal =
            isLate && page.waitForEvent('console', (line) => line.text().includes('Content Security Policy'))
          await parts.start.click()
          await parts.allow.click()
          await refusal
          if (isLate) await page.clock.runFor(tooLong)
          await expectFailure(parts, words.csp)
        })
      }
    })
  })

  test('a load that hangs can be cancelled, is given up after 15 seconds, and may arrive late', async ({
    page,
    context,
    visit,
    traffic,
    parts,
    service,
  }) => {
    await page.clock.install()
    await visit()
    await service.behave('never-ready')
    await test.step('cancelled', async () => {
      await parts.start.click()
      await parts.allow.click()
      await expect(parts.progress).toBeFocused()
      await expect(parts.progress).toHaveAttribute('aria-busy', 'true')
      await expectStuck(parts, traffic)
      await parts.cancel.click()
      // What is still on its way is waited for, five seconds at most.
      await page.clock.runFor(5_000)
      await expect(parts.start).toBeFocused({ timeout: 12_000 })
      await expectClean(page)
    })
    await test.step('started again with a click, and given up', async () => {
      traffic.clear()
      await service.behave('never-ready') // What hung is over, and the next hangs as well.
      await parts.start.click()
      await expect(parts.progress).toBeFocused()
      await expectStuck(parts, traffic)
      await page.clock.runFor(tooLong)
      await expectFailure(parts, words.timeout)
    })
    await test.step('given up as well, and arriving late', async () => {
      await service.behave('works')
      const { count, release } = await hold(context, vendor.loader)
      const before = nextLoadsOf(service, vendor)
      await parts.retry.click()
      await expect(parts.progress).toBeFocused()
      await expect.poll(count).toBe(1)
      await page.clock.runFor(tooLong)
      await expectFailure(parts, words.timeout)
      await context.unroute(vendor.loader)
      await parts.retry.click()
      release()
      await expect(parts.frame).toBeFocused()
      await expect(parts.message).toBeVisible()
      await expect(parts.frame).toHaveCount(1)
      expect(nextLoadsOf(service, vendor) - before).toBe(1)
    })
  })

  test.describe('full storage', () => {
    test.use({ expectedErrors: /exceeded the quota/ })

    test('or a chat that does not appear is said; what can do without storage works', async ({
      page,
      visit,
      parts,
      service,
    }) => {
      await page.clock.install()
      await visit()
      await parts.start.click()
      await test.step('ready, but not switched on here', async () => {
        await service.behave('unavailable')
        await parts.allow.click()
        // Time moves on when the vendor is ready, unless it has said by itself that it is switched off.
        await page.waitForFunction((name) => {
          const api: unknown = Reflect.get(window, name)
          const isReady = typeof api === 'object' && api !== null && ('visibility' in api || 'addListener' in api)
          return isReady || document.querySelector('[role="alert"]') !== null
        }, vendor.globals[0] ?? '')
        await page.clock.runFor(10_000)
        await expectFailure(parts, words.unavailable)
        await expectClean(page)
      })
      await test.step('in need of storage, where it is full', async () => {
        await page.evaluate(fillStorage)
        await service.behave('needs-storage')
        const thrown = page.waitForEvent('pageerror')
        await parts.retry.click()
        await thrown
        await page.clock.runFor(tooLong)
        await expectFailure(parts, words.storage)
      })
      await test.step('in no need of storage, where it still is full', async () => {
        await service.behave('works')
        await parts.retry.click()
        await expect(parts.message).toBeVisible()
        await expect(parts.alert).toHaveCount(0)
      })
    })
  })

  test('without a network the chat says so, and starts when that is back, unless the visitor has gone on', async ({
    page,
    context,
    visit,
    parts,
    service,
  }) => {
    await visit()
    await parts.start.click()
    await expect(parts.allow).toBeVisible()
    await test.step('the visitor has gone on', async () => {
      const goOnline = await goOffline(context, vendor.loader)
      await parts.allow.click()
      await expectFailure(parts, words.offline)
      await page.getByRole('banner').getByRole('link').first().focus()
      await goOnline()
      await expect(parts.alert).toContainText(words.online)
      expect(loadsOf(service, vendor)).toBe(0)
    })
    await test.step('the visitor waits', async () => {
      const goOnline = await goOffline(context, vendor.loader)
      await parts.retry.click()
      await expectFailure(parts, words.offline)
      const failed = context.waitForEvent('requestfailed')
      await parts.retry.click()
      await failed
      await expect(parts.alert, 'it fails as before').toContainText(words.offline)
      await goOnline()
      await expect(parts.frame, 'it tries again by itself').toBeFocused()
      await expect(parts.message).toBeVisible()
    })
  })
})
