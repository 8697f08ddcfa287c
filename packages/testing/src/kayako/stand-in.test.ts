// @vitest-environment node
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHmac } from 'node:crypto'
import { embedKayako, launch, newPage, openShop, poll, giveTime } from '../shop.fixture.ts'
import type { ShopOptions } from '../shop.fixture.ts'
import { standInKayako } from '../playwright.ts'
import type { StandInKayakoOptions } from '../playwright.ts'
import type { KayakoGlobal } from './page.ts'

giveTime()
let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launch()
  page = await newPage(browser)
})
afterAll(() => browser.close())

type ShopPage = Window & { kayako: Required<KayakoGlobal>; log: unknown[][] }
const frame = () => page.frameLocator('#kayako-messenger-frame')
const readLog = () => page.evaluate(() => (window as unknown as ShopPage).log)
const keys = () => page.evaluate(() => Object.keys(localStorage).toSorted())
const isReady = () => poll(readLog).toContainEqual(['ready', 'second'])

async function visit(switches: Partial<StandInKayakoOptions> = {}, shop: ShopOptions = {}) {
  await openShop(page, shop)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  const kayako = await standInKayako(page, { subdomain: 'acme', replyDelay: 20, ...switches })
  return { kayako, errors }
}

async function start(switches: Partial<StandInKayakoOptions> = {}, config: object = {}) {
  const visited = await visit(switches)
  await embedKayako(page, { config })
  await isReady()
  return visited
}

