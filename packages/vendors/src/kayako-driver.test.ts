import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChatDriver } from '@askfirst/core/runtime'
import './kayako-driver.ts'
import { kayako, type KayakoApi, type KayakoConfig, type KayakoOptions } from './kayako.ts'
import { testPage, type TestPage } from './page.fixture.ts'

interface Stub {
  readonly readyQueue: (() => void)[]
  readonly config: KayakoConfig
  readonly _settings: object
}

type Page = Window & { readonly kayako: Stub & Partial<KayakoApi> }

let opened: TestPage | undefined

/** The messenger: what was called, and the listeners it has. */
function messenger(): {
  readonly calls: string[]
  readonly listeners: Map<string, (...values: unknown[]) => void>
  readonly api: object
} {
  const calls: string[] = []
  const listeners = new Map<string, (...values: unknown[]) => void>()
  let visibility = 'minimized'
  const turn = (name: string, next: string) => () => {
    calls.push(name)
    visibility = next
  }
  const api = {
    maximize: turn('maximize', 'maximized'),
    minimize: turn('minimize', 'minimized'),
    hide: turn('hide', 'hidden'),
    show: turn('show', 'minimized'),
    visibility: () => visibility,
    identify: (...values: unknown[]) => calls.push(`identify ${values.join(' ')}`),
    forget: (done: () => void) => {
      calls.push('forget')
      setTimeout(done, 10)
    },
    on: (event: string, listener: (...values: unknown[]) => void) => listeners.set(event, listener),
  }
  return { calls, listeners, api }
}

async function mount(
  options: Partial<KayakoOptions> = {},
  { features = [], boot }: { features?: string[]; boot?: (stub: Stub) => void } = {},
): Promise<{ driver: ChatDriver<KayakoApi>; stub: Stub; at: ReturnType<typeof messenger> }> {
  const at = messenger()
  let stub: Stub | undefined
  opened = testPage((window) => {
    stub = (window as Page).kayako
    if (boot) boot(stub)
    else {
      Object.assign(stub, at.api)
      for (const ready of stub.readyQueue) ready()
    }
  }, features)
  const driver = await kayako({ subdomain: 'acme', ...options }).mount(opened.page)
  if (!stub) throw new Error('The loader did not run.')
  return { driver, stub, at }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})

afterEach(() => {
  opened?.end()
  vi.useRealTimers()
})

describe('kayako, mounted', () => {
  it('has its settings and overrides in place before the loader runs', async () => {
    const config = { hideLauncher: true, forceLocale: 'en-us', styles: { primaryColor: '#112233' } }
    const { stub } = await mount({ config }, { features: ['articles'] })
    expect(stub._settings).toEqual({
      apiUrl: 'https://acme.kayako.com/api/v1',
      messengerUrl: 'https://acme.kayakocdn.com/messenger',
      realtimeUrl: 'wss://kre.kayako.net/socket',
    })
    expect(stub.config).toEqual(config)
  })

  it('contacts nobody when its own driver does not come', async () => {
    const run = vi.fn<() => void>()
    opened = testPage(run)
    const page = { ...opened.page, part: () => Promise.reject(new Error('blocked')) }
    await expect(kayako({ subdomain: 'acme' }).mount(page)).rejects.toThrow('blocked')
    expect(run).not.toHaveBeenCalled()
    expect(opened.window).not.toHaveProperty('kayako')
  })

  it('switches the article suggestions off while they are not allowed, whatever the site has set', async () => {
    const widgets = { articles: { enabled: true, sectionId: 7 }, presence: { enabled: true } }
    const { stub } = await mount({ config: { widgets } })
    expect(stub.config).toMatchObject({
      enableSuggestions: false,
      widgets: { articles: { enabled: false, sectionId: 7 }, presence: { enabled: true } },
    })
  })

  it('leaves them to the site where they are allowed, in the category that the site says', async () => {
    const { stub } = await mount({ config: { widgets: { articles: { enabled: true } } } }, { features: ['articles'] })
    expect(stub.config).toEqual({ widgets: { articles: { enabled: true } } })
    expect(kayako({ subdomain: 'acme' }).features).toEqual({ articles: { category: 'marketing' } })
    expect(kayako({ subdomain: 'acme', articles: 'functional' }).features).toEqual({
      articles: { category: 'functional' },
    })
  })

  it('is ready by the methods where a late callback never runs', async () => {
    const at = messenger()
    const mounting = mount({}, { boot: (stub) => void setTimeout(() => Object.assign(stub, at.api), 350) })
    await vi.advanceTimersByTimeAsync(300)
    await vi.advanceTimersByTimeAsync(100)
    const { driver } = await mounting
    expect(driver.visibility()).toBe('closed')
  })

  it('is driven by its own methods', async () => {
    const { driver, at } = await mount()
    driver.open()
    expect(driver.visibility()).toBe('open')
    driver.close()
    expect(driver.visibility()).toBe('closed')
    driver.hide()
    expect(driver.visibility()).toBe('hidden')
    driver.show()
    await driver.identify({ name: 'Ann', email: 'ann@acme.test', signature: 'abc', timestamp: 1_700_000_000 })
    await driver.identify({})
    expect(at.calls).toEqual([
      'maximize',
      'minimize',
      'hide',
      'show',
      'identify Ann ann@acme.test abc 1700000000',
      'identify    ',
    ])
  })

  it('has forgotten the visitor when the vendor says so, also on leaving', async () => {
    const { driver, at } = await mount()
    const start = Date.now()
    const both = Promise.all([driver.forget(), driver.leave?.()])
    await vi.advanceTimersByTimeAsync(10)
    await both
    expect(Date.now() - start).toBe(10)
    expect(at.calls).toEqual(['forget', 'forget'])
  })

  it('tells of every event, by the common names and by its own', async () => {
    const { driver, at } = await mount()
    const heard: unknown[] = []
    driver.on('open', () => heard.push('open'))
    driver.on('unread', (count: number) => heard.push(count))
    driver.on('chat_state_changed', (...values: unknown[]) => heard.push(values))
    at.listeners.get('chat_window_maximized')?.()
    at.listeners.get('unread_messages_count_changed')?.(3)
    at.listeners.get('chat_state_changed')?.({ id: 1 }, 'ended')
    expect(heard).toEqual(['open', 3, [{ id: 1 }, 'ended']])
  })

  it('gives the page its own API, and says whether it shows a button', async () => {
    const { driver, stub } = await mount()
    expect(driver.api).toBe(stub)
    expect(driver.hasLauncher).toBe(true)
    opened?.end()
    expect((await mount({ config: { hideLauncher: true } })).driver.hasLauncher).toBe(false)
  })
})
