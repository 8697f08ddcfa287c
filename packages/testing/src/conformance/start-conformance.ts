import { createConsentStore } from '@askfirst/core'
import type { Disclosure } from '@askfirst/core'
import { createVendorRuntime } from '@askfirst/core/runtime'
import type { LoadableVendor, Traces, VendorState } from '@askfirst/core/runtime'

/** What the suite knows of the adapter, in a form that leaves the page. */
export interface VendorFacts {
  readonly id: string
  readonly name: string
  readonly isChat: boolean
  readonly disclosure: Omit<Disclosure, 'evidence'>
  readonly traces: Traces
}

/** What the suite finds on the page. */
export interface ConformanceHook {
  readonly facts: VendorFacts
  readonly grant: () => void
  readonly withdraw: () => void
  readonly open: () => void
  readonly retain: () => void
  readonly state: () => VendorState
  /** Whether the vendor's API was live at each moment that the adapter called it ready. */
  readonly liveWhenReady: readonly boolean[]
}

/** A symbol, so that the hook does not count as a global. */
export type Hooked = Window & Record<symbol, ConformanceHook> & Record<symbol, (() => boolean) | undefined>

/** Puts one adapter on the page, as a site does, with what the suite drives it by. Call it on a page of your own. */
export function startConformance(exported: LoadableVendor | (() => LoadableVendor)): void {
  const vendor = typeof exported === 'function' ? exported() : exported
  const { id, name, disclosure, traces } = vendor
  const { evidence: _, ...disclosed } = disclosure
  const store = createConsentStore({ vendors: [vendor] })
  const runtime = createVendorRuntime(store)
  const controller = runtime.vendor(id)
  const liveWhenReady: boolean[] = []
  const page = window as unknown as Hooked
  let status = controller.getState().status
  controller.subscribe(() => {
    const next = controller.getState().status
    if (next === 'ready' && status !== 'ready') {
      liveWhenReady.push(page[Symbol.for('askfirst.conformance.live')]?.() ?? true)
    }
    status = next
  })
  store.connect()
  runtime.connect()
  controller.retain()
  const hook: ConformanceHook = {
    facts: { id, name, isChat: 'kind' in vendor && vendor.kind === 'chat', disclosure: disclosed, traces },
    grant: () => store.grantVendor(id),
    withdraw: () => store.withdrawVendor(id),
    open: () => controller.open(),
    retain: () => void controller.retain(),
    state: controller.getState,
    liveWhenReady,
  }
  Object.assign(page, { [Symbol.for('askfirst.conformance')]: hook })
}
