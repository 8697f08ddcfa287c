// @vitest-environment node
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { giveTime, launch } from '../shop.fixture.ts'
import { simulateFailure } from './simulate-failure.ts'
import { acme, serveSite, site } from './site.fixture.ts'

giveTime()
let browser: Browser
let context: BrowserContext
let page: Page
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())
beforeEach(async () => {
  context = await browser.newContext()
  page = await context.newPage()
  await serveSite(context)
  await page.goto(site)
})
afterEach(() => context.close())

/** What becomes of the vendor's script, and of what it would ask for next. */
function load(): Promise<string> {
  return page.evaluate(async () => {
    const outcome = await new Promise<string>((resolve) => {
      addEventListener('error', ({ message }) => resolve(message), { once: true })
      addEventListener('securitypolicyviolation', () => resolve('refused by the policy'), { once: true })
      const script = document.createElement('script')
      script.addEventListener('load', () => resolve('loaded'))
      script.addEventListener('error', () => setTimeout(() => resolve('did not load'), 50))
      script.src = `https://chat.acme.test/widget.js?${Math.random()}`
      document.body.append(script)
    })
    return navigator.onLine ? outcome : `${outcome}, offline`
  })
}

test.each([
  ['blocked', 'did not load'],
  ['dns', 'did not load'],
  ['http-500', 'did not load'],
  ['offline', 'did not load, offline'],
  ['csp', 'refused by the policy'],
  ['never-ready', 'loaded'],
  ['throws', 'Script error.'],
] as const)('%s: the script %s, until the failure is over', async (failure, outcome) => {
  const simulated = await simulateFailure(context, failure, { of: acme })
  expect(await load()).toBe(outcome)
  await simulated.stop()
  if (failure === 'csp') await page.reload() // a page keeps its policy
  expect(await load()).toBe('loaded')
})

test('a policy is there from the first script of a page that loads later', async () => {
  await simulateFailure(page, 'csp', { of: acme })
  await page.reload()
  expect(await load()).toBe('refused by the policy')
})

test('two tries fail and the third succeeds', async () => {
  const simulated = await simulateFailure(page, 'http-500', { of: acme, times: 2 })
  expect([await load(), await load(), await load()]).toEqual(['did not load', 'did not load', 'loaded'])
  expect(simulated.tries()).toBe(3)
})

test('allowed elsewhere: scripts run, and everything else is refused', async () => {
  await simulateFailure(page, 'allowed-elsewhere', { of: ({ hostname }) => hostname === 'chat.acme.test' })
  expect(await load()).toBe('loaded')
  expect(await page.evaluate(() => fetch('https://chat.acme.test/settings').then(({ status }) => status))).toBe(403)
})

test('a full storage refuses even one letter, and is emptied again', async () => {
  const write = () =>
    page.evaluate(() => {
      try {
        localStorage.setItem('a', '1')
        return 'written'
      } catch (error) {
        return (error as Error).name
      }
    })
  const simulated = await simulateFailure(page, 'quota-exceeded', { of: acme })
  expect(await write()).toBe('QuotaExceededError')
  await page.reload()
  expect(await write()).toBe('QuotaExceededError')
  await simulated.stop()
  expect(await write()).toBe('written')
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['a'])
})
