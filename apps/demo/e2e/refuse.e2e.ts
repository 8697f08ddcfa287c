import { parseRecord } from '@askfirst/core'
import { expect, forEachVendor, test } from './fixtures.ts'
import { storedRecord } from './stored-record.ts'
import { expectNothing } from './traces.ts'

const refused = { cookies: ['askfirst'] }

/** The policy asks again after 366 days. */
const days = 86_400_000

forEachVendor((vendor) => {
  test('Reject all is remembered: no banner and no vendor, on any page or after a reload', async ({
    page,
    context,
    visit,
    traffic,
    parts,
  }) => {
    await visit()
    await parts.reject.click()
    await expect(parts.banner).toBeHidden()
    const record = parseRecord((await storedRecord(context)).value)
    expect(record?.categories.get('functional')?.decision).toBe('denied')
    await page.reload()
    await expect(parts.start).toBeVisible()
    for (const path of ['/help', '/']) {
      await page.locator(`a[href^="${path}"]`).first().click()
      await expect(parts.banner).toBeHidden()
      await expectNothing(page, traffic, refused)
    }
  })

  test('after Reject all the chat is one click and one confirmation away, and so is e-mail', async ({
    visit,
    parts,
  }) => {
    await visit()
    await parts.reject.click()
    await parts.start.click()
    await expect(parts.question.locator('a[href^="mailto:"]')).toBeVisible()
    await parts.allow.click()
    await expect(parts.frame).toBeFocused()
    await expect(parts.banner).toBeHidden()
  })

  test('a refusal is not asked about again for a year, and then still holds', async ({
    page,
    visit,
    traffic,
    parts,
  }) => {
    await visit()
    await parts.reject.click()
    await page.clock.setFixedTime(Date.now() + 365 * days)
    await page.reload()
    await expect(parts.start).toBeVisible()
    await expect(parts.banner).toBeHidden()
    await page.clock.setFixedTime(Date.now() + 367 * days)
    await page.reload()
    await expect(parts.banner).toBeVisible()
    await expectNothing(page, traffic, refused)
  })

  test('one answer for the chat does not undo the refusal of everything else', async ({ context, visit, parts }) => {
    await visit()
    await parts.reject.click()
    await parts.start.click()
    await parts.allow.click()
    await expect(parts.frame).toBeFocused()
    const record = parseRecord((await storedRecord(context)).value)
    expect(record?.categories.get('functional')?.decision).toBe('denied')
    expect(record?.vendors.get(vendor.id)?.decision).toBe('granted')
  })
})
