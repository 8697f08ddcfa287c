import { scriptText, type script, type Api, type Diary, type Manners } from './stand-in.fixture.ts'
import type { Request } from './network.fixture.ts'
import type { TestPage } from './surroundings.fixture.ts'

/** What is on its way when a life ends arrives within this time, in milliseconds, or never. */
const lateness = 4_000

/** One life of a vendor on a page, as its steps shape it. */
export class Life {
  readonly id: string
  readonly page: TestPage
  readonly signal: AbortSignal
  readonly calls: string[] = []
  api: Api | null = null
  element: HTMLScriptElement | null = null
  /** Since when the runtime has given this life up. */
  endedAt: number | null = null
  /** It was given up because it failed, not because the visitor wanted it to go. */
  hasFailed = false
  /** What `until` waits for. */
  isLive = false
  fault: Error | null = null
  readonly live: Promise<void>
  /** Tells the page; what the vendor was asked to tell. */
  tell: (value: number) => void = () => undefined
  #settle: { resolve: () => void; reject: (error: Error) => void } = {
    resolve: () => undefined,
    reject: () => undefined,
  }
  readonly #boot: () => Api
  #requests: readonly Request[] = []

  constructor(id: string, page: TestPage, signal: AbortSignal, manners: Manners, diary: Diary) {
    this.id = id
    this.page = page
    this.signal = signal
    this.live = new Promise((resolve, reject) => (this.#settle = { resolve, reject }))
    this.live.catch(() => undefined)
    this.#boot = () => {
      const boot = page.run(scriptText(id)) as typeof script // that very function
      return boot(page.realm, id, manners, diary)
    }
  }

  /** The network has not forgotten it. */
  canArrive(now: number): boolean {
    return this.endedAt === null || now - this.endedAt < lateness
  }

  /** The script arrives and runs, also when nobody wants it any more. */
  arrive(now: number): void {
    const { api, element, page } = this
    // Moved to another document it does not run.
    if (api || element?.ownerDocument !== page.realm.document || !this.canArrive(now)) return
    const { network } = this.page
    const before = network.requests.length
    this.api = this.#boot()
    this.#requests = network.requests.slice(before)
    element.dispatchEvent(new this.page.realm.Event('load'))
  }

  /** What its script has asked for is answered. */
  answer(now: number): void {
    if (!this.canArrive(now)) return
    for (const request of this.#requests) request.answer()
    this.#requests = []
  }

  /** The script is kept from the page. */
  block(): void {
    if (!this.api) this.element?.dispatchEvent(new this.page.realm.Event('error'))
    this.element = this.api ? this.element : null
  }

  ready(now: number): void {
    this.arrive(now)
    if (!this.api) return
    this.isLive = true
    this.#settle.resolve()
  }

  throw(): void {
    this.fault = new Error('the vendor threw')
    this.#settle.reject(this.fault)
  }
}
