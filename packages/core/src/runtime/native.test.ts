import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createVendorRuntime } from './create-vendor-runtime.ts'
import { clearPage, lastLoad, openPage, pass, type TestPage } from './page.fixture.ts'
import { testChat, type TestChat } from './test-chat.fixture.ts'
import type { VendorController } from './controller.ts'

interface AcmeApi {
  level: number
  status(): string
}

const api: AcmeApi = { level: 0, status: () => 'online' }

let page: TestPage

function open(vendor: TestChat): VendorController<AcmeApi> {
  page = openPage([vendor])
  return page.runtime.vendor(vendor.id) as VendorController<AcmeApi>
}

const acme = (): TestChat => testChat('chat', { driver: { api } })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})

afterEach(() => {
  page.unmount()
  vi.useRealTimers()
  clearPage()
})

describe('a call to the API of the vendor', () => {
  it('is made at once when the vendor is live, and answered', async () => {
    const vendor = acme()
    const chat = open(vendor)
    page.store.grantVendor('chat')
    chat.open()
    await pass()
    lastLoad(vendor).succeed()
    await pass()
    let level: number | undefined
    const answer = chat.native((own) => (level = ++own.level))
    expect(level).toBe(1)
    await expect(answer).resolves.toBe(1)
    await expect(chat.native((own) => own.status())).resolves.toBe('online')
    await expect(chat.native((own) => Promise.resolve(own.status()))).resolves.toBe('online')
  })

  it('waits from the permission on until the vendor is ready, in its place among the others', async () => {
    const vendor = acme()
    const chat = open(vendor)
    page.store.grantVendor('chat')
    const answer = chat.native((own) => {
      lastLoad(vendor).calls.push('native')
      return own.status()
    })
    expect(chat.getState().status).toBe('idle')
    await pass(60_000)
    expect(vendor.loads).toHaveLength(0)
    chat.open()
    await pass()
    chat.close()
    lastLoad(vendor).succeed()
    await pass()
    await expect(answer).resolves.toBe('online')
    expect(lastLoad(vendor).calls).toEqual(['native', 'open', 'focus', 'close'])
  })

  it('waits for no later permission: without one it is not made', async () => {
    const vendor = acme()
    const chat = open(vendor)
    const use = vi.fn<() => void>()
    await expect(chat.native(use)).resolves.toBeUndefined()
    page.store.grantVendor('chat')
    chat.open()
    await pass()
    lastLoad(vendor).succeed()
    await pass()
    expect(use).not.toHaveBeenCalled()
  })

  it.each(['idle', 'loading'])('is dropped with a withdrawal while %s', async (moment) => {
    const vendor = acme()
    const chat = open(vendor)
    const use = vi.fn<() => void>()
    page.store.grantVendor('chat')
    if (moment === 'loading') chat.open()
    await pass()
    expect(chat.getState().status).toBe(moment)
    const answer = chat.native(use)
    page.store.withdrawVendor('chat')
    await expect(answer).resolves.toBeUndefined()
    await pass(5_000)
    page.store.grantVendor('chat')
    chat.open()
    await pass()
    lastLoad(vendor).succeed()
    await pass()
    expect(use).not.toHaveBeenCalled()
  })

  it('is dropped when the load fails', async () => {
    const vendor = acme()
    const chat = open(vendor)
    page.store.grantVendor('chat')
    chat.open()
    await pass()
    const answer = chat.native((own) => own.status())
    lastLoad(vendor).fail()
    await expect(answer).resolves.toBeUndefined()
    await pass(5_000)
    expect(chat.getState().status).toBe('failed')
    await expect(chat.native((own) => own.status())).resolves.toBeUndefined()
  })

  it('that the vendor never answers ends with the vendor', async () => {
    const vendor = acme()
    const chat = open(vendor)
    page.store.grantVendor('chat')
    chat.open()
    await pass()
    lastLoad(vendor).succeed()
    await pass()
    const answer = chat.native(() => new Promise<string>(() => undefined))
    page.store.withdrawVendor('chat')
    await expect(answer).resolves.toBeUndefined()
  })

  it('that throws or is refused tells its caller, and nobody else', async () => {
    const vendor = acme()
    const chat = open(vendor)
    page.store.grantVendor('chat')
    chat.open()
    await pass()
    const early = chat.native(() => {
      throw new Error('no such article')
    })
    early.catch(() => undefined)
    lastLoad(vendor).succeed()
    await pass()
    await expect(early).rejects.toThrow('no such article')
    await expect(chat.native(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused')
    expect(chat.getState().status).toBe('ready')
  })

  it('is not made for a vendor that offers none', async () => {
    const vendor = testChat()
    const chat = open(vendor)
    const use = vi.fn<() => void>()
    page.store.grantVendor('chat')
    chat.open()
    await pass()
    lastLoad(vendor).succeed()
    await pass()
    await expect(chat.native(use)).resolves.toBeUndefined()
    expect(use).not.toHaveBeenCalled()
  })
})

describe('an event of the vendor’s own', () => {
  it('is heard by its own name, with all it says, over several loads, and listened to once', async () => {
    const vendor = acme()
    const chat = open(vendor) as VendorController<AcmeApi, { chat_state_changed: [id: number, state: string] }>
    const heard: unknown[] = []
    const stop = chat.on('chat_state_changed', (id, state) => heard.push([id, state]))
    page.store.grantVendor('chat')
    for (const id of [1, 2]) {
      chat.open()
      await pass()
      const load = lastLoad(vendor)
      load.succeed()
      await pass()
      const stopSecond = chat.on('chat_state_changed', () => heard.push('second'))
      load.tell('chat_state_changed', id, 'open')
      stopSecond()
      page.store.withdrawVendor('chat')
      load.tell('chat_state_changed', id, 'too late')
      await pass(5_000)
      page.store.grantVendor('chat')
    }
    expect(heard).toEqual([[1, 'open'], 'second', [2, 'open'], 'second'])
    stop()
    chat.open()
    await pass()
    lastLoad(vendor).succeed()
    await pass()
    lastLoad(vendor).tell('chat_state_changed', 3, 'open')
    expect(heard).toHaveLength(4)
  })

  it('is not passed on to a second listener when the first has withdrawn the vendor', async () => {
    const vendor = acme()
    const chat = open(vendor)
    const second = vi.fn<() => void>()
    chat.on('open', () => page.store.withdrawVendor('chat'))
    chat.on('open', second)
    page.store.grantVendor('chat')
    chat.open()
    await pass()
    lastLoad(vendor).succeed()
    await pass()
    lastLoad(vendor).tell('open')
    expect(second).not.toHaveBeenCalled()
  })
})

describe('how far a vendor can be driven', () => {
  it('is told by the controller', () => {
    expect(open(acme()).capabilities).toMatchObject({ open: 'native', unread: 'native' })
  })

  it('is known of a chat only', () => {
    const { kind: _, capabilities: __, ...stats } = testChat('stats')
    page = openPage([stats])
    expect(createVendorRuntime(page.store).vendor('stats').capabilities).toBeUndefined()
  })

  it('includes whether the live vendor has a button of its own', async () => {
    const vendor = testChat('chat', { driver: { hasLauncher: false } })
    const chat = open(vendor)
    page.store.grantVendor('chat')
    chat.open()
    expect(chat.getState().hasLauncher).toBe(true)
    await pass()
    lastLoad(vendor).succeed()
    await pass()
    expect(chat.getState().hasLauncher).toBe(false)
    page.store.withdrawVendor('chat')
    await pass(5_000)
    expect(chat.getState().hasLauncher).toBe(true)
  })
})
