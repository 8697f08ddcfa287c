import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChatDriver, ChatIdentity } from './chat.ts'
import { clearPage, lastLoad, openPage, pass, type TestPage } from './page.fixture.ts'
import { testChat, type TestChat } from './test-chat.fixture.ts'
import type { VendorController } from './controller.ts'

const ann: ChatIdentity = { email: 'ann@acme.test' }
const bob: ChatIdentity = { email: 'bob@acme.test' }

let page: TestPage

function open(vendor: TestChat): VendorController {
  page = openPage([vendor])
  return page.runtime.vendor(vendor.id)
}

async function goLive(vendor: TestChat, chat: VendorController): Promise<void> {
  page.store.grantVendor(vendor.id)
  chat.open()
  await pass()
  lastLoad(vendor).succeed()
  await pass()
}

/** Names of those the vendor was told of, and when it was to forget. */
const words = (vendor: TestChat): string[] =>
  vendor.loads.flatMap(({ calls }) => calls).filter((call) => /identify|forget/.test(call))

/** A vendor that answers to what it is told only when the test lets it. */
function slowVendor(): { readonly vendor: TestChat; readonly answers: (() => void)[]; readonly told: string[] } {
  const answers: (() => void)[] = []
  const told: string[] = []
  const tell = (word: string): Promise<void> => {
    told.push(word)
    return new Promise((resolve) => answers.push(resolve))
  }
  const driver: Partial<ChatDriver> = {
    identify: ({ email }) => tell(`identify ${email}`),
    forget: () => tell('forget'),
  }
  return { vendor: testChat('chat', { driver }), answers, told }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})

afterEach(() => {
  page.unmount()
  vi.useRealTimers()
  clearPage()
})

describe('an identity', () => {
  it('is fetched anew for each load, and never while the vendor is not allowed', async () => {
    const vendor = testChat()
    const chat = open(vendor)
    const fetchIdentity = vi.fn<() => Promise<ChatIdentity>>(() => Promise.resolve(ann))
    chat.identify(fetchIdentity)
    await goLive(vendor, chat)
    expect(fetchIdentity).toHaveBeenCalledTimes(1)
    page.store.withdrawVendor('chat')
    await pass(3_600_000)
    expect(fetchIdentity).toHaveBeenCalledTimes(1)
    await goLive(vendor, chat)
    expect(fetchIdentity).toHaveBeenCalledTimes(2)
    expect(lastLoad(vendor).calls).toContain('identify ann@acme.test')
  })

  it('that could not be fetched is tried again with the next load', async () => {
    const vendor = testChat()
    const chat = open(vendor)
    const fetchIdentity = vi.fn<() => Promise<ChatIdentity>>(() => Promise.resolve(ann))
    fetchIdentity.mockRejectedValueOnce(new Error('401'))
    chat.identify(fetchIdentity)
    await goLive(vendor, chat)
    await pass(3_600_000)
    expect(words(vendor)).toEqual([])
    page.store.withdrawVendor('chat')
    await pass(5_000)
    await goLive(vendor, chat)
    expect(words(vendor)).toEqual(['identify ann@acme.test'])
  })

  it('is refreshed a minute before it is too old, while the chat is live', async () => {
    const life = 900_000
    const vendor = testChat('chat', { driver: { freshFor: () => life } })
    const chat = open(vendor)
    const fetchIdentity = vi.fn<() => ChatIdentity>(() => ann)
    chat.identify(fetchIdentity)
    await goLive(vendor, chat)
    await pass(life - 60_001)
    expect(fetchIdentity).toHaveBeenCalledTimes(1)
    await pass(1)
    expect(words(vendor)).toHaveLength(2)
    await pass(life - 60_000)
    expect(words(vendor)).toHaveLength(3)
    page.store.withdrawVendor('chat')
    await pass(life * 4)
    expect(fetchIdentity).toHaveBeenCalledTimes(3)
  })

  it.each([
    ['too old already', -1],
    ['without a known life', undefined],
  ])('that is %s is not fetched again and again', async (_, life) => {
    const vendor = testChat('chat', { driver: { freshFor: () => life } })
    const chat = open(vendor)
    const fetchIdentity = vi.fn<() => ChatIdentity>(() => ann)
    chat.identify(fetchIdentity)
    await goLive(vendor, chat)
    await pass(3_600_000)
    expect(fetchIdentity).toHaveBeenCalledTimes(1)
  })

  it('that is nearly too old is fetched again once a minute at most', async () => {
    const vendor = testChat('chat', { driver: { freshFor: () => 1 } })
    const chat = open(vendor)
    const fetchIdentity = vi.fn<() => ChatIdentity>(() => ann)
    chat.identify(fetchIdentity)
    await goLive(vendor, chat)
    await pass(600_000)
    expect(fetchIdentity).toHaveBeenCalledTimes(11)
  })

  it('that was given once and for all is told once a load', async () => {
    const vendor = testChat('chat', { driver: { freshFor: () => 900_000 } })
    const chat = open(vendor)
    chat.identify(ann)
    await goLive(vendor, chat)
    await pass(3_600_000)
    expect(words(vendor)).toEqual(['identify ann@acme.test'])
  })

  it('of another visitor replaces the one that is still being fetched, and its refreshing', async () => {
    const vendor = testChat('chat', { driver: { freshFor: () => 900_000 } })
    const chat = open(vendor)
    await goLive(vendor, chat)
    let answer: (identity: ChatIdentity) => void = () => undefined
    chat.identify(() => new Promise((resolve) => (answer = resolve)))
    chat.identify(() => bob)
    answer(ann)
    await pass(900_000)
    expect(words(vendor)).toEqual(['identify bob@acme.test', 'identify bob@acme.test'])
  })

  it('once forgotten is not refreshed', async () => {
    const vendor = testChat('chat', { driver: { freshFor: () => 900_000 } })
    const chat = open(vendor)
    chat.identify(() => ann)
    await goLive(vendor, chat)
    chat.forget()
    await pass(3_600_000)
    expect(words(vendor)).toEqual(['identify ann@acme.test', 'forget'])
  })
})