describe('facts 1.6', () => {
  test('1: serves the loader, the API and the bundle from three hosts', async () => {
    const { kayako } = await start()
    expect(kayako.log.slice(0, 4).map(({ host, status }) => [host, status])).toEqual([
      ['loader', 200],
      ['error-reporting', 200],
      ['api', 200],
      ['assets', 200],
    ])
    expect(kayako.log[2]?.url).toMatch(/^https:\/\/acme\.kayako\.com\/api\/v1\/messenger\/settings\/current\?include=/)
  })

  test('2: does nothing on a page without the embed code', async () => {
    const { kayako, errors } = await visit()
    for (const embedCode of [
      undefined,
      { readyQueue: [], newEmbedCode: true },
      { _settings: { apiUrl: 'https://acme.kayako.com/api/v1' }, newEmbedCode: true },
      { _settings: { apiUrl: 'https://acme.kayako.com/api/v1' }, readyQueue: [] },
    ]) {
      await page.evaluate((incomplete) => Object.assign(window, { kayako: incomplete }), embedCode)
      await page.addScriptTag({ url: 'https://acme.kayakocdn.com/messenger' })
    }
    expect(await page.locator('#kayako-messenger').count()).toBe(0)
    expect(kayako.log.map(({ host }) => host)).toEqual(['loader', 'loader', 'loader', 'loader'])
    expect(errors).toEqual([])
  })

  test('3: keeps the settings for 5 minutes', async () => {
    const { kayako } = await start()
    const key = 'kayako:messenger:https://acme.kayako.com/api/v1:settings/current'
    expect(await keys()).toContain(key)
    const asked = () => kayako.log.filter(({ url }) => url.includes('/settings/current')).length
    const comeBack = async () => {
      await page.reload()
      await embedKayako(page)
      await isReady()
    }
    await comeBack()
    expect(asked()).toBe(1)
    await page.evaluate((name) => {
      const stored = JSON.parse(localStorage.getItem(name) ?? '{}')
      localStorage.setItem(name, JSON.stringify({ ...stored, savedAt: Date.now() - 5 * 60_000 }))
    }, key)
    await comeBack()
    expect(asked()).toBe(2)
  })

  test.each(['document-write', 'dom'] as const)(
    '4: inserts an address-less frame and stores an id (%s)',
    async (filling) => {
      await start({ frame: filling })
      const container = page.locator('#kayako-messenger')
      expect(await container.evaluate((element) => element.nextElementSibling?.tagName)).toBe('SCRIPT')
      expect(await container.evaluate((element) => element.style.position)).toBe('fixed')
      expect(await page.locator('#kayako-messenger > #kayako-messenger-frame').getAttribute('src')).toBeNull()
      const id = await page.evaluate(() => localStorage.getItem('kayako_stand_in_fingerprint'))
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    },
  )

  test('4: needs a script inside the body, as the real one does', async () => {
    const { errors } = await visit()
    await page.evaluate(() => {
      for (const script of document.body.querySelectorAll('script')) script.remove()
    })
    await embedKayako(page, { parent: 'head' })
    await poll(() => errors).toEqual([expect.stringContaining('<body> holds no <script>')])
  })

  test('5: opens its socket on load, and the frame takes it along', async () => {
    const { kayako } = await start()
    await poll(() => kayako.openSockets().length).toBe(1)
    const { searchParams, pathname } = new URL(kayako.openSockets()[0]?.url ?? '')
    expect(pathname).toBe('/socket/websocket')
    expect(Object.fromEntries(searchParams)).toEqual({
      fingerprint_id: await page.evaluate(() => localStorage.getItem('kayako_stand_in_fingerprint')),
      instance: 'acme.kayako.com',
      vsn: '1.0.0',
    })
    await page.locator('#kayako-messenger').evaluate((element) => {
      element.remove()
    })
    await poll(() => kayako.openSockets().length).toBe(0)
  })

  test('5: works without live answers when the socket is refused', async () => {
    const { kayako } = await start({ socket: 'refused' })
    await page.evaluate(() => (window as unknown as ShopPage).kayako.maximize())
    await frame().getByText('No live connection').waitFor()
    expect(kayako.log.find(({ kind }) => kind === 'socket')?.state).toBe('refused')
  })

  test('6: extends the page’s own object and runs the queue in order, once', async () => {
    await visit()
    await embedKayako(page)
    await page.evaluate(() => Object.assign(window, { before: (window as unknown as ShopPage).kayako }))
    await isReady()
    expect(
      await page.evaluate(
        () => (window as unknown as { before: unknown }).before === (window as unknown as ShopPage).kayako,
      ),
    ).toBe(true)
    expect((await readLog()).filter(([event]) => event === 'ready')).toEqual([
      ['ready', 'first'],
      ['ready', 'second'],
    ])
    const methods = ['minimize', 'maximize', 'hide', 'show', 'visibility', 'identify', 'forget', 'on']
    expect(
      await page.evaluate(
        (names) =>
          names.filter((name) => typeof Reflect.get((window as unknown as ShopPage).kayako, name) === 'function'),
        methods,
      ),
    ).toEqual(methods)
  })

  test.each([
    ['runs', 1],
    ['ignored', 0],
  ] as const)('6: a late ready callback %s', async (lateReady, times) => {
    await start({ lateReady })
    expect(
      await page.evaluate(() => {
        let count = 0
        ;(window as unknown as ShopPage).kayako.ready(() => (count += 1))
        return count
      }),
    ).toBe(times)
  })

  test('7: tells its state, and emits after each change', async () => {
    await start()
    const states = await page.evaluate(() => {
      const { kayako } = window as unknown as ShopPage
      const seen = [kayako.visibility()]
      for (const step of ['maximize', 'maximize', 'hide', 'show', 'minimize'] as const) {
        kayako[step]()
        seen.push(kayako.visibility())
      }
      return seen
    })
    expect(states).toEqual(['minimized', 'maximized', 'maximized', 'hidden', 'maximized', 'minimized'])
    expect((await readLog()).slice(2)).toEqual([
      ['chat_window_maximized', 'maximized'],
      ['chat_window_hidden', 'hidden'],
      ['chat_window_shown', 'maximized'],
      ['chat_window_minimized', 'minimized'],
    ])
  })

  test('8: a right signature opens earlier conversations; forget closes them and calls back once, later', async () => {
    const { kayako } = await start()
    const signature = createHmac('sha256', 'stand-in-token')
      .update('Adaada@acme.examplestand-in-token1700000000')
      .digest('hex')
    await page.evaluate((signed) => {
      const messenger = (window as unknown as ShopPage).kayako
      messenger.maximize()
      messenger.identify('Ada', 'ada@acme.example', signed, 1_700_000_000)
    }, signature)
    await frame().getByText('Welcome back, Ada').waitFor()
    expect(await readLog()).toContainEqual(['identified', 'maximized'])
    expect(await keys()).toContain('kayako_stand_in_identity')
    const calls = await page.evaluate(async () => {
      const seen: string[] = []
      await new Promise<void>((resolve) => {
        ;(window as unknown as ShopPage).kayako.forget(() => {
          seen.push('called')
          setTimeout(resolve, 50)
        })
        seen.push('returned')
      })
      return seen
    })
    expect(calls).toEqual(['returned', 'called'])
    expect(kayako.log.at(-1)).toMatchObject({ method: 'DELETE', host: 'api' })
    expect(await frame().getByText('Welcome back').count()).toBe(0)
    expect(await keys()).not.toContain('kayako_stand_in_identity')
  })

  test('8: a wrong signature reveals nothing, and an empty one is not sent', async () => {
    const { kayako } = await start()
    await page.evaluate(() => {
      const messenger = (window as unknown as ShopPage).kayako
      messenger.identify('Ada', 'ada@acme.example', '', 0)
      messenger.identify('Ada', 'ada@acme.example', 'f'.repeat(64), 1_700_000_000)
    })
    await expect
      .poll(() => kayako.log.filter(({ url }) => url.endsWith('/identity')).map(({ status }) => status))
      .toEqual([403])
    expect(JSON.stringify(await readLog())).not.toContain('identified')
    expect(await frame().getByText('Welcome back').count()).toBe(0)
  })

  test('9: counts what was not read, and says 0 when it was', async () => {
    const { kayako } = await start()
    await poll(() => kayako.openSockets().length).toBe(1)
    await poll(() => tried(() => kayako.reply('One'))).toBe(true)
    kayako.pushUnread(4)
    await poll(readLog).toContainEqual(['unread_messages_count_changed', 4, 'minimized'])
    expect(await frame().getByRole('button', { name: 'Open chat, 4 unread' }).count()).toBe(1)
    await page.evaluate(() => (window as unknown as ShopPage).kayako.maximize())
    const counts = (await readLog()).filter(([event]) => event === 'unread_messages_count_changed')
    expect(counts).toEqual([
      ['unread_messages_count_changed', 1, 'minimized'],
      ['unread_messages_count_changed', 4, 'minimized'],
      ['unread_messages_count_changed', 0, 'maximized'],
    ])
  })

  test('10: sets no cookie unless told to', async () => {
    await start()
    expect(await page.context().cookies()).toEqual([])
    await start({ cookie: true })
    expect((await page.context().cookies()).map(({ name, domain }) => [name, domain])).toEqual([
      ['kayako_stand_in_visitor', 'shop.test'],
    ])
  })
})

