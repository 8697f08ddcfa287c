import type { ConsentStore } from '@askfirst/core'
import type { RuntimeOptions } from '@askfirst/core/runtime'
import { runtimeOf } from './runtime-of.ts'

/** Loads the vendors that no component shows, as they are allowed. Returns how to stop following. */
export const loadVendors = (store: ConsentStore, options: RuntimeOptions): (() => void) =>
  runtimeOf(store, options).connect()
