import { parseRecord } from '@askfirst/core'
import { expect, forEachVendor, test } from './fixtures.ts'
import { loadsOf } from './loads.ts'
import { storedRecord } from './stored-record.ts'
import { isIdle } from './traces.ts'

forEachVendor((vendor) => {
  test('Accept all puts the launcher in the place of our button, in one load', async ({
    page,
    visit,
    parts,
    acceptAll,
    service,
  }) => {
    await visit()
    await acceptAll()
    await expect(parts.launcher).toBeVisible()
    await expect(parts.start).toBeHidden()
    await expect(parts.banner).toBeHidden()
    await expect(parts.message, 'nobody asked for the window').toBeHidden()
    expect(loadsOf(service, vendor)).toBe(1)
    await parts.launcher.click()
    await expect(parts.message).toBeFocused()
    expect(await page.locator('iframe').count()).toBe(1)
  })

  test('a vendor that is allowed loads once, wherever in the shop the visitor goes', async ({
    page,
    visit,
    parts,
    acceptAll,
    service,
  }) => {
    await visit()
    await acceptAll()
    await expect(parts.launcher).toBeVisible()
    let documents = 1
    page.on('domcontentloaded', () => documents++)
    for (const path of ['/help', '/privacy', '/products/', '/', '/help', '/']) {
      await page.locator(`a[href^="${path}"]`).first().click()
      await expect(page).toHaveURL((url) => url.pathname.startsWith(path))
    }
    await page.goBack()
    await page.goForward()
    await isIdle(page)
    await expect(parts.launcher).toBeVisible()
    await expect(parts.frame).toHaveCount(1)
    expect(loadsOf(service, vendor)).toBe(documents)
    expect(documents, 'the shop changes pages without a new document').toBe(1)
  })

  test('a visitor who said yes finds the launcher again, and no banner', async ({
    page,
    visit,
    parts,
    acceptAll,
    service,
  }) => {
    await visit()
    await acceptAll()
    await expect(parts.launcher).toBeVisible()
    await page.reload()
    await expect(parts.launcher).toBeVisible()
    await expect(parts.banner).toBeHidden()
    expect(loadsOf(service, vendor)).toBe(2)
  })

  test('the record is one readable cookie below 1 KB', async ({ page, context, visit, parts, acceptAll }) => {
    await visit()
    await acceptAll()
    await expect(parts.banner).toBeHidden()
    const { name, value, path, sameSite, expires } = await storedRecord(context)
    expect(`${name}=${value}`.length).toBeLessThan(1024)
    expect(value).toMatch(/^v=1&/)
    expect(value).toContain('functional:granted')
    expect(value).toContain(vendor.id)
    expect(decodeURIComponent(value), 'nothing in it needs decoding').toBe(value)
    expect({ path, sameSite }).toEqual({ path: '/', sameSite: 'Lax' })
    expect(expires, 'it lasts beyond a refusal and a grant').toBeGreaterThan(Date.now() / 1000 + 183 * 86_400)
    expect(await page.evaluate(() => document.cookie)).toBe(`askfirst=${value}`)
    const record = parseRecord(value)
    expect(record?.categories.get('functional')?.decision).toBe('granted')
    expect(record?.surface).toBe('banner')
    expect([...(record?.disclosed ?? [])]).toContain(vendor.id)
  })
})

test('a vendor that came after the yes is asked about, and what was allowed before goes on', async ({
  page,
  visit,
  traffic,
  parts,
  acceptAll,
}) => {
  await visit()
  await acceptAll()
  await expect(parts.launcher).toBeVisible()
  await page.goto('about:blank')
  traffic.clear()
  await page.goto('/?vendor=kustomer')
  await expect(parts.banner).toContainText('New since you decided: Kustomer.')
  await expect(page.getByText('Plants you look at will be listed here')).toBeVisible()
  await expect(parts.start).toBeVisible()
  await isIdle(page)
  expect(traffic.entries).toEqual([])
  await expect(page.locator('iframe')).toHaveCount(0)
})

for (const record of ['no record', 'accept-all', 'reject-all']) {
  test(`nothing on the page shifts while it loads and settles: ${record}`, async ({
    page,
    context,
    baseURL,
    visit,
    parts,
  }) => {
    if (record !== 'no record') await context.addCookies([{ name: 'askfirst', value: record, url: baseURL ?? '' }])
    await visit()
    await expect({ 'no record': parts.banner, 'reject-all': parts.start }[record] ?? parts.launcher).toBeVisible()
    await isIdle(page)
    const shifts = await page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          new PerformanceObserver((list) => {
            resolve(list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value))
          }).observe({ type: 'layout-shift', buffered: true })
          // The observer is called only if there was one.
          requestAnimationFrame(() => setTimeout(() => resolve([])))
        }),
    )
    expect(shifts).toEqual([])
  })
}
