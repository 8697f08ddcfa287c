import type { ConsentStore } from '@askfirst/core'
import { createVendorRuntime, type RuntimeOptions, type VendorRuntime } from '@askfirst/core/runtime'

const runtimes = new WeakMap<ConsentStore, VendorRuntime>()

/** The one runtime of a store, however often React mounts. */
export function runtimeOf(store: ConsentStore, options: RuntimeOptions): VendorRuntime {
  const runtime = runtimes.get(store) ?? createVendorRuntime(store, options)
  runtimes.set(store, runtime)
  return runtime
}
