'use client'

import { useEffect, useState, type ComponentType } from 'react'

/**
 * A component in a chunk of its own: `null` until it is here, `false` when it could not be loaded.
 * It is tried again when it is wanted anew, or when `attempt` changes.
 */
export function useLazy<Props>(
  load: () => Promise<ComponentType<Props>>,
  wanted: boolean,
  attempt = 0,
): ComponentType<Props> | null | false {
  const [part, setPart] = useState<readonly [ComponentType<Props> | false]>()
  const missing = !part?.[0]
  useEffect(() => {
    if (!wanted || !missing) return
    let live = true
    setPart(undefined)
    load().then(
      (component) => live && setPart([component]),
      () => setPart([false]), // Also if it is no longer wanted because of that.
    )
    return () => {
      live = false
    }
  }, [load, wanted, missing, attempt])
  return part?.[0] ?? null
}

/** Runs when the browser has nothing better to do. */
export const whenIdle = (run: () => void): void => void (window.requestIdleCallback ?? setTimeout)(run)
