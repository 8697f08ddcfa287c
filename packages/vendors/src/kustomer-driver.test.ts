import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChatDriver } from '@askfirst/core/runtime'
import './kustomer-driver.ts'
import { kustomer, type KustomerApi, type KustomerOptions, type KustomerStart } from './kustomer.ts'
import { testPage, type TestPage } from './page.fixture.ts'

const now = 1_800_000_000_000

const tokenOf = (payload: object): string => `e30.${btoa(JSON.stringify(payload))}.sig`

type Listener = (response?: unknown, error?: unknown) => void

let opened: TestPage | undefined

/** The widget: what was called, and how the test makes it answer. */
class Widget {
  readonly calls: string[] = []
  readonly listeners = new Map<string, Listener[]>()
  started: KustomerStart | undefined
  unread = 0
  error: unknown

  readonly api = {
    stop: (done: Listener) => this.#answer('stop', done),
    open: () => this.tell('onOpen', 'open'),
    close: () => this.tell('onClose', 'close'),
    login: ({ jwtToken }: { jwtToken: string }, done: Listener) => this.#answer(`login ${jwtToken}`, done),
    logout: (done: Listener) => this.#answer('logout', done),
    describeCustomer: (description: object, done: Listener) =>
      this.#answer(`describe ${JSON.stringify(description)}`, done),
    getUnreadCount: () => ({ total: this.unread, conversations: {} }),
    addListener: (event: string, listener: Listener) =>
      void this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]),
  }

  #answer(call: string, done: Listener): void {
    this.calls.push(call)
    if (this.error !== 'silence') done({}, this.error)
  }

  tell(event: string, call: string): void {
    this.calls.push(call)
    for (const listener of this.listeners.get(event) ?? []) listener({ event })
  }
}

/** Mounts the adapter on a page whose loader makes only `start`, which answers later: the methods come with the answer. */
async function mount(
  options: Partial<KustomerOptions> = {},
  features: string[] = [],
): Promise<{ driver: ChatDriver<KustomerApi>; widget: Widget }> {
  const widget = new Widget()
  opened = testPage((window) => {
    const Kustomer = {
      start(started: KustomerStart, done: () => void) {
        widget.started = started
        setTimeout(() => {
          Object.assign(Kustomer, widget.api)
          // Any element does: only its style is looked at.
          window.document.body.append(
            Object.assign(window.document.createElement('div'), { id: 'kustomer-ui-sdk-iframe' }),
          )
          done()
        }, 50)
      },
    }
    Object.assign(window, { Kustomer })
    window.dispatchEvent(new Event('kustomerLoaded'))
  }, features)
  const mounting = kustomer({ apiKey: 'key', ...options }).mount(opened.page)
  await vi.advanceTimersByTimeAsync(50)
  return { driver: await mounting, widget }
}

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
})

afterEach(() => {
  opened?.end()
  vi.useRealTimers()
})

