'use client'

import { createContext, use } from 'react'
import { mistake, type ConsentStore } from '@askfirst/core'
import type { RuntimeOptions } from '@askfirst/core/runtime'
import type { Messages } from './messages/messages.ts'

declare const process: { readonly env: { readonly NODE_ENV?: string } }

export interface Consent {
  readonly store: ConsentStore
  readonly runtime: RuntimeOptions
  readonly messages: Partial<Messages>
  /** The first render shows the banner, although nothing is known yet. */
  readonly prepaint: boolean
  /** The banner is in the server's HTML, where it stands. */
  readonly isServed: boolean
}

export const ConsentContext = createContext<Consent | null>(null)

/** What the provider provides. Throws outside of one. */
export function useProvided(): Consent {
  const consent = use(ConsentContext)
  if (consent) return consent
  throw mistake(
    'used outside <ConsentProvider>',
    process.env.NODE_ENV !== 'production' && ['so there is no store to read', 'Wrap your app in <ConsentProvider>'],
  )
}
