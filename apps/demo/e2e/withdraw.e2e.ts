import { expect, forEachVendor, test } from './fixtures.ts'
import { expectStuck, loadsOf } from './loads.ts'
import type { Parts } from './parts.ts'
import { tracesOf, untouched } from './traces.ts'

/** How long nothing may be heard of a vendor that was removed: longer than its socket waits to come back. */
const quiet = 3_000

/** A removal may wait for the vendor's goodbye, and for what the vendor still has on its way. */
const patience = 10_000

async function withdrawInPreferences({ choices, preferences }: Parts): Promise<void> {
  await choices.click()
  await preferences.getByRole('checkbox', { name: 'Functional' }).uncheck()
  await preferences.getByRole('button', { name: 'Save choices' }).click()
  await expect(preferences).toBeHidden()
}

forEachVendor((vendor) => {
  for (const writeUp of vendor.writeUps) {
    test(`unticking it in the preferences removes everything, cookies as ${writeUp} claims them too`, async ({
      page,
      visit,
      traffic,
      parts,
      acceptAll,
      service,
    }) => {
      const cookies = service.setCookiesAsClaimedBy(writeUp)
      await visit()
      await page.evaluate(() => localStorage.setItem('host-before', '1'))
      await acceptAll()
      await parts.launcher.click()
      await parts.message.fill('Hello')
      await page.keyboard.press('Enter')
      await expect(parts.conversation).toContainText('Thanks for writing.')
      await page.evaluate(() => {
        localStorage.setItem('host-during', '1')
        localStorage['host-property'] = '1'
        sessionStorage.setItem('host-session', '1')
        document.cookie = 'host=1; path=/'
      })
      // What the vendor's own frame writes under a name that nobody has published.
      const [, frame] = page.frames()
      await frame?.evaluate(() => localStorage.setItem('unpublished', '1'))
      const during = await tracesOf(page)
      expect(during.local).toEqual(
        expect.arrayContaining(['host-before', 'host-during', 'host-property', ...vendor.keys]),
      )
      expect(during.cookies).toEqual(['askfirst', 'host', ...cookies])
      expect(service.openSockets()).toHaveLength(1)

      await withdrawInPreferences(parts)
      await expect(parts.removed).toBeVisible()
      await expect(parts.start).toBeVisible()
      traffic.clear()
      expect(await tracesOf(page)).toEqual({
        ...untouched,
        local: ['host-before', 'host-during', 'host-property'],
        session: ['host-session'],
        cookies: ['askfirst', 'host'],
      })
      expect(service.openSockets()).toEqual([])
      await page.waitForTimeout(quiet)
      expect(traffic.entries).toEqual([])
      expect((await tracesOf(page)).local).toEqual(['host-before', 'host-during', 'host-property'])
    })
  }

  test('the privacy page takes one vendor down, and it can be allowed again on the same page', async ({
    page,
    visit,
    traffic,
    parts,
    service,
  }) => {
    await visit('/privacy')
    await parts.start.click()
    await parts.allow.click()
    await expect(parts.frame).toBeFocused()
    await page.getByRole('button', { name: `Withdraw ${vendor.name}` }).click()
    await expect(parts.removed).toBeVisible()
    expect(await tracesOf(page)).toEqual({ ...untouched, cookies: ['askfirst'] })
    expect(service.openSockets()).toEqual([])
    expect(loadsOf(service, vendor)).toBe(1)

    traffic.clear()
    await parts.start.click()
    await parts.allow.click()
    await expect(parts.frame).toBeFocused()
    await parts.message.fill('Are you back?')
    await page.keyboard.press('Enter')
    await expect(parts.conversation).toContainText('Are you back?')
    await expect(parts.frame).toHaveCount(1)
    expect(loadsOf(service, vendor)).toBe(2)
    await expect(parts.removed).toBeHidden()
  })

  test('a withdrawal while the vendor still loads wins', async ({ page, visit, traffic, parts, service }) => {
    await visit('/privacy')
    await service.behave('never-ready')
    await parts.start.click()
    await parts.allow.click()
    await expect(parts.progress).toBeVisible()
    await expectStuck(parts, traffic)
    await page.getByRole('button', { name: `Withdraw ${vendor.name}` }).click()
    await expect(parts.start).toBeVisible({ timeout: patience })
    await expect.poll(() => tracesOf(page)).toEqual({ ...untouched, cookies: ['askfirst'] })
  })

  test('a vendor that does not answer its goodbye is taken down all the same, and its sockets stay closed', async ({
    page,
    context,
    visit,
    traffic,
    parts,
    acceptAll,
    service,
  }) => {
    await context.route(/^https:/, (route) => (route.request().method() === 'DELETE' ? undefined : route.fallback()))
    await page.clock.install()
    await visit()
    await acceptAll()
    await parts.launcher.click()
    await parts.message.fill('Hello')
    await page.keyboard.press('Enter')
    await expect(parts.conversation).toContainText('Thanks for writing.')
    expect(service.openSockets()).toHaveLength(1)
    await parts.closeChat.click()
    await withdrawInPreferences(parts)
    await page.clock.runFor(patience)
    await expect(parts.removed).toBeVisible()
    expect(await tracesOf(page)).toEqual({ ...untouched, cookies: ['askfirst'] })
    expect(service.openSockets()).toEqual([])
    traffic.clear()
    await page.clock.runFor(60_000)
    expect(traffic.entries).toEqual([])
    expect(service.openSockets()).toEqual([])
  })

  test('a withdrawal takes the vendor down in every tab', async ({
    context,
    visit,
    parts,
    acceptAll,
    vendor: { search },
  }) => {
    await visit()
    const otherTab = await context.newPage()
    await otherTab.goto(`/${search}`)
    await acceptAll()
    await expect(parts.launcher).toBeVisible()
    await otherTab.reload()
    await expect(otherTab.locator(vendor.frame)).toBeVisible()
    await withdrawInPreferences(parts)
    await expect(parts.start).toBeVisible()
    await expect(otherTab.locator(vendor.frame)).toHaveCount(0)
    await expect(otherTab.getByRole('button', { name: 'Start chat' })).toBeVisible()
  })

  test('a withdrawal on a page where it was not loaded takes away what it stored before', async ({
    page,
    context,
    visit,
    parts,
    acceptAll,
    service,
    vendor: { search },
  }) => {
    await visit()
    await acceptAll()
    await expect(parts.launcher).toBeVisible()
    expect((await tracesOf(page)).local).not.toEqual([])
    // Nothing of the vendor gets through here, and nothing is waited for: the visitor is quicker than its load.
    await context.route(/^https:/, () => undefined)
    const loads = loadsOf(service, vendor)
    await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }))
    await page.goto(`/privacy${search}`)
    await page.getByRole('button', { name: `Withdraw ${vendor.name}` }).click()
    await expect(page.getByRole('region', { name: vendor.name }).locator('.removal')).toContainText(
      'What remains: nothing',
    )
    expect((await tracesOf(page)).local).toEqual([])
    expect(loadsOf(service, vendor)).toBe(loads)
  })

  test('each tab reports what it removed itself', async ({ context, visit, parts, acceptAll, vendor: { search } }) => {
    await visit()
    await acceptAll()
    await expect(parts.launcher).toBeVisible()
    const otherTab = await context.newPage()
    await otherTab.goto(`/privacy${search}`)
    await expect(otherTab.locator(vendor.frame)).toBeVisible()
    await withdrawInPreferences(parts)
    await expect(parts.removed).toBeVisible()
    const report = otherTab.getByRole('region', { name: vendor.name }).locator('.removal')
    await expect(report).toContainText('Removed at', { timeout: patience })
    await expect(report).toContainText(vendor.loader)
    await expect(report).toContainText('What remains: nothing')
    expect((await tracesOf(otherTab)).nodes).toEqual([])
  })

  test('a withdrawal keeps what another tab of the shop has stored meanwhile', async ({
    page,
    context,
    visit,
    parts,
    acceptAll,
    vendor: { search },
  }) => {
    await visit()
    await acceptAll()
    await expect(parts.launcher).toBeVisible()
    const otherTab = await context.newPage()
    await otherTab.goto(`/${search}`)
    await otherTab.evaluate(() => localStorage.setItem('host-elsewhere', '1'))
    await otherTab.close()
    await withdrawInPreferences(parts)
    await expect(parts.removed).toBeVisible()
    expect((await tracesOf(page)).local).toEqual(['host-elsewhere'])
  })
})
