// @vitest-environment node
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHmac } from 'node:crypto'
import { embedKustomer, launch, newPage, openShop, poll, giveTime } from '../shop.fixture.ts'
import { kustomerChatKey } from '../index.ts'
import { standInKustomer } from '../playwright.ts'
import type { KustomerSwitches } from '../playwright.ts'

giveTime()
let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launch()
  page = await newPage(browser)
})
afterAll(() => browser.close())

type Callback = (response?: unknown, error?: { message: string }) => void
interface ShopPage {
  log: unknown[][]
  Kustomer: {
    start: (options: object, done?: () => void) => void
    stop: (done?: () => void) => void
    open: (done?: () => void) => void
    close: (done?: () => void) => void
    login: (options: { jwtToken: string }, done: Callback) => void
    logout: (done: Callback) => void
    isLoggedIn: (claim: object, done: Callback) => void
    createConversation: (options: { message: string }, done?: Callback) => void
    isChatAvailable: () => string
    getUnreadCount: () => { total: number; conversations: Record<string, number> }
    addListener: (event: string, listener: Callback) => void
    removeListener: (event: string, listener: Callback) => void
  }
  KustomerCore: {
    init: (options: object, done: () => void) => void
    sendMessage: (sent: object, done: Callback) => void
  }
}

const key = kustomerChatKey()
const frame = () => page.frameLocator('#kustomer-ui-sdk-iframe')
const frames = () => page.locator('#kustomer-ui-sdk-iframe').count()
const readLog = () => page.evaluate(() => (window as unknown as ShopPage).log)
const keys = () => page.evaluate(() => Object.keys(localStorage).toSorted())
const isStarted = () => poll(readLog).toContainEqual(['started', 'function'])

async function visit(switches: KustomerSwitches = {}, csp?: string) {
  await openShop(page, { csp })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  return { kustomer: await standInKustomer(page, { replyDelay: 20, ...switches }), errors }
}

async function start(switches: KustomerSwitches = {}, options: object = {}) {
  const visited = await visit(switches)
  await embedKustomer(page, { key, start: options })
  await isStarted()
  return visited
}

/** Calls a method and waits for its callback. */
function call(method: 'login' | 'logout' | 'isLoggedIn' | 'createConversation', ...given: object[]) {
  return page.evaluate(
    ([name, values]) =>
      new Promise<unknown[]>((resolve) => {
        const { Kustomer } = window as unknown as { Kustomer: Record<string, (...all: unknown[]) => void> }
        Kustomer[name]?.(...values, (response: unknown, error: unknown) => {
          resolve([response, error])
        })
      }),
    [method, given] as const,
  )
}

