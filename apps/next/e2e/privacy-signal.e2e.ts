import { setPrivacySignal } from '@askfirst/testing/playwright'
import { expect, test } from './fixtures.ts'
import { isHydrated } from './scripts.ts'

// That nothing is said of a signal that there is not is in first-visit.e2e.ts.

test('with Global Privacy Control the page made for this request knows the signal, and the preferences show it as honoured', async ({
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
