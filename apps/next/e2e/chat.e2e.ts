import { expect, test } from './fixtures.ts'
import { isHydrated } from './scripts.ts'
import { pages } from './visitors.ts'

const loader = 'https://acme.kayakocdn.com/messenger'

for (const { kind, path } of pages) {
  test(`on the ${kind} page the chat asks, opens, and is gone when it is withdrawn`, async ({
    page,
    service,
    traffic,
    parts,
  }) => {
    await page.goto(path)
    await isHydrated(page)
    await parts.start.click()
    await expect(parts.question).toContainText('Kayako')
    expect(traffic.entries, 'asking contacts nobody').toEqual([])
    await parts.allow.click()
    await parts.message.fill('Where is my parcel?')
    await page.keyboard.press('Enter')
    await expect(parts.conversation).toContainText('Thanks for writing.')
    expect(service.openSockets()).toHaveLength(1)

    await parts.choices.click()
    await parts.preferences.getByText('1 of 1 allowed').click()
    await parts.preferences.getByRole('checkbox', { name: 'Kayako' }).uncheck()
    await parts.preferences.getByRole('button', { name: 'Save choices' }).click()
    await expect(parts.removed).toBeVisible()
    await expect(parts.start).toBeVisible()
    await expect(parts.frame).toHaveCount(0)
    expect(service.openSockets()).toEqual([])
    traffic.clear()
    await page.waitForTimeout(500)
    expect(traffic.entries).toEqual([])
  })
}

test('the chat and the banner work while the page still streams in', async ({ page, startService, parts }) => {
  await startService()
  await page.goto('/answers?wait=60', { waitUntil: 'commit' })
  await isHydrated(page)
  await parts.start.click()
  await expect(parts.question).toBeVisible()
  await parts.reject.click()
  await expect(parts.banner).toBeHidden()
  await parts.allow.click()
  await expect(parts.message).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Asking the plant team…' })).toBeVisible()
})

test('an open chat stays open from page to page, static or not: there is one store and one load', async ({
  page,
  service,
  parts,
}) => {
  let documents = 0
  page.on('domcontentloaded', () => documents++)
  await page.goto('/')
  await isHydrated(page)
  await parts.start.click()
  await parts.allow.click()
  await expect(parts.message).toBeVisible()
  for (const name of ['Your parcel', 'Repotting', 'Answers', 'Help']) {
    const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true })
    await link.press('Enter') // The messenger covers it.
    await expect(link).toHaveAttribute('aria-current', 'page')
    await expect(parts.message).toBeVisible()
    await expect(parts.banner).toBeVisible()
  }
  expect(service.log.filter(({ url }) => url === loader)).toHaveLength(1)
  expect(documents, 'the pages changed without a new document').toBe(1)
})