function token(claims: object, { secret = 'stand-in-secret', alg = 'HS256' } = {}): string {
  const parts = [{ alg, typ: 'JWT' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  return `${parts.join('.')}.${createHmac('sha256', secret).update(parts.join('.')).digest('base64url')}`
}
const now = () => Math.floor(Date.now() / 1000)

describe('facts 2.6', () => {
  test('1: the stub offers `start` alone, announces itself at once, and then fetches the SDK', async () => {
    const { kustomer } = await visit()
    await embedKustomer(page, { key, start: null })
    await poll(readLog).toEqual([['kustomerLoaded', 'start', 'undefined', 'at once']])
    expect(kustomer.log.map(({ url }) => url)[0]).toBe('https://cdn.kustomerapp.com/chat-web/widget.js')
    await poll(() => kustomer.log.length).toBe(3)
    expect(kustomer.log.slice(1).map(({ url }) => new URL(url).pathname)).toEqual([
      '/chat-web/core.js',
      '/chat-web/release-v0.0.0/widget-main.js',
    ])
  })

  test('1: fails visibly without a key', async () => {
    const { errors } = await visit()
    await page.addScriptTag({ url: 'https://cdn.kustomerapp.com/chat-web/widget.js' })
    await poll(() => errors).toEqual([expect.stringContaining('data-kustomer-api-key is missing')])
  })

  test('2: an early `start` waits, asks the organisation’s API, and calls back once everything is there', async () => {
    const { kustomer } = await start({}, { brandId: 'brand-1' })
    const asked = kustomer.log.filter(({ host }) => host === 'api').map(({ url }) => url)
    expect(asked.toSorted()).toEqual([
      'https://acme.api.kustomerapp.com/p/v1/chat/brands/brand-1/settings/versions/latest',
      'https://acme.api.kustomerapp.com/p/v1/schedules/default',
      'https://acme.api.kustomerapp.com/p/v2/chat/brands/brand-1/settings',
    ])
    expect(await frames()).toBe(1)
    expect(await keys()).toEqual(['kustomer_stand_in_tracking', 'stand_in_widget_ui'])
    expect(await page.evaluate(() => typeof (window as unknown as ShopPage).KustomerCore)).toBe('object')
  })

  test('2: an EU organisation’s key leads to its own pod', async () => {
    const { kustomer } = await visit()
    await embedKustomer(page, { key: kustomerChatKey({ orgName: 'acme-eu', pod: 'prod2' }) })
    await isStarted()
    expect(kustomer.log.find(({ host }) => host === 'api')?.url).toContain('https://acme-eu.api.prod2.kustomerapp.com/')
  })

  test('3: `open` is undefined until then', async () => {
    await start({ delay: 30 })
    expect(await readLog()).toEqual([
      ['kustomerLoaded', 'start', 'undefined', 'at once'],
      ['started', 'function'],
    ])
  })

  test('4: open and close fire once each', async () => {
    await start()
    const seen = await page.evaluate(() => {
      const { Kustomer } = window as unknown as ShopPage
      const events: string[] = []
      for (const event of ['onOpen', 'onClose']) Kustomer.addListener(event, () => events.push(event))
      for (const step of ['open', 'open', 'close', 'close'] as const)
        Kustomer[step](() => events.push(`${step} called back`))
      return events
    })
    expect(seen).toEqual([
      'onOpen',
      'open called back',
      'open called back',
      'onClose',
      'close called back',
      'close called back',
    ])
  })

  test.each([
    ['event', 2],
    ['polling', 0],
  ] as const)('5: unread messages are counted at once (%s)', async (unread, times) => {
    const { kustomer } = await start({ unread, replyDelay: 60_000 })
    await page.evaluate(() => {
      const { Kustomer, log } = window as unknown as ShopPage
      Kustomer.addListener('onUnread', (response) => log.push(['onUnread', response]))
    })
    await call('createConversation', { message: 'Hello' })
    await poll(() => kustomer.openSockets().length).toBe(1)
    kustomer.reply('Hello, you')
    const count = () => page.evaluate(() => (window as unknown as ShopPage).Kustomer.getUnreadCount())
    await poll(count).toEqual({ total: 1, conversations: { 'conversation-1': 1 } })
    kustomer.pushUnread(0)
    await poll(count).toEqual({ total: 0, conversations: { 'conversation-1': 0 } })
    expect((await readLog()).filter(([event]) => event === 'onUnread')).toHaveLength(times)
  })

  test('6: login takes a fresh HS256 token, the e-mail wins, and logout clears what login stored', async () => {
    await start()
    expect(
      await call('login', { jwtToken: token({ email: 'ada@acme.example', externalId: '7', iat: now() }) }),
    ).toEqual([
      { identified: true, customerId: 'customer-ada@acme.example', email: 'ada@acme.example', externalId: null },
      undefined,
    ])
    expect(await call('isLoggedIn', { email: 'ada@acme.example' })).toEqual([true, undefined])
    expect(await keys()).toContain('kustomer_stand_in_session')
    expect(await frame().getByText('Welcome back').count()).toBe(1)
    await call('logout')
    expect(await keys()).toEqual(['kustomer_stand_in_tracking', 'stand_in_widget_ui'])
    expect(await frame().getByText('Welcome back').count()).toBe(0)
  })

  test('6: login refuses other tokens', async () => {
    await start()
    const person = { email: 'ada@acme.example' }
    for (const [jwtToken, reason] of [
      [token({ ...person, iat: now() - 15 * 60 }), '15 minutes'],
      [token(person), '15 minutes'],
      [token({ ...person, iat: now() }, { secret: 'another' }), 'signature'],
      [token({ ...person, iat: now() }, { alg: 'none' }), 'HS256'],
      [token({ iat: now() }), 'nobody'],
    ] as const) {
      expect(await call('login', { jwtToken })).toEqual([undefined, { message: expect.stringContaining(reason) }])
    }
    expect(await keys()).not.toContain('kustomer_stand_in_session')
  })

  test('7: stop removes the frame, the listeners and the socket, and start works afterwards', async () => {
    const { kustomer } = await start()
    await call('createConversation', { message: 'Hello' })
    await poll(() => kustomer.openSockets().length).toBe(1)
    await page.evaluate(() => {
      const { Kustomer, log } = window as unknown as ShopPage
      Kustomer.addListener('onOpen', () => log.push(['an old listener ran']))
      Kustomer.stop(() => log.push(['stopped', document.querySelectorAll('iframe').length]))
    })
    await poll(readLog).toContainEqual(['stopped', 0])
    await poll(() => kustomer.openSockets().length).toBe(0)
    await page.evaluate(() => {
      const { Kustomer, log } = window as unknown as ShopPage
      Kustomer.start({}, () => {
        Kustomer.open()
        log.push(['again'])
      })
    })
    await poll(readLog).toContainEqual(['again'])
    expect(await frames()).toBe(1)
    expect(await readLog()).not.toContainEqual(['an old listener ran'])
  })

  test.each([
    ['none', []],
    ['consentstack', ['kustomer-identity']],
    ['flowconsent', ['kustomer-client-id', 'kustomer-session-id', 'kustomer-visitor-id']],
  ] as const)('8: sets the cookies that are claimed by: %s', async (cookies, names) => {
    await start({ cookies })
    expect((await page.context().cookies()).map(({ name }) => name).toSorted()).toEqual(names)
  })

  test('9: opens its socket only once a conversation has started', async () => {
    const { kustomer } = await start()
    await page.evaluate(() => {
      const { Kustomer, log } = window as unknown as ShopPage
      Kustomer.addListener('onConversationCreate', (response) => log.push(['created', response]))
      Kustomer.open()
    })
    expect(kustomer.log.filter(({ kind }) => kind === 'socket')).toEqual([])
    await frame().getByRole('textbox', { name: 'Your message' }).fill('Hello')
    await page.keyboard.press('Enter')
    await frame().getByRole('log').getByText('I am a scripted stand-in').waitFor()
    expect(kustomer.openSockets().map(({ url }) => new URL(url).host)).toEqual(['ps.pndsn.com'])
    expect(await readLog()).toContainEqual(['created', expect.objectContaining({ conversationId: 'conversation-1' })])
  })

  test('10: stays hidden on a host that is not authorised', async () => {
    await start({ authorizedDomains: ['elsewhere.test'] })
    expect(await frames()).toBe(0)
    expect(await page.evaluate(() => (window as unknown as ShopPage).Kustomer.isChatAvailable())).toBe('hidden')
    await start({ authorizedDomains: ['shop.test'] })
    expect(await frames()).toBe(1)
  })
})

describe('switches and options', () => {
  test.each(['fails', 'throws', 'never-arrives'] as const)('a widget that %s never starts', async (widget) => {
    const { kustomer } = await visit({ widget })
    await embedKustomer(page, { key })
    const last = widget === 'never-arrives' ? 'core.js' : 'widget.js'
    await poll(() => kustomer.log.at(-1)?.url).toContain(last)
    expect(await readLog()).toEqual(
      widget === 'never-arrives' ? [['kustomerLoaded', 'start', 'undefined', 'at once']] : [],
    )
    expect(kustomer.log.at(-1)?.state).toBe(widget === 'never-arrives' ? 'open' : 'closed')
  })

  test('the launcher can be left out or moved', async () => {
    await start({}, { hideChatIcon: true })
    expect(await frame().getByRole('button').count()).toBe(0)
    await start({}, { chatIconPosition: 'left' })
    expect((await page.locator('#kustomer-ui-sdk-iframe').boundingBox())?.x).toBe(0)
  })

  test('works under Trusted Types and a strict style-src, for a second load as well', async () => {
    const csp = `default-src 'none'; script-src 'unsafe-eval' data: https://cdn.kustomerapp.com; connect-src https://acme.api.kustomerapp.com wss://ps.pndsn.com; style-src 'self'; require-trusted-types-for 'script'; trusted-types stand-in page`
    const { errors } = await visit({}, csp)
    for (const _ of ['first', 'second']) {
      await embedKustomer(page, { key })
      await isStarted()
      const header = frame().getByText('Stand-in for Kustomer – not the real service')
      expect(await header.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(255, 210, 94)')
      await page.evaluate(() => {
        document.querySelector('#kustomer-ui-sdk-iframe')?.remove()
        for (const script of document.querySelectorAll('script[src*="kustomerapp"]')) script.remove()
        Reflect.deleteProperty(window, 'Kustomer')
      })
    }
    expect(errors).toEqual([])
  })

  test('the headless core sends messages without a frame', async () => {
    await visit()
    const sent = await page.evaluate(
      (chatKey) =>
        new Promise((resolve) => {
          const script = document.createElement('script')
          script.dataset['kustomerApiKey'] = chatKey
          script.src = 'https://cdn.kustomerapp.com/chat-web/core.js'
          script.addEventListener('load', () => {
            const { KustomerCore } = window as unknown as ShopPage
            KustomerCore.init({}, () => {
              KustomerCore.sendMessage({ message: 'Hello' }, resolve)
            })
          })
          document.body.append(script)
        }),
      key,
    )
    expect(sent).toMatchObject({ conversationId: 'conversation-1' })
    expect(await frames()).toBe(0)
  })
})
