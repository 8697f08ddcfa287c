import { setPrivacySignal } from '@askfirst/testing/playwright'
import { expect, test } from './fixtures.ts'
import { isHydrated } from './scripts.ts'

test.describe('with Global Privacy Control', () => {
  test('the page made for this request knows the signal, and the preferences show it as honoured', async ({
    page,
    parts,
  }) => {
    await setPrivacySignal(page)
    await page.goto('/parcel')
    await expect(page.getByText('sent by your browser')).toBeVisible()
    await expect(parts.choices, 'shown before anything is opened').toContainText('privacy signal honoured')
    await isHydrated(page)
    await parts.choose.click()
    await expect(parts.preferences).toContainText('Your browser sends a privacy signal. It is honoured here.')
  })
})

test('without the signal nothing is said of it', async ({ page, parts }) => {
  await page.goto('/parcel')
  await isHydrated(page)
  await parts.choose.click()
  await expect(parts.preferences).toBeVisible()
  await expect(parts.preferences).not.toContainText(/signal/i)
})
