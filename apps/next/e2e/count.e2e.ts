import { expect, test } from './fixtures.ts'
import { isHydrated } from './scripts.ts'
import { pages } from './visitors.ts'

for (const { kind, path } of pages) {
  test(`the site's own count starts with the visitor's yes, on the ${kind} page and on those after it`, async ({
    page,
    parts,
  }) => {
    const counted: string[] = []
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/count') counted.push(request.postData() ?? '')
    })
    await page.goto(path)
    await isHydrated(page)
    expect(counted).toEqual([])
    await parts.accept.click()
    await expect.poll(() => counted).toEqual([path])
    await page.getByRole('navigation').getByRole('link', { name: 'Repotting' }).click()
    await expect.poll(() => counted).toEqual([path, '/repotting'])
  })
}
