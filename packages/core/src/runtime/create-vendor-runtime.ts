import { canonicalCategory } from '../category.ts'
import { unknownName } from '../error.ts'
import type { ConsentStore } from '../store.ts'
import { createIdleLine } from './idle-line.ts'
import type { LoadableVendor } from './mount.ts'
import { readVisit, rememberVisit } from './visit.ts'
import type { RuntimeOptions, VendorController } from './controller.ts'
import { createVendorController } from './vendor-controller.ts'

declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** The vendors of one page, loaded, driven and removed as the consent store allows. */
export interface VendorRuntime {
  /** The controller of a registered vendor. Throws for any other id, and for a vendor that cannot be loaded. */
  readonly vendor: (id: string) => VendorController
  /** Begins to follow the store. Returns how to stop; what is loaded stays until it is withdrawn. */
  readonly connect: () => () => void
}

/** Creates the runtime of a page. Touches nothing until `connect`. */
export function createVendorRuntime(store: ConsentStore, options: RuntimeOptions = {}): VendorRuntime {
  const controllers = new Map<string, ReturnType<typeof createVendorController>>()
  const whenIdle = createIdleLine()
  const { vendors, categories } = store.getState()
  for (const [id, vendor] of vendors) {
    if (process.env.NODE_ENV !== 'production') {
      for (const { category } of Object.values(vendor.features ?? {})) {
        if (!categories.includes(canonicalCategory(category))) throw unknownName('category', category, categories)
      }
    }
    // It has a `mount`.
    if ('mount' in vendor)
      controllers.set(id, createVendorController(store, vendor as LoadableVendor, options, whenIdle))
  }
  let isVisitKnown = false

  function follow(): void {
    const state = store.getState()
    // Before storage was read nobody knows whether the visitor has refused since.
    if (state.now === 0) return
    if (isVisitKnown) rememberVisit(state)
    else {
      isVisitKnown = true
      store.configure({ visit: new Map([...readVisit(state), ...state.visit]) })
    }
    for (const controller of controllers.values()) controller.sync()
  }

  return {
    vendor(id) {
      const controller = controllers.get(id)
      if (!controller) throw unknownName('vendor', id, controllers.keys())
      return controller
    },
    connect() {
      const stop = store.subscribe(follow)
      follow()
      return stop
    },
  }
}
