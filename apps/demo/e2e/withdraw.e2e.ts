import type { Page } from '@playwright/test'
import { expect, forEachVendor, test } from './fixtures.ts'
import { expectStuck, loadsOf } from './loads.ts'
import { partsOf } from './parts.ts'
import type { Parts } from './parts.ts'
import { tracesOf, untouched } from './traces.ts'
import type { Vendor } from './vendors.ts'

/** How long nothing may be heard of a vendor that was removed: longer than its socket waits to come back. */
const quiet = 3_000

/** A removal may wait for the vendor's goodbye, and for what the vendor still has on its way. */
const patience = 10_000

async function answerInPreferences({ choices, preferences }: Parts, isAllowed: boolean): Promise<void> {
  await choices.click()
  await preferences.getByRole('checkbox', { name: 'Functional' }).setChecked(isAllowed)
  await preferences.getByRole('button', { name: 'Save choices' }).click()
  await expect(preferences).toBeHidden()
}

async function chat(page: Page, { message, conversation }: Parts): Promise<void> {
  await message.fill('Hello')
  await page.keyboard.press('Enter')
  await expect(conversation).toContainText('Thanks for writing.')
}

/** The shop stores something of its own meanwhile, and the vendor's frame something under a name that nobody has published. */
async function storeDuring(page: Page): Promise<void> {
  await page.evaluate(() => {
    localStorage.setItem('host-during', '1')
    localStorage['host-property'] = '1'
    sessionStorage.setItem('host-session', '1')
    document.cookie = 'host=1; path=/'
  })
  const [, frame] = page.frames()
  await frame?.evaluate(() => localStorage.setItem('unpublished', '1'))
}

/** What is the shop's own, and stays. */
const own = { local: ['host-before', 'host-during', 'host-property'], session: ['host-session'] } as const

const withdrawOf = (page: Page, { name }: Vendor) => page.getByRole('button', { name: `Withdraw ${name}` })

const reportOf = (page: Page, { name }: Vendor) => page.getByRole('region', { name }).locator('.removal')