describe('a vendor that takes its time', () => {
  it('hears one word about the visitor after the other, so that the last one counts', async () => {
    const { vendor, answers, told } = slowVendor()
    const chat = open(vendor)
    await goLive(vendor, chat)
    chat.identify(ann)
    await pass()
    chat.forget()
    chat.identify(bob)
    await pass()
    expect(told).toEqual(['identify ann@acme.test'])
    answers[0]?.()
    await pass()
    expect(told).toEqual(['identify ann@acme.test', 'forget'])
    answers[1]?.()
    await pass()
    expect(told).toEqual(['identify ann@acme.test', 'forget', 'identify bob@acme.test'])
  })

  it('is never told of those who were replaced while it answered', async () => {
    const { vendor, answers, told } = slowVendor()
    const chat = open(vendor)
    await goLive(vendor, chat)
    chat.forget()
    await pass()
    chat.identify(ann)
    await pass()
    chat.identify(bob)
    answers[0]?.()
    await pass()
    expect(told).toEqual(['forget', 'identify bob@acme.test'])
  })

  it('and never answers does not keep the visitor from being forgotten', async () => {
    const { vendor, told } = slowVendor()
    const chat = open(vendor)
    await goLive(vendor, chat)
    chat.identify(ann)
    await pass()
    chat.forget()
    await pass(5_000)
    expect(told).toEqual(['identify ann@acme.test', 'forget'])
  })

  it('is told nothing more once it is being removed', async () => {
    const { vendor, answers, told } = slowVendor()
    const chat = open(vendor)
    await goLive(vendor, chat)
    chat.identify(ann)
    await pass()
    chat.identify(bob)
    await pass()
    page.store.withdrawVendor('chat')
    answers[0]?.()
    await pass(10_000)
    expect(told).toEqual(['identify ann@acme.test'])
  })
})

describe('a customer who signs out', () => {
  const signedIn = { chat: { always: 'contract with signed-in customers' } }

  it('takes the chat and their name along', async () => {
    const vendor = testChat()
    const chat = open(vendor)
    page.store.configure({ gates: signedIn })
    chat.identify(ann)
    chat.open()
    await pass()
    lastLoad(vendor).succeed()
    await pass()
    page.store.configure({ gates: {} })
    expect(chat.getState().status).toBe('removing')
    await pass(5_000)
    expect(chat.getState().status).toBe('blocked')
    expect(lastLoad(vendor).calls.at(-1)).toBe('leave')
    await goLive(vendor, chat)
    expect(lastLoad(vendor).calls).toEqual(['open', 'focus'])
  })

  it('and had allowed the chat as a visitor keeps it, without their name', async () => {
    const vendor = testChat()
    const chat = open(vendor)
    page.store.grantVendor('chat')
    page.store.configure({ gates: signedIn })
    chat.identify(ann)
    await goLive(vendor, chat)
    page.store.configure({ gates: {} })
    await pass(5_000)
    expect(chat.getState().status).toBe('ready')
    expect(words(vendor)).toEqual(['identify ann@acme.test', 'forget'])
  })

  it('before the chat was loaded is not named to it later', async () => {
    const vendor = testChat('chat', { load: 'click' })
    const chat = open(vendor)
    page.store.configure({ gates: signedIn })
    chat.identify(ann)
    page.store.configure({ gates: {} })
    await goLive(vendor, chat)
    expect(words(vendor)).toEqual([])
  })

  it('and in again is named again', async () => {
    const vendor = testChat()
    const chat = open(vendor)
    page.store.configure({ gates: signedIn })
    page.store.configure({ gates: {} })
    page.store.configure({ gates: signedIn })
    chat.identify(bob)
    await goLive(vendor, chat)
    expect(words(vendor)).toEqual(['identify bob@acme.test'])
  })
})
