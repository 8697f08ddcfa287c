import { expect, forEachVendor, test } from './fixtures.ts'
import { loadsOf } from './loads.ts'
import { expectNothing } from './traces.ts'

const seeded = { cookies: ['askfirst'] }

const unreadable = {
  'a word': 'granted',
  'the words of another library': encodeURIComponent('{"functional":true,"version":1}'),
  '4,000 characters': 'accept-all'.repeat(400),
  'a name of the language': '__proto__',
  'names of the language as categories': 'v=1&id=x&time=1&categories=__proto__:granted.constructor:granted&sum=0',
  'broken escapes': '%E0%A4%A%%zz',
  'a yes without its sum': 'v=1&id=x&time=9999999999&categories=functional:granted&vendors=kayako:granted',
  'a seed with more behind it': 'accept-all&',
} as const

forEachVendor((vendor) => {
  test('the seed accept-all loads the vendor and shows no banner, not even for a moment', async ({
    page,
    context,
    baseURL,
    visit,
    parts,
    service,
  }) => {
    await context.addCookies([{ name: 'askfirst', value: 'accept-all', url: baseURL ?? '' }])
    await context.addInitScript(() => {
      const seen = new MutationObserver(() => {
        if (document.querySelector('[data-askfirst="banner"]')) document.documentElement.dataset['flashed'] = ''
      })
      seen.observe(document, { childList: true, subtree: true })
    })
    await visit()
    await expect(parts.launcher).toBeVisible()
    await expect(page.locator('html')).not.toHaveAttribute('data-flashed')
    expect(loadsOf(service, vendor)).toBe(1)
  })

  test('the seed reject-all refuses without a banner', async ({ page, context, baseURL, visit, traffic, parts }) => {
    await context.addCookies([{ name: 'askfirst', value: 'reject-all', url: baseURL ?? '' }])
    await visit()
    await expect(parts.start).toBeVisible()
    await expect(parts.banner).toBeHidden()
    await expectNothing(page, traffic, seeded)
  })
})

for (const [what, value] of Object.entries(unreadable)) {
  test(`a record that is ${what} grants nothing, and the visitor is asked`, async ({
    page,
    context,
    baseURL,
    visit,
    traffic,
    parts,
  }) => {
    await context.addCookies([{ name: 'askfirst', value, url: baseURL ?? '' }])
    await visit()
    await expect(parts.banner).toBeVisible()
    expect(await page.evaluate(() => document.cookie), 'the browser has kept it').toContain('askfirst=')
    await expectNothing(page, traffic, seeded)
    await parts.reject.click()
    await page.reload()
    await expect(parts.start).toBeVisible()
    await expect(parts.banner).toBeHidden()
  })
}
