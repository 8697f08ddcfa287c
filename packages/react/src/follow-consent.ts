import { follow, needsDecision, type ConsentStore } from '@askfirst/core'
import type { RuntimeOptions } from '@askfirst/core/runtime'
import { keepClear } from './banner/keep-clear.ts'
import { whenIdle } from './hooks/use-lazy.ts'
import { keepBannerWording } from './keep-banner-wording.ts'
import { preloadPreferences } from './preferences/load.ts'
import { runtimeOf } from './runtime-of.ts'

declare const process: { readonly env: { readonly NODE_ENV?: string } }

/**
 * What a page needs once its first screen stands: other tabs, room for the banner, vendors that no component shows, and
 * the preferences where a decision is due. Returns how to stop.
 */
export function followConsent(store: ConsentStore, options: RuntimeOptions): () => void {
  if (needsDecision(store.getState())) whenIdle(preloadPreferences)
  const stops = [follow(store), keepClear(store), keepBannerWording(store), runtimeOf(store, options).connect()]
  // In here, else webpack would keep the chunk for production.
  if (process.env.NODE_ENV !== 'production') {
    const watches = import('./weight/watch-weight.ts').then(
      (chunk) => chunk.watchWeight(),
      () => undefined,
    )
    stops.push(() => void watches.then((stop) => stop?.()))
  }
  return () => {
    for (const stop of stops) stop()
  }
}
