import { vi } from 'vitest'
import { memoryStorage } from '../storage/memory-storage.ts'
import { createConsentStore, type ConsentStore, type ConsentStoreOptions } from '../store.ts'
import { createVendorRuntime, type VendorRuntime } from './create-vendor-runtime.ts'
import './life.ts'
import type { LoadableVendor } from './mount.ts'
import type { TestChat, TestLoad } from './test-chat.fixture.ts'

const OwnWebSocket = window.WebSocket

const ownSetItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem') ?? {}

export interface TestPage {
  readonly store: ConsentStore
  readonly runtime: VendorRuntime
  /** Stops to follow, as when React unmounts. */
  readonly unmount: () => void
}

/** A page that has connected store and runtime, as the provider does. */
export function openPage(vendors: readonly LoadableVendor[], options: ConsentStoreOptions = {}): TestPage {
  const store = createConsentStore({ vendors, storage: memoryStorage(), ...options })
  const runtime = createVendorRuntime(store)
  const stops = [store.connect(), runtime.connect()]
  return {
    store,
    runtime,
    unmount() {
      for (const stop of stops) stop()
    },
  }
}

/** Lets time pass, and every promise settle. */
export async function pass(milliseconds = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds)
}

export function lastLoad({ loads }: TestChat): TestLoad {
  const load = loads.at(-1)
  if (!load) throw new Error('The vendor was not loaded.')
  return load
}

/** A vendor that a test leaves on the page goes on watching it. */
export function clearPage(): void {
  window.WebSocket = OwnWebSocket
  Object.defineProperty(Storage.prototype, 'setItem', ownSetItem)
}
