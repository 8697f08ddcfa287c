import type { ConsentStore } from '../store.ts'

/**
 * Calls back now, on every change of the store, and whenever a script has loaded: it may be the one we wait for.
 * Returns how to stop.
 */
export function follow(store: ConsentStore, check: () => void): () => void {
  check()
  // A load event does not bubble, but it passes here on its way down, before the script's own `onload` runs.
  document.addEventListener('load', check, true)
  const unsubscribe = store.subscribe(check)
  return () => {
    document.removeEventListener('load', check, true)
    unsubscribe()
  }
}
