import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { permission } from '../permission.ts'
import { memoryStorage } from '../storage/memory-storage.ts'
import { createConsentStore } from '../store.ts'
import type { LoadStrategy } from '../vendor.ts'
import type { ChatDriver } from './chat.ts'
import { createVendorRuntime } from './create-vendor-runtime.ts'
import './life.ts'
import { LoadFailure } from './load-failure.ts'
import { testChat, type TestChat } from './test-chat.fixture.ts'
import type { VendorController } from './vendor-controller.ts'

// Whatever order the visitor, React, the vendor and the clock act in: checked after every single step.

type Step =
  | 'grant'
  | 'onlyThisTime'
  | 'withdraw'
  | 'rejectAll'
  | 'signIn'
  | 'signOut'
  | 'retain'
  | 'release'
  | 'open'
  | 'close'
  | 'cancel'
  | 'identify'
  | 'succeed'
  | 'succeedLate'
  | 'fail'
  | 'tell'
  | 'goodbye'
  | 'wait 1'
  | 'wait 200'
  | 'wait 600'
  | 'wait 2500'
  | 'wait 16000'

const step = fc.constantFrom<Step>(
  'grant',
  'grant',
  'onlyThisTime',
  'withdraw',
  'withdraw',
  'rejectAll',
  'signIn',
  'signOut',
  'retain',
  'retain',
  'release',
  'open',
  'open',
  'close',
  'cancel',
  'identify',
  'succeed',
  'succeed',
  'succeed',
  'succeedLate',
  'fail',
  'tell',
  'goodbye',
  'wait 1',
  'wait 200',
  'wait 200',
  'wait 600',
  'wait 600',
  'wait 2500',
  'wait 16000',
)

/** One page with one chat, and what the visitor could notice going wrong. */
class Page {
  readonly chat: TestChat
  readonly controller: VendorController
  readonly wrong: string[] = []
  readonly #store
  readonly #leave: (() => void)[]
  readonly #goodbyes: (() => void)[] = []
  #releases: (() => void)[] = []
  /** Since the last click that asked for it, or the last permission. */
  #mayLoadByItself = true
  #clicked = false

