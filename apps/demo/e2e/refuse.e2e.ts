import { parseRecord } from '@askfirst/core'
import { expect, forEachVendor, test } from './fixtures.ts'
import { storedRecord } from './stored-record.ts'
import { expectNothing } from './traces.ts'

const refused = { cookies: ['askfirst'] }

/** The policy asks again after 366 days. */
const days = 86_400_000

forEachVendor((vendor) => {
  test('Reject all is remembered for a year, holds after it, and leaves the chat one click and one answer away', async ({
    page,
    context,
    visit,
    traffic,
    parts,
  }) => {
    const recordNow = async () => parseRecord((await storedRecord(context)).value)
    await visit()
    await parts.reject.click()
    await expect(parts.banner).toBeHidden()
    expect((await recordNow())?.categories.get('functional')?.decision).toBe('denied')
    await test.step('not asked about again for a year: no banner and no vendor, on any page or after a reload', async () => {
      await page.clock.setFixedTime(Date.now() + 365 * days)
      await page.reload()
      await expect(parts.start).toBeVisible()
      await expect(parts.banner).toBeHidden()
      await expectNothing(page, traffic, refused)
      await page.locator('a[href^="/"]').first().click()
      await expect(page).toHaveURL(({ pathname }) => pathname === '/')
      await expect(parts.banner).toBeHidden()
      await expectNothing(page, traffic, refused)
    })
    await test.step('asked about after it, and then still holds', async () => {
      await page.clock.setFixedTime(Date.now() + 367 * days)
      await page.reload()
      await expect(parts.banner).toBeVisible()
      await expectNothing(page, traffic, refused)
    })
    await test.step('the chat is one click and one confirmation away, and so is e-mail', async () => {
      await parts.reject.click()
      await parts.start.click()
      await expect(parts.question.locator('a[href^="mailto:"]')).toBeVisible()
      await parts.allow.click()
      await expect(parts.frame).toBeFocused()
      await expect(parts.banner).toBeHidden()
    })
    await test.step('one answer for the chat does not undo the refusal of everything else', async () => {
      const record = await recordNow()
      expect(record?.categories.get('functional')?.decision).toBe('denied')
      expect(record?.vendors.get(vendor.id)?.decision).toBe('granted')
    })
  })
})
