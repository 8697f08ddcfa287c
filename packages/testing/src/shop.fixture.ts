import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { afterAll, expect, vi } from 'vitest'
import { chromiumLaunch } from '../../../scripts/chromium.mjs'

/** A browser on a machine that is busy with other things needs more than a unit test's time. */
export function giveTime(): void {
  vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })
  afterAll(() => {
    vi.resetConfig()
  })
}

export function poll<Value>(read: () => Value | Promise<Value>) {
  return expect.poll(read, { timeout: 10_000 })
}

export function launch(): Promise<Browser> {
  return chromium.launch(chromiumLaunch())
}

/** Without motion, because Playwright waits for every animation to end before it clicks. */
export function newPage(browser: Browser): Promise<Page> {
  return browser.newPage({ reducedMotion: 'reduce', viewport: { width: 1000, height: 760 } })
}

export interface ShopOptions {
  /** The page's Content-Security-Policy. */
  readonly csp?: string | undefined
  readonly viewport?: { readonly width: number; readonly height: number } | undefined
}

/**
 * The page that embeds a messenger: on https, because storage and ids behave differently without a secure context.
 * One page serves all tests of a file, because a new one costs as much time as a test.
 */
export async function openShop(
  page: Page,
  { csp, viewport = { width: 1000, height: 760 } }: ShopOptions = {},
): Promise<void> {
  page.removeAllListeners()
  await page.unrouteAll()
  await page.context().clearCookies()
  if (page.viewportSize()?.width !== viewport.width) await page.setViewportSize(viewport)
  await page.route('https://shop.test/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      ...(csp && { headers: { 'content-security-policy': csp } }),
      body: `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Shop</title></head>
        <body><h1>Shop</h1><script src="data:text/javascript,"></script></body></html>`,
    }),
  )
  await page.goto('https://shop.test/')
  await page.evaluate(() => {
    localStorage.clear()
  })
}

interface ShopPage {
  trusted: (url: string) => string
}

/** Gives the page the policy for script addresses that a site under Trusted Types has; it is named `page`. */
async function definePolicy(page: Page): Promise<void> {
  await page.evaluate(() => {
    if ('trusted' in window) return
    type Rules = { createScriptURL: (url: string) => string }
    const { trustedTypes } = window as unknown as {
      trustedTypes: { createPolicy: (name: string, rules: Rules) => Rules }
    }
    const policy = trustedTypes.createPolicy('page', { createScriptURL: (url) => url })
    Object.assign(window, { trusted: (url: string) => policy.createScriptURL(url) })
  })
}

const kayakoEvents = [
  'chat_window_maximized',
  'chat_window_minimized',
  'chat_window_hidden',
  'chat_window_shown',
  'identified',
  'unread_messages_count_changed',
  'chat_started',
]

/** What an adapter does with the embed code: queue and settings first, then the script. */
export async function embedKayako(
  page: Page,
  overrides: { config?: object; parent?: 'head' | 'body'; loader?: string; api?: string; realtime?: string } = {},
): Promise<void> {
  await definePolicy(page)
  await page.evaluate(
    (given) => {
      const kayako = {
        readyQueue: [] as (() => void)[],
        newEmbedCode: true,
        ready: (listener: () => void) => kayako.readyQueue.push(listener),
        config: given.config ?? {},
        _settings: {
          apiUrl: given.api ?? 'https://acme.kayako.com/api/v1',
          messengerUrl: given.loader ?? 'https://acme.kayakocdn.com/messenger',
          realtimeUrl: given.realtime ?? 'wss://kre.kayako.net/socket',
        },
      }
      const log: unknown[][] = []
      Object.assign(window, { kayako, log })
      for (const name of ['first', 'second']) kayako.ready(() => log.push(['ready', name]))
      kayako.ready(() => {
        const { on } = kayako as unknown as { on: (event: string, listener: (...args: unknown[]) => void) => void }
        for (const event of given.events) {
          on(event, (...args) =>
            log.push([event, ...args.filter((argument) => typeof argument !== 'object'), visibility()]),
          )
        }
      })
      const visibility = () => (kayako as unknown as { visibility: () => string }).visibility()
      const script = document.createElement('script')
      script.async = true
      script.crossOrigin = 'anonymous'
      script.src = (window as unknown as ShopPage).trusted(kayako._settings.messengerUrl)
      document[given.parent ?? 'body'].append(script)
    },
    { ...overrides, events: kayakoEvents },
  )
}

/** What an adapter does: the listener first, then the script with its attribute. */
export async function embedKustomer(
  page: Page,
  {
    key,
    script = 'https://cdn.kustomerapp.com/chat-web/widget.js',
    start = {},
  }: {
    key: string
    script?: string
    start?: object | null
  },
): Promise<void> {
  await definePolicy(page)
  await page.evaluate(
    (given) => {
      const log: unknown[][] = []
      Object.assign(window, { log })
      addEventListener('kustomerLoaded', () => {
        const { Kustomer } = window as unknown as {
          Kustomer: { open?: unknown; start: (options: object, done: () => void) => void }
        }
        // A script has itself as the current one only while it runs.
        const moment = document.currentScript ? 'at once' : 'later'
        log.push(['kustomerLoaded', Object.keys(Kustomer).join(), typeof Kustomer.open, moment])
        if (given.start) Kustomer.start(given.start, () => log.push(['started', typeof Kustomer.open]))
      })
      const element = document.createElement('script')
      element.async = true
      element.dataset['kustomerApiKey'] = given.key
      element.src = (window as unknown as ShopPage).trusted(given.script)
      document.body.append(element)
    },
    { key, script, start },
  )
}
