// @vitest-environment node
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test, type TestContext } from 'vitest'
import { giveTime, launch } from '../shop.fixture.ts'
import type { Finding } from './finding.ts'
import { acme, serveSite, site } from './site.fixture.ts'
import { watchBeforeConsent } from './watch-before-consent.ts'
import type { BeforeConsentOptions, BeforeConsentWatch } from './watch-before-consent.ts'

giveTime()
let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

interface Visit extends BeforeConsentWatch {
  readonly page: Page
  readonly context: BrowserContext
}

const rule =
  'Rule: promise 1. Nothing before permission: until a vendor is allowed, the page holds no node, request, preconnect, socket, global, cookie or key of it.'

/** In a context of its own, so that the tests wait for their pages at the same time. */
async function newContext({ onTestFinished }: TestContext): Promise<BrowserContext> {
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  return context
}

/** By the test's own `expect`, which knows whose it is while others run. */
const poll = <Value>({ expect: own }: TestContext, read: () => Value | Promise<Value>) =>
  own.poll(read, { timeout: 10_000 })

async function visit(own: TestContext, script: string, options: BeforeConsentOptions = {}): Promise<Visit> {
  const context = await newContext(own)
  await serveSite(context, script)
  const watch = await watchBeforeConsent(context, { vendors: [acme], ...options })
  const page = await context.newPage()
  await page.goto(site)
  return { ...watch, page, context }
}

/** What a test would fail with. */
async function messageOf({ expectNothing }: BeforeConsentWatch): Promise<string> {
  return expectNothing().then(
    () => 'nothing',
    (error: Error) => error.message,
  )
}

test.concurrent('a page that keeps the promise passes', async (own) => {
  const watch = await visit(
    own,
    `
    const link = document.createElement('link')
    Object.assign(link, { rel: 'canonical', href: 'https://www.shop.test/' })
    document.head.append(link, Object.assign(document.createElement('img'), { src: '/leaf.svg' }))
    localStorage.setItem('askfirst.wording', '{}')
    document.cookie = 'askfirst=reject-all'`,
  )
  expect(await watch.findings()).toEqual([])
  expect(await messageOf(watch)).toBe('nothing')
})

test.concurrent('a script of a vendor is told with its address, the call that added it, and the rule', async (own) => {
  const watch = await visit(
    own,
    `function startChat() {
    const script = document.createElement('script')
    script.src = 'https://chat.acme.test/widget.js'
    document.body.append(script)
  }
  startChat()`,
  )
  const lines = (await messageOf(watch)).split('\n')
  expect(lines[0]).toBe('Askfirst: rules were broken 2 times')
  expect(lines.slice(1).join('\n')).toContain(
    `. Request to https://chat.acme.test/widget.js (script), on https://shop.test/
    Initiator: https://shop.test/app.js:4:19, in startChat
    ${rule}`,
  )
  expect(lines.slice(1).join('\n')).toContain(
    `. Node script https://chat.acme.test/widget.js, on https://shop.test/
    Initiator: not known
    ${rule}`,
  )
})

const promises = [
  [
    'a socket',
    `new WebSocket('wss://chat.acme.test/live')`,
    'Socket to wss://chat.acme.test/live, on https://shop.test/',
    'https://shop.test/app.js:1:1',
  ],
  [
    'a beacon',
    `fetch('https://chat.acme.test/count', { mode: 'no-cors' })`,
    'Request to https://chat.acme.test/count (fetch), on https://shop.test/',
    'https://shop.test/app.js:1:1',
  ],
  [
    'a preconnect',
    `document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href: 'https://chat.acme.test' }))`,
    'Link to https://chat.acme.test (rel="preconnect"), on https://shop.test/',
    'not known',
  ],
  ['a cookie', `document.cookie = 'acme=1'`, 'Cookie acme (of shop.test)', 'not known'],
  ['a key', `localStorage.setItem('acme-1', '1')`, 'localStorage key acme-1, on https://shop.test/', 'not known'],
  ['a key of the tab', `sessionStorage.setItem('a', '1')`, 'sessionStorage key a, on https://shop.test/', 'not known'],
  ['a database', `indexedDB.open('acme')`, 'IndexedDB database acme, on https://shop.test/', 'not known'],
  ['a cache', `caches.open('acme')`, 'Cache acme, on https://shop.test/', 'not known'],
  [
    'a node',
    `document.body.append(Object.assign(document.createElement('div'), { id: 'acme-chat' }))`,
    'Node div #acme-chat, on https://shop.test/',
    'not known',
  ],
  [
    'a node that was there for a moment',
    `const frame = document.createElement('iframe'); document.body.append(frame); frame.remove()`,
    'Node iframe, on https://shop.test/',
    'not known',
  ],
] as const

