// @vitest-environment node
import type { Browser, BrowserContext } from '@playwright/test'
import { parseRecord } from '@askfirst/core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { giveTime, launch } from '../shop.fixture.ts'
import { serveSite, site } from './site.fixture.ts'
import { setConsent, setPrivacySignal, setRegion } from './visitor.ts'

giveTime()
let browser: Browser
let context: BrowserContext
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())
beforeEach(async () => {
  context = await browser.newContext()
})
afterEach(() => context.close())

test('the cookie is the one that the site has', async () => {
  await setConsent(context, { vendors: { acme: true } }, { name: 'choices', domain: '.shop.test', secure: true })
  const page = await context.newPage()
  await serveSite(context)
  await page.goto(site)
  const [name, text] = (await page.evaluate(() => document.cookie)).split(/=(.*)/)
  expect(name).toBe('choices')
  expect(parseRecord(text)?.vendors.get('acme')?.decision).toBe('granted')
  expect(await context.cookies()).toMatchObject([{ domain: '.shop.test', secure: true, sameSite: 'Lax' }])
})

test('a cookie without a site is a mistake', async () => {
  await expect(setConsent(context, 'accept-all', {})).rejects.toThrow('Give the url of your site, or set baseURL')
})

test('the signal is on the page and in every request, the region in those to the site only', async () => {
  const page = await context.newPage()
  const sent: Record<string, (string | undefined)[]> = {}
  await context.route('https://*.test/**', (route) => {
    const headers = route.request().headers()
    sent[route.request().url()] = [headers['sec-gpc'], headers['x-geo']]
    return route.fulfill({ contentType: 'text/html', body: '<script src="https://chat.acme.test/a.js"></script>' })
  })
  await setPrivacySignal(context)
  await setRegion(context, 'DE', { header: 'x-geo', url: site })
  await page.goto(site)
  expect(sent).toEqual({ [site]: ['1', 'DE'], 'https://chat.acme.test/a.js': ['1', undefined] })
  expect(await page.evaluate(() => (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl)).toBe(true)
})
