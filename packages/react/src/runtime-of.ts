import type { ConsentStore } from '@askfirst/core'
import { createVendorRuntime, type RuntimeOptions, type VendorRuntime } from '@askfirst/core/runtime'

/** Kept by the store, not by this module: hot reloading replaces the module while the vendor is on the page. */
interface Kept extends ConsentStore {
  vendorRuntime?: VendorRuntime
}

/** The one runtime of a store, however often React mounts. */
export const runtimeOf = (store: Kept, options: RuntimeOptions): VendorRuntime =>
  (store.vendorRuntime ??= createVendorRuntime(store, options))
