'use client'

import { useSyncExternalStore } from 'react'
import type { ConsentState } from '@askfirst/core'
import { useProvided } from '../context.ts'

/** A value of the consent state. The selector must return the same value for the same state. */
export function useConsentState<Value>(select: (state: ConsentState) => Value): Value {
  const { store } = useProvided()
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.getState()),
    () => select(store.getInitialState()),
  )
}
