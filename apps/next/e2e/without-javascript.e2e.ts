import { expect, test } from './fixtures.ts'
import { pages } from './visitors.ts'

test.use({ javaScriptEnabled: false })

test('every kind of page can be read and left without JavaScript, whatever is asked on it', async ({
  page,
  traffic,
  parts,
}) => {
  for (const { kind, path, heading } of pages) {
    await test.step(`the ${kind} page`, async () => {
      await page.goto(path)
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
      await expect(parts.banner, 'what cannot be answered is not asked').toBeHidden()
      await expect(parts.start, 'what cannot start is not offered').toBeHidden()
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Repotting' }).click()
      await expect(page.getByRole('heading', { name: 'Repotting', level: 1 })).toBeVisible()
      await page.getByText('Nothing here is for sale.').click()
      expect(traffic.entries).toEqual([])
    })
  }
})
