import { parseRecord } from '@askfirst/core'
import { consentText } from '@askfirst/testing/playwright'
import { expect, forEachVendor, test } from './fixtures.ts'
import { loadsOf } from './loads.ts'
import { layoutShifts } from './layout-shifts.ts'
import { storedRecord } from './stored-record.ts'
import { expectNothing, isIdle } from './traces.ts'
import { vendors } from './vendors.ts'

const seeded = { cookies: ['askfirst'] }

/** What is read, as it is: a yes to the chat. */
const good = consentText({ categories: { functional: true }, disclosed: vendors.map(({ id }) => id) })

const unreadable = {
  'a word': 'granted',
  'the words of another library': encodeURIComponent('{"functional":true,"version":1}'),
  '4,000 characters': 'accept-all'.repeat(400),
  'a name of the language': '__proto__',
  'names of the language as categories': 'v=1&id=x&time=1&categories=__proto__:granted.constructor:granted&sum=0',
  'broken escapes': '%E0%A4%A%%zz',
  'a yes without its sum': good.replace(/&sum=.*/, ''),
  'a yes with the sum of another': good.replace('functional', 'analytics'),
  'a seed with more behind it': 'accept-all&',
} as const

forEachVendor((vendor) => {
  test('the seeds refuse and grant without a banner, not even for a moment, and nothing shifts', async ({
    page,
    context,
    baseURL,
    visit,
    traffic,
    parts,
    service,
  }) => {
    const seed = (value: string) => context.addCookies([{ name: 'askfirst', value, url: baseURL ?? '' }])
    await context.addInitScript(() => {
      const seen = new MutationObserver(() => {
        if (document.querySelector('[data-askfirst="banner"]')) document.documentElement.dataset['flashed'] = ''
      })
      seen.observe(document, { childList: true, subtree: true })
    })
    await test.step('no record', async () => {
      await visit()
      await expect(parts.banner).toBeVisible()
      await isIdle(page)
      expect(await layoutShifts(page)).toEqual([])
      await expect(page.locator('html'), 'a banner is seen').toHaveAttribute('data-flashed')
    })
    await test.step('reject-all', async () => {
      await seed('reject-all')
      await visit()
      await expect(parts.start).toBeVisible()
      await expect(parts.banner).toBeHidden()
      await expectNothing(page, traffic, seeded)
      expect(await layoutShifts(page)).toEqual([])
    })
    await test.step('accept-all', async () => {
      await seed('accept-all')
      await visit()
      await expect(parts.launcher).toBeVisible()
      await isIdle(page)
      await expect(page.locator('html')).not.toHaveAttribute('data-flashed')
      expect(loadsOf(service, vendor)).toBe(1)
      expect(await layoutShifts(page)).toEqual([])
    })
  })
})

test('a record that is unreadable grants nothing, and the visitor is asked', async ({
  page,
  context,
  baseURL,
  visit,
  traffic,
  parts,
}) => {
  for (const [what, value] of Object.entries(unreadable)) {
    await test.step(what, async () => {
      await context.clearCookies()
      await context.addCookies([{ name: 'askfirst', value, url: baseURL ?? '' }])
      await visit()
      await expect(parts.banner).toBeVisible()
      expect(await page.evaluate(() => document.cookie), 'the browser has kept it').toBe(`askfirst=${value}`)
      await expectNothing(page, traffic, seeded)
      await parts.reject.click()
      await expect(parts.banner).toBeHidden()
      const { value: written } = await storedRecord(context)
      expect(parseRecord(written)?.categories.get('functional')?.decision).toBe('denied')
      expect(await page.evaluate(() => document.cookie), 'it is the only one').toBe(`askfirst=${written}`)
    })
  }
  await page.reload()
  await expect(parts.start).toBeVisible()
  await expect(parts.banner).toBeHidden()

  await test.step('the one that some of them were made of is read, and loads the chat', async () => {
    await context.addCookies([{ name: 'askfirst', value: good, url: baseURL ?? '' }])
    await visit()
    await expect(parts.launcher).toBeVisible()
  })
})
