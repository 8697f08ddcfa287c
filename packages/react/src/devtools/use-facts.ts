'use client'

import { useEffect, useState } from 'react'
import type { ConsentState } from '@askfirst/core'
import { useProvided } from '../context.ts'
import { useConsentState } from '../hooks/use-consent-state.ts'
import { runtimeOf } from '../runtime-of.ts'
import { vendorFacts, type VendorFacts } from './vendor-facts.ts'

/** How every vendor stands: looked at anew with each change, and each second for what vendors do by themselves. */
export function useFacts(): { readonly state: ConsentState; readonly vendors: readonly VendorFacts[] } {
  const { store, ...options } = useProvided()
  const state = useConsentState((current) => current)
  const runtime = runtimeOf(store, options)
  const look = (): readonly VendorFacts[] =>
    [...store.getState().vendors.values()].map((vendor) => vendorFacts(store.getState(), runtime, vendor))
  const [, setTick] = useState(0)

  useEffect(() => {
    const again = (): void => setTick((tick) => tick + 1)
    const timer = setInterval(again, 1_000)
    const stops = [...store.getState().vendors.values()]
      .filter((vendor) => 'mount' in vendor)
      .map(({ id }) => runtime.vendor(id).subscribe(again))
    return () => {
      clearInterval(timer)
      for (const stop of stops) stop()
    }
  }, [store, runtime])

  return { state, vendors: look() }
}
