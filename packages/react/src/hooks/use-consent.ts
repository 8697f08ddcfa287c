'use client'

import { needsDecision, type ConsentState, type ConsentStore } from '@askfirst/core'
import { useProvided } from '../context.ts'
import { useConsentState } from './use-consent-state.ts'

type Actions = Omit<ConsentStore, 'getState' | 'getInitialState' | 'subscribe' | 'connect'>

/** The consent state, whether a decision is due, and the actions that change it. */
export function useConsent(): ConsentState & Actions & { readonly needsDecision: boolean } {
  const { store } = useProvided()
  const state = useConsentState((current) => current)
  return { ...store, ...state, needsDecision: needsDecision(state) }
}