forEachVendor((vendor) => {
  test('unticking it in the preferences removes everything, cookies as claimed too, with or without its goodbye', async ({
    page,
    context,
    visit,
    traffic,
    parts,
    acceptAll,
    service,
  }) => {
    await page.clock.install()
    let cookies = service.setCookiesAsClaimedBy(vendor.writeUps[0] ?? '')
    await visit()
    await page.evaluate(() => localStorage.setItem('host-before', '1'))
    await acceptAll()
    await parts.launcher.click()
    await chat(page, parts)
    await storeDuring(page)
    const expectAll = async (): Promise<void> => {
      const { local, cookies: stored } = await tracesOf(page)
      expect(local).toEqual(expect.arrayContaining([...own.local, 'unpublished', ...vendor.keys]))
      expect(stored).toEqual(['askfirst', 'host', ...cookies])
      expect(service.openSockets()).toHaveLength(1)
    }
    const expectOwnOnly = async (): Promise<void> => {
      await expect(parts.removed).toBeVisible()
      await expect(parts.start).toBeVisible()
      traffic.clear()
      expect(await tracesOf(page)).toEqual({ ...untouched, ...own, cookies: ['askfirst', 'host'] })
      expect(service.openSockets()).toEqual([])
    }
    await expectAll()
    await test.step('a vendor that answers its goodbye', async () => {
      await answerInPreferences(parts, false)
      await expectOwnOnly()
      await page.waitForTimeout(quiet)
      expect(traffic.entries).toEqual([])
      expect((await tracesOf(page)).local).toEqual(own.local)
    })
    await test.step('one that does not, whose sockets stay closed', async () => {
      cookies = service.setCookiesAsClaimedBy(vendor.writeUps.at(-1) ?? '')
      await context.route(/^https:/, (route) => (route.request().method() === 'DELETE' ? undefined : route.fallback()))
      await answerInPreferences(parts, true)
      await parts.launcher.click()
      await chat(page, parts)
      await storeDuring(page)
      await expectAll()
      await parts.closeChat.click()
      await answerInPreferences(parts, false)
      await page.clock.runFor(patience)
      await expectOwnOnly()
      await page.clock.runFor(60_000)
      expect(traffic.entries).toEqual([])
      expect(service.openSockets()).toEqual([])
    })
  })

  test('the privacy page takes one vendor down while it loads, when it is there, and where it only was before', async ({
    page,
    context,
    visit,
    traffic,
    parts,
    service,
  }) => {
    await visit('/privacy')
    await test.step('a withdrawal while the vendor still loads wins', async () => {
      await service.behave('never-ready')
      await parts.start.click()
      await parts.allow.click()
      await expect(parts.progress).toBeVisible()
      await expectStuck(parts, traffic)
      await withdrawOf(page, vendor).click()
      await expect(parts.start).toBeVisible({ timeout: patience })
      await expect.poll(() => tracesOf(page)).toEqual({ ...untouched, cookies: ['askfirst'] })
      await service.behave('works')
    })
    const loads = loadsOf(service, vendor)
    await test.step('once it is there', async () => {
      await parts.start.click()
      await parts.allow.click()
      await expect(parts.frame).toBeFocused()
      await expect(parts.removed).toBeHidden()
      await withdrawOf(page, vendor).click()
      await expect(parts.removed).toBeVisible()
      expect(await tracesOf(page)).toEqual({ ...untouched, cookies: ['askfirst'] })
      expect(service.openSockets()).toEqual([])
      expect(loadsOf(service, vendor)).toBe(loads + 1)
    })
    await test.step('it can be allowed again on the same page', async () => {
      await parts.start.click()
      await parts.allow.click()
      await expect(parts.frame).toBeFocused()
      await parts.message.fill('Are you back?')
      await page.keyboard.press('Enter')
      await expect(parts.conversation).toContainText('Are you back?')
      await expect(parts.frame).toHaveCount(1)
      expect(loadsOf(service, vendor)).toBe(loads + 2)
      await expect(parts.removed).toBeHidden()
    })
    await test.step('what it stored on a page before goes where it was not loaded', async () => {
      expect((await tracesOf(page)).local).not.toEqual([])
      // Nothing of the vendor gets through here, and nothing is waited for: the visitor is quicker than its load.
      await context.route(/^https:/, () => undefined)
      await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }))
      await page.reload()
      await withdrawOf(page, vendor).click()
      await expect(reportOf(page, vendor)).toContainText('What remains: nothing')
      expect((await tracesOf(page)).local).toEqual([])
      expect(loadsOf(service, vendor)).toBe(loads + 2)
    })
  })

  test('an answer in one tab counts in another, which nobody touches', async ({
    page,
    context,
    visit,
    parts,
    service,
  }) => {
    await visit()
    await expect(parts.banner).toBeVisible()
    const other = await context.newPage()
    const there = partsOf(other, vendor)
    await other.goto(`/privacy${vendor.search}`)
    await test.step('it takes the banner away', async () => {
      await there.reject.click()
      await expect(parts.banner).toBeHidden()
    })
    await test.step('a yes brings the messenger', async () => {
      await parts.start.click()
      await parts.allow.click()
      await expect(parts.frame).toBeFocused()
      await parts.choices.click()
      await parts.preferences.getByRole('button', { name: 'Allow all' }).click()
      await expect(parts.preferences).toBeHidden()
      await expect(there.frame).toBeVisible()
    })
    await test.step('a withdrawal takes it down, and each tab reports what it removed itself', async () => {
      await other.evaluate(() => localStorage.setItem('host-elsewhere', '1'))
      await parts.choices.click()
      await parts.preferences.getByRole('button', { name: 'Allow none' }).click()
      await expect(parts.removed).toBeVisible()
      await expect(parts.start).toBeVisible()
      await expect(there.frame).toBeHidden({ timeout: patience })
      await expect(there.start).toBeVisible({ timeout: patience })
      const report = reportOf(other, vendor)
      await expect(report).toContainText('Removed at', { timeout: patience })
      await expect(report).toContainText(vendor.loader)
      await expect(report).toContainText('What remains: nothing')
    })
    await test.step('what another tab of the shop has stored meanwhile stays', async () => {
      const left = { ...untouched, local: ['host-elsewhere'], cookies: ['askfirst'] }
      for (const tab of [page, other]) await expect.poll(() => tracesOf(tab), { timeout: patience }).toEqual(left)
      expect(service.openSockets()).toEqual([])
    })
  })
})