test.concurrent.for(promises)(
  '%s is told with its name and the rule, and nothing else is',
  async ([, script, name, initiator], own) => {
    const watch = await visit(own, script)
    await poll(own, () => messageOf(watch)).toBe(
      `Askfirst: a rule was broken\n1. ${name}\n    Initiator: ${initiator}\n    ${rule}`,
    )
  },
)

test.concurrent('a global of a vendor is told, one of the site is not', async (own) => {
  const watch = await visit(own, 'window.shop = {}; window.acmeChat = {}')
  expect(await messageOf(watch)).toContain('\n1. Global acmeChat, on https://shop.test/\n')
  expect(await watch.findings()).toHaveLength(1)
})

test.concurrent('a preconnect in a header of the site is told', async (own) => {
  const context = await newContext(own)
  const page = await context.newPage()
  await serveSite(context, '', { link: '</app.css>; rel=preload, <https://chat.acme.test>; rel=preconnect' })
  const watch = await watchBeforeConsent(page)
  await page.goto(site)
  expect((await watch.findings()).map(({ kind, name }) => [kind, name])).toEqual([
    ['link', 'https://chat.acme.test (response header)'],
  ])
})

test.concurrent('what earlier pages of the journey did is not forgotten', async (own) => {
  const watch = await visit(
    own,
    `if (location.pathname === '/') { window.acmeChat = {}; sessionStorage.setItem('gone', '1') }
    else sessionStorage.clear()`,
  )
  await watch.page.goto(`${site}help`)
  expect((await watch.findings()).map(({ kind, name, page: where }) => [kind, name, where])).toEqual([
    ['global', 'acmeChat', site],
    ['session', 'gone', site],
  ])
})

test.concurrent('other tabs are watched too', async (own) => {
  const watch = await visit(own, '')
  const other = await watch.context.newPage()
  await other.goto(site)
  await other.evaluate(() => void fetch('https://chat.acme.test/count', { mode: 'no-cors' }).catch(() => undefined))
  await poll(own, async () => (await watch.findings()).map(({ name }) => name)).toEqual([
    'https://chat.acme.test/count (fetch)',
  ])
})

test.concurrent('what is the own of the site passes', async (own) => {
  const watch = await visit(
    own,
    `localStorage.setItem('cart-7', '1')
    document.cookie = 'session=1'
    document.body.append(Object.assign(document.createElement('img'), { src: 'https://cdn.shop.test/leaf.png' }))
    document.body.append(Object.assign(document.createElement('iframe'), { id: 'checkout' }))`,
    { ownHosts: ['cdn.shop.test'], ownNames: ['session', /^cart-/], ownNodes: ['#checkout'] },
  )
  expect(await messageOf(watch)).toBe('nothing')
})

test.concurrent('a finding is told at once, and none after the end', async (own) => {
  const told: Finding[] = []
  const watch = await visit(own, '', { onFinding: (finding) => told.push(finding) })
  await watch.page.evaluate(() => void (document.body.innerHTML = '<iframe></iframe>'))
  await poll(own, () => told.map(({ kind }) => kind)).toEqual(['node'])
  watch.stop()
  await watch.page.evaluate(() => localStorage.setItem('acme-1', '1'))
  expect(await watch.findings()).toHaveLength(1)
})
