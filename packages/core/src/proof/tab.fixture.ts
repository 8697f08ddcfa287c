import { follow } from '../follow.ts'
import { isGranted, needsDecision, permission } from '../permission.ts'
import type { Policy } from '../policy.ts'
import { eraseRecord } from '../receipt/erase-record.ts'
import { createVendorRuntime } from '../runtime/create-vendor-runtime.ts'
import { createConsentStore, type ConsentStore } from '../store.ts'
import type { PlainTab } from './plain-tab.fixture.ts'
import { pool, type Page } from './test-site.fixture.ts'
import type { TestTab } from './test-tab.fixture.ts'

export type Arrival = 'at once' | 'late' | 'prerendered'

/** A tab twice: the real store in a browser, and what a person would say of it. */
export class Tab {
  readonly real: TestTab
  readonly plain: PlainTab
  /** That of the page that the tab shows; null while it is closed. */
  store: ConsentStore | null = null
  /** What was ever allowed in this tab only this time. */
  readonly thisTime = new Set<string>()
  #stops: (() => void)[] = []

  constructor(real: TestTab, plain: PlainTab) {
    this.real = real
    this.plain = plain
  }

  load(page: Page, policy: Policy, how: Arrival): void {
    this.#leave()
    this.real.prerendering = how === 'prerendered'
    this.store = createConsentStore({ ...page, policy, storage: this.real.storage })
    this.#stops = [this.store.connect()]
    this.plain.load(page, policy, how === 'prerendered')
    if (how !== 'late') this.complete()
  }

  /** The part of the page arrives that knows tabs and visits: React fetches it after the first screen. */
  complete(): void {
    const { real, plain, store } = this
    if (!store || plain.isComplete) return
    real.enter()
    this.#stops.push(follow(store), createVendorRuntime(store).connect())
    plain.complete()
  }

  show(): void {
    const { real, plain } = this
    if (real.frozen) return
    real.prerendering = false
    plain.prerendering = false
    real.fire('visibilitychange')
    plain.look()
  }

  /** A page that is only prerendered was never shown, so that it cannot be left. */
  freeze(): void {
    const { real, plain } = this
    if (real.prerendering || real.frozen) return
    real.fire('pagehide', { persisted: true })
    plain.freeze()
    real.frozen = true
  }

  restore(): void {
    const { real, plain } = this
    if (!real.frozen) return
    real.frozen = false
    real.fire('pageshow', { persisted: true })
    if (plain.isComplete) plain.restore()
  }

  hear(pick: number): void {
    const { real, plain } = this
    const message = real.frozen ? undefined : real.deliver(pick)
    if (message) plain.hear(message.says)
  }

  /** The visitor has everything forgotten. */
  erase(): void {
    const { real, plain, store } = this
    if (!store || real.frozen || real.prerendering) return
    let id = store.getState().record?.id
    // What was decided elsewhere is looked for first.
    const stop = store.subscribe((_, { record }) => (id = record?.id ?? id))
    eraseRecord(store)
    stop()
    const since = plain.erase()
    const time = plain.world.now
    if (since) plain.world.forgets.set(`forget:${time}:${id}`, { since, time })
  }

  close(): void {
    this.#leave()
    this.real.session.clear()
    this.plain.close()
    this.thisTime.clear()
  }

  #leave(): void {
    this.real.enter()
    for (const stop of this.#stops) stop()
    this.#stops = []
    this.store = null
    this.real.leave()
  }

  allowed(): readonly string[] {
    const state = this.store?.getState()
    return state ? pool.flatMap(({ id }) => (permission(state, id).allowed ? [id] : [])) : []
  }

  /** Where the real tab is not as the plain one. */
  wrong(): readonly string[] {
    const { store, plain } = this
    if (!store) return []
    const state = store.getState()
    const wrong = pool
      .filter((vendor) => permission(state, vendor.id).allowed !== plain.isAllowed(vendor))
      .map(({ id }) => `${id}: ${permission(state, id).reason}`)
    for (const category of state.asked) {
      if (isGranted(state, category) !== plain.isGranted(category)) wrong.push(`${category} granted`)
    }
    if (needsDecision(state) !== plain.isDue()) wrong.push(plain.isDue() ? 'does not ask' : 'asks')
    return wrong
  }
}
