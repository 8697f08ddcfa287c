// @vitest-environment node
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { giveTime, launch } from '../shop.fixture.ts'
import { rememberPage } from './removal.ts'
import { acme, serveSite, site } from './site.fixture.ts'
import { standInKayako } from './stand-in-kayako.ts'
import { recordTraces } from './traces.ts'

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
})
afterEach(() => context.close())

const rule =
  'Rule: promise 6. Withdrawal happens now: sockets closed, nodes and globals gone, storage swept; nothing of the vendor is left.'

/** What the site's test would fail with when the vendor leaves this behind. */
async function messageAfter(leftover: string): Promise<string> {
  await recordTraces(context, { selectors: acme.traces.nodes })
  await page.goto(site)
  await page.evaluate(`localStorage.setItem('cart', '1'); document.cookie = 'session=1'; window.shop = {}`)
  const before = await rememberPage(page, { ownNames: ['later'] })
  await page.evaluate(`localStorage.setItem('later', '1'); localStorage.setItem('cart', '2')`)
  await page.evaluate(leftover)
  return before.expectRemoved(acme, { quiet: 100 }).then(
    () => 'nothing',
    (error: Error) => error.message,
  )
}

test.each([
  [
    'a node',
    `document.body.append(Object.assign(document.createElement('p'), { id: 'acme-chat' }))`,
    'Node p #acme-chat',
  ],
  ['a global', 'window.acmeChat = {}', 'Global acmeChat'],
  ['a replaced function', 'window.fetch = () => Promise.reject()', 'Replaced function fetch'],
  ['a key that is disclosed', `localStorage.setItem('acme-1', '1')`, 'localStorage key acme-1'],
  ['a key that is not', `sessionStorage.setItem('unpublished', '1')`, 'sessionStorage key unpublished'],
  ['a cookie', `document.cookie = 'acme=1'`, 'Cookie acme'],
  ['a cache', `caches.open('theirs').then(() => undefined)`, 'Cache theirs'],
])('%s that is left is told', async (_, leftover, name) => {
  expect(await messageAfter(leftover)).toBe(
    `Askfirst: a rule was broken\n1. ${name}, on ${site}\n    Initiator: not known\n    ${rule}`,
  )
})

test('a socket that stays open is told', async () => {
  await standInKayako(context, { subdomain: 'acme' })
  const address = 'wss://kre.kayako.net/socket/websocket?fingerprint_id=f'
  expect(
    await messageAfter(`new Promise((done) => new WebSocket('${address}').addEventListener('open', () => done()))`),
  ).toBe(`Askfirst: a rule was broken\n1. Socket to ${address}, on ${site}\n    Initiator: not known\n    ${rule}`)
})

test('a request that comes afterwards is told', async () => {
  expect(
    await messageAfter(`setTimeout(() => fetch('https://chat.acme.test/count', { mode: 'no-cors' }), 50)`),
  ).toContain('Request to https://chat.acme.test/count')
})

test('nothing is told where nothing is left, whatever the site has done meanwhile', async () => {
  expect(await messageAfter('')).toBe('nothing')
})

test('a page whose traces are not recorded is not judged', async () => {
  await page.goto(site)
  await expect(rememberPage(page)).rejects.toThrow('Call recordTraces before the page loads')
})
