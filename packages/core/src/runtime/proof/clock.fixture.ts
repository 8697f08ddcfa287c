import { start } from '../../test-vendor.fixture.ts'

export type Realm = Window & typeof globalThis

interface Timer {
  readonly id: number
  readonly realm: Realm
  readonly run: () => void
  readonly every: number | null
  due: number
}

/** One clock for all pages: nothing waits for real time, and timers of all pages run in the order they are due. */
export class Clock {
  now = start
  #timers = new Map<number, Timer>()
  #last = 0

  /** Takes the place of everything in this page that knows the time. */
  install(realm: Realm): void {
    const now = (): number => this.now
    const set =
      (repeats: boolean) =>
      (run: () => void, delay?: unknown): number =>
        this.#set(realm, run, delay, repeats)
    const clear = (id?: number): void => void this.#timers.delete(id ?? 0)
    Object.assign(realm, {
      setTimeout: set(false),
      setInterval: set(true),
      clearTimeout: clear,
      clearInterval: clear,
      requestIdleCallback: (run: () => void) => this.#set(realm, run, 20, false),
      cancelIdleCallback: clear,
      Date: class extends realm.Date {
        static override now = now
        constructor(...values: [] | [number]) {
          super(values[0] ?? now())
        }
      },
    })
    const performance = { now: () => this.now - start, timeOrigin: start, getEntriesByName: () => [], mark: () => null }
    Object.defineProperty(realm, 'performance', { value: performance, configurable: true })
  }

  #set(realm: Realm, run: () => void, delay: unknown, repeats: boolean): number {
    const wait = Math.max(1, Number(delay) || 0)
    const id = ++this.#last
    this.#timers.set(id, { id, realm, run, every: repeats ? wait : null, due: this.now + wait })
    return id
  }

  /** Time that no page can watch. */
  later(realm: Realm, milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.#set(realm, resolve, milliseconds, false))
  }

  #next(until: number): Timer | undefined {
    let next: Timer | undefined
    for (const timer of this.#timers.values()) if (timer.due <= until && !(next && next.due <= timer.due)) next = timer
    return next
  }

  /** Lets time pass. Whatever a timer leads to has happened before the next one runs. */
  async advance(milliseconds: number, settle: (realm: Realm) => Promise<void>): Promise<void> {
    const until = this.now + milliseconds
    for (let timer = this.#next(until); timer; timer = this.#next(until)) {
      this.now = timer.due
      if (timer.every === null) this.#timers.delete(timer.id)
      else timer.due += timer.every
      timer.run()
      await settle(timer.realm)
    }
    this.now = until
  }

  /** The pages are gone, and their timers with them. */
  clear(): void {
    this.#timers.clear()
  }
}