  constructor(load: LoadStrategy, goodbye: 'prompt' | 'slow') {
    sessionStorage.clear()
    const driver: Partial<ChatDriver> =
      goodbye === 'prompt' ? {} : { leave: () => new Promise<void>((resolve) => this.#goodbyes.push(resolve)) }
    const chat = testChat('chat', { load, driver })
    const mount: TestChat['mount'] = (page) => {
      this.#lookAtMount(load)
      return chat.mount(page)
    }
    this.chat = { ...chat, mount }
    this.#store = createConsentStore({ vendors: [this.chat], storage: memoryStorage() })
    const runtime = createVendorRuntime(this.#store)
    this.#leave = [this.#store.connect(), runtime.connect()]
    this.controller = runtime.vendor('chat')
    this.controller.on('unread', () => {
      if (!this.isAllowed()) this.wrong.push('heard a vendor that is not allowed')
    })
  }

  isAllowed(): boolean {
    return permission(this.#store.getState(), 'chat').allowed
  }

  #lookAtMount(load: LoadStrategy): void {
    const { loads } = this.chat
    if (!this.isAllowed()) this.wrong.push('mounted without permission')
    if (loads.some(({ page }) => !page.signal.aborted)) this.wrong.push('mounted twice at once')
    if (this.controller.getState().status !== 'loading') this.wrong.push('mounted without saying so')
    const byItself = this.#mayLoadByItself && load !== 'click' && this.#releases.length > 0
    if (!byItself && !this.#clicked) this.wrong.push('mounted though nothing asked for it')
    this.#clicked = false
  }

  take(action: Step): void {
    const load = this.chat.loads.at(-1)
    switch (action) {
      case 'grant':
        this.#store.grantVendor('chat')
        break
      case 'onlyThisTime':
        this.#store.grantVendor('chat', { onlyThisTime: true })
        break
      case 'withdraw':
        this.#store.withdrawVendor('chat')
        break
      case 'rejectAll':
        this.#store.rejectAll()
        break
      case 'signIn':
        this.#store.configure({ gates: { chat: { always: 'contract' } } })
        break
      case 'signOut':
        this.#store.configure({ gates: {} })
        break
      case 'retain':
        this.#releases.push(this.controller.retain())
        break
      case 'release':
        this.#releases.shift()?.()
        break
      case 'open':
        if (this.isAllowed() && this.controller.getState().status !== 'ready') this.#clicked = true
        this.controller.open()
        break
      case 'close':
        this.controller.close()
        break
      case 'cancel':
        if (this.controller.getState().status === 'ready') break
        this.controller.cancel()
        this.#mayLoadByItself = false
        this.#clicked = false
        break
      case 'identify':
        this.controller.identify({ email: 'ann@acme.test' })
        break
      case 'succeed':
        load?.succeed()
        break
      case 'succeedLate':
        this.chat.loads[0]?.succeed()
        break
      case 'fail':
        load?.fail(new LoadFailure('blocked', 'no'))
        break
      case 'tell':
        load?.tell('unread', 1)
        break
      case 'goodbye':
        this.#goodbyes.shift()?.()
        break
      default:
        vi.advanceTimersByTime(Number(action.split(' ')[1]))
    }
    if (!this.isAllowed()) {
      this.#mayLoadByItself = true
      this.#clicked = false
    }
  }

  look(): void {
    const { status, failure, wanted, report } = this.controller.getState()
    const { loads } = this.chat
    const alive = loads.filter(({ page }) => !page.signal.aborted)
    if (status === 'failed') {
      this.#mayLoadByItself = false
      this.#clicked = false
    }
    if (alive.length > 1) this.wrong.push('two mounts alive')
    if (alive.length > 0 && !this.isAllowed()) this.wrong.push('alive without permission')
    if (!this.isAllowed() && status !== 'blocked' && status !== 'removing')
      this.wrong.push(`${status} without permission`)
    if (this.isAllowed() && status === 'blocked') this.wrong.push('blocked in spite of permission')
    if (status === 'ready' && alive.length !== 1) this.wrong.push('ready without a vendor')
    if (alive.length > 0 && status !== 'loading' && status !== 'ready') this.wrong.push(`alive while ${status}`)
    if ((failure !== null) !== (status === 'failed')) this.wrong.push(`${status} with failure ${String(failure)}`)
    if (wanted && !this.isAllowed()) this.wrong.push('wanted without permission')
    if (status === 'ready' && wanted) this.wrong.push('a click that was never answered')
    if ((status === 'loading' || status === 'ready') && report !== null) this.wrong.push('a report of an older removal')
    for (const { calls } of loads) {
      const goodbye = calls.indexOf('leave')
      if (goodbye >= 0 && goodbye < calls.length - 1) this.wrong.push(`${calls.at(-1)} after the goodbye`)
    }
  }

  close(): void {
    for (const leave of this.#leave) leave()
  }
}

const OwnWebSocket = window.WebSocket

const ownSetItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem') ?? {}

/** Lets every promise that can settle do so; timers stand still. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await Promise.resolve()
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockReturnValue()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})

afterEach(() => {
  vi.useRealTimers()
  // A vendor that a test leaves on the page goes on watching it.
  window.WebSocket = OwnWebSocket
  Object.defineProperty(Storage.prototype, 'setItem', ownSetItem)
})

const load = fc.constantFrom<LoadStrategy>('idle', 'click', 'now')

const goodbye = fc.constantFrom('prompt' as const, 'slow' as const)

/** Longer than any removal takes, in steps that let one part of it follow on the other. */
const removal = ['wait 1', 'wait 2500', 'wait 600', 'wait 600'] as const

describe('in every order of events', { timeout: 60_000 }, () => {
  it('one vendor is one load, nothing runs without permission, and a withdrawal wins', async () => {
    await fc.assert(
      fc.asyncProperty(
        load,
        goodbye,
        fc.array(step, { minLength: 5, maxLength: 25 }),
        async (strategy, manners, steps) => {
          const page = new Page(strategy, manners)
          try {
            for (const action of steps) {
              page.take(action)
              await settle()
              page.look()
              expect(page.wrong).toEqual([])
            }
            // It never gets stuck: in the end it can be taken down, and loaded again.
            page.take('signOut')
            page.take('rejectAll')
            for (const action of removal) {
              page.take(action)
              await settle()
              page.look()
            }
            expect(page.controller.getState().status).toBe('blocked')
            page.take('grant')
            page.take('open')
            await settle()
            page.look()
            expect(page.controller.getState().status).toBe('loading')
            page.take('succeed')
            await settle()
            page.look()
            expect(page.controller.getState()).toMatchObject({ status: 'ready', visibility: 'open' })
            page.take('withdraw')
            for (const action of removal) {
              page.take(action)
              await settle()
              page.look()
            }
            expect(page.controller.getState().status).toBe('blocked')
            expect(page.wrong).toEqual([])
          } finally {
            page.close()
          }
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
