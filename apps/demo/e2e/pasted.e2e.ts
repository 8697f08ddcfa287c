// What docs/testing.md tells a team to paste, on the shop.
import { expect } from '@playwright/test'
import { consentTest as test, standInKayako } from '@askfirst/testing/playwright'
import { kayako } from '@askfirst/vendors/kayako'
import { shop } from '../../../scripts/addresses.mjs'

const chat = kayako({ subdomain: 'acme' })

test.use({ baseURL: shop.url, vendors: [chat] })

test.beforeEach(async ({ context }) => {
  await standInKayako(context, { subdomain: 'acme' })
})

test.describe('before the visitor has answered', () => {
  test.use({ nothingBefore: 'end' })

  test('a journey contacts and keeps nothing', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('link', { name: 'Help' }).first().click()
    await page.getByRole('button', { name: 'Start chat' }).click()
  })

  test('a withdrawal leaves nothing', async ({ page, beforeConsent, rememberPage }) => {
    await page.goto('/')
    const before = await rememberPage()
    await beforeConsent.end()
    await page.getByRole('button', { name: 'Accept all' }).click()
    await page.mouse.move(1, 1)
    await page.frameLocator('#kayako-messenger-frame').getByRole('button').waitFor()
    await page.getByRole('button', { name: 'Privacy choices' }).click()
    await page.getByRole('checkbox', { name: 'Functional' }).uncheck()
    await page.getByRole('button', { name: 'Save choices' }).click()
    await page.getByText('has been removed from this page').waitFor()
    await before.expectRemoved(chat)
  })
})

test.describe('a visitor who allowed the chat before', () => {
  test.use({ consent: { vendors: { kayako: true } } })

  test('hears of an ad blocker, and of its end', async ({ page, simulate }) => {
    const blocker = await simulate('blocked', { of: chat })
    await page.goto('/')
    await page.getByRole('button', { name: 'Start chat' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await blocker.stop()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.frameLocator('#kayako-messenger-frame').getByLabel('Your message').waitFor()
  })
})