describe('switches', () => {
  test.each([
    ['fails', 0],
    ['throws', 0],
    ['never-ready', 1],
  ] as const)('a loader that %s never gets ready, and can be repaired', async (loader, containers) => {
    const { kayako } = await visit({ loader })
    await embedKayako(page)
    await poll(() => kayako.log.some(({ host, state }) => host === 'loader' && state === 'closed')).toBe(true)
    await poll(() => page.locator('#kayako-messenger').count()).toBe(containers)
    expect(await readLog()).toEqual([])
    kayako.set({ loader: 'works' })
    await page.reload()
    await embedKayako(page)
    await isReady()
  })

  test.each([
    ['fails', 500],
    ['not-found', 404],
  ] as const)('settings that are %s still boot', async (settings, status) => {
    const { kayako } = await start({ settings })
    expect(kayako.log.find(({ url }) => url.includes('/settings/current'))?.status).toBe(status)
    expect((await keys()).filter((key) => key.startsWith('kayako:'))).toEqual([])
  })

  test('the launcher is hidden by the help desk or by the page', async () => {
    for (const [switches, config] of [
      [{ hideLauncher: true }, {}],
      [{}, { hideLauncher: true }],
    ]) {
      await start(switches, config)
      expect(await frame().getByRole('button').count()).toBe(0)
      expect((await page.locator('#kayako-messenger').boundingBox())?.width).toBe(0)
    }
  })

  test('a slow service answers late', async () => {
    const { kayako } = await start({ delay: 80 })
    const [loader, settings] = kayako.log.filter(({ host }) => host === 'loader' || host === 'api')
    expect((settings?.time ?? 0) - (loader?.time ?? 0)).toBeGreaterThanOrEqual(80)
  })

  test('the frame filled with DOM calls works under Trusted Types and a strict style-src', async () => {
    const csp = `default-src 'none'; script-src 'unsafe-eval' data: https://acme.kayakocdn.com https://assets.kayako.com https://d2wy8f7a9ursnm.cloudfront.net; connect-src https://acme.kayako.com wss://kre.kayako.net; img-src https://assets.kayako.com; style-src 'self'; require-trusted-types-for 'script'; trusted-types stand-in page`
    const { errors } = await visit({ frame: 'dom' }, { csp })
    await embedKayako(page)
    await isReady()
    await page.evaluate(() => (window as unknown as ShopPage).kayako.maximize())
    const header = frame().getByText('Stand-in for Kayako Messenger – not the real service')
    expect(await header.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(255, 210, 94)')
    expect(errors).toEqual([])
  })
})

describe('the chat window', () => {
  test('is used with the keyboard, and the scripted agent answers', async () => {
    await start()
    await poll(() => frame().getByRole('button', { name: 'Open chat' }).isVisible()).toBe(true)
    await frame().getByRole('button', { name: 'Open chat' }).press('Enter')
    await page.keyboard.type('Hello')
    await page.keyboard.press('Enter')
    const log = frame().getByRole('log', { name: 'Conversation' })
    await log.getByText('I am a scripted stand-in').waitFor()
    await frame().getByRole('textbox', { name: 'Your message' }).press('Escape')
    expect((await readLog()).slice(2)).toEqual([
      ['chat_window_maximized', 'maximized'],
      ['chat_started', 'maximized'],
      ['chat_window_minimized', 'minimized'],
    ])
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => (window as unknown as ShopPage).kayako.visibility())).toBe('maximized')
  })

  test('fills a phone', async () => {
    await visit({}, { viewport: { width: 320, height: 500 } })
    await embedKayako(page)
    await isReady()
    await page.evaluate(() => (window as unknown as ShopPage).kayako.maximize())
    expect(await page.locator('#kayako-messenger').boundingBox()).toEqual({ x: 0, y: 0, width: 320, height: 500 })
    expect((await frame().getByRole('region').boundingBox())?.width).toBe(320)
  })

  test('a returning visitor finds the conversation again', async () => {
    const { kayako } = await start()
    await frame().getByRole('button', { name: 'Open chat' }).click()
    await frame().getByLabel('Your message').fill('My parcel is lost')
    await frame().getByRole('button', { name: 'Send' }).click()
    await frame().getByText('I am a scripted stand-in').waitFor()
    kayako.reply('A person was asked')
    await frame().getByText('A person was asked').waitFor()
    await page.reload()
    await embedKayako(page)
    await isReady()
    await page.evaluate(() => (window as unknown as ShopPage).kayako.maximize())
    await frame().getByText('My parcel is lost').waitFor()
    expect(await frame().getByText('A person was asked').isVisible()).toBe(true)
  })
})

function tried(step: () => void): boolean {
  try {
    step()
    return true
  } catch {
    return false
  }
}