describe('kustomer, mounted', () => {
  it('is ready by the callback of start, not by its stub', async () => {
    const ready = vi.fn<() => void>()
    opened = testPage((window) => {
      Object.assign(window, { Kustomer: { start: (_: object, done: () => void) => setTimeout(done, 500) } })
      window.dispatchEvent(new Event('kustomerLoaded'))
    })
    void kustomer({ apiKey: 'key' }).mount(opened.page).then(ready, ready)
    await vi.advanceTimersByTimeAsync(499)
    expect(ready).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(ready).toHaveBeenCalledTimes(1)
  })

  it('contacts nobody when its own driver does not come', async () => {
    const run = vi.fn<() => void>()
    opened = testPage(run)
    const page = { ...opened.page, part: () => Promise.reject(new Error('blocked')) }
    await expect(kustomer({ apiKey: 'key' }).mount(page)).rejects.toThrow('blocked')
    expect(run).not.toHaveBeenCalled()
  })

  it('starts with the brand and the options of the site', async () => {
    const start = { lang: 'en_us', scheduleId: 's1', chatIconPosition: 'left', chatIconSize: 48 } as const
    const { widget } = await mount({ brandId: 'b1', start }, ['prompts'])
    expect(widget.started).toEqual({ brandId: 'b1', ...start })
  })

  it('has no button of its own while it may not prompt, so that it does not', async () => {
    const quiet = await mount()
    expect(quiet.widget.started).toMatchObject({ hideChatIcon: true })
    expect(quiet.driver.hasLauncher).toBe(false)
    opened?.end()
    const { widget, driver } = await mount({ start: { hideChatIcon: false } }, ['prompts'])
    expect(widget.started).toMatchObject({ hideChatIcon: false })
    expect(driver.hasLauncher).toBe(true)
  })

  it('has the prompts in the category that the site says', () => {
    expect(kustomer({ apiKey: 'key' }).features).toEqual({ prompts: { category: 'marketing' } })
    expect(kustomer({ apiKey: 'key', prompts: 'functional' }).features).toEqual({ prompts: { category: 'functional' } })
  })

  it('is opened and closed, and hidden by its frame', async () => {
    const { driver, widget } = await mount()
    driver.open()
    expect(driver.visibility()).toBe('open')
    driver.hide()
    expect(driver.visibility()).toBe('hidden')
    driver.show()
    expect(driver.visibility()).toBe('open')
    driver.close()
    expect(driver.visibility()).toBe('closed')
    expect(widget.calls).toEqual(['open', 'close'])
  })

  it('logs in with a token; without one it names the address, and with neither it says nothing', async () => {
    const { driver, widget } = await mount()
    await driver.identify({ token: 't1', email: 'ann@acme.test' })
    await driver.identify({ email: 'ann@acme.test' })
    await driver.identify({ name: 'Ann' })
    expect(widget.calls).toEqual(['login t1', 'describe {"attributes":{"emails":["ann@acme.test"]}}'])
    widget.error = { message: 'expired' }
    await expect(driver.identify({ token: 't2' })).rejects.toEqual({ message: 'expired' })
  })

  it.each([
    [0, 900_000],
    [600, 300_000],
    [900, 0],
    [1_200, -300_000],
    [-60, 960_000],
  ])('says how long a token goes on that is %i seconds old', async (age, left) => {
    const { driver } = await mount()
    vi.setSystemTime(now)
    expect(driver.freshFor?.({ token: tokenOf({ iat: now / 1_000 - age }) })).toBe(left)
  })

  it.each([undefined, '', 'token', 'a.b.c', tokenOf({}), tokenOf({ iat: 'now' }), 'e30.bnVsbA.sig'])(
    'does not know how long %j goes on',
    async (token) => {
      const { driver } = await mount()
      expect(driver.freshFor?.({ token })).toBeUndefined()
    },
  )

  it('asks for unread messages where nobody tells, until the event comes', async () => {
    const { driver, widget } = await mount()
    const heard: number[] = []
    driver.on('unread', (count: number) => heard.push(count))
    widget.unread = 2
    await vi.advanceTimersByTimeAsync(5_000)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(heard).toEqual([2])
    widget.unread = 3
    widget.tell('onUnread', 'unread')
    expect(heard).toEqual([2, 3])
    widget.unread = 4
    await vi.advanceTimersByTimeAsync(60_000)
    expect(heard).toEqual([2, 3])
    widget.tell('onUnread', 'unread')
    expect(heard).toEqual([2, 3, 4])
  })

  it('asks no more once the vendor leaves', async () => {
    const { driver, widget } = await mount()
    const heard: number[] = []
    driver.on('unread', (count: number) => heard.push(count))
    const timers = vi.getTimerCount()
    opened?.end()
    expect(vi.getTimerCount()).toBe(timers - 1)
    widget.unread = 2
    await vi.advanceTimersByTimeAsync(60_000)
    expect(heard).toEqual([])
  })

  it('tells of every event, by the common names and by its own', async () => {
    const { driver, widget } = await mount()
    const heard: unknown[] = []
    driver.on('open', () => heard.push('open'))
    driver.on('onLogin', (...values: unknown[]) => heard.push(values))
    driver.open()
    widget.tell('onLogin', 'login')
    expect(heard).toEqual(['open', [{ event: 'onLogin' }]])
  })

  it('logs out, then stops', async () => {
    const { driver, widget } = await mount()
    await driver.leave?.()
    expect(widget.calls).toEqual(['logout', 'stop'])
  })

  it.each([['silence'], [{ message: 'nobody is logged in' }]])(
    'stops also when logging out answers with %j',
    async (error) => {
      const { driver, widget } = await mount()
      widget.error = error
      const left = driver.leave?.()
      await vi.advanceTimersByTimeAsync(1_900)
      await left
      expect(widget.calls).toEqual(['logout', 'stop'])
    },
  )
})
