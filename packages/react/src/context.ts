'use client'

import { createContext, use } from 'react'
import { mistake, type ConsentStore } from '@askfirst/core'
import type { RuntimeOptions } from '@askfirst/core/runtime'
import type { Messages } from './messages/messages.ts'

declare const process: { readonly env: { readonly NODE_ENV?: string } }

export interface Consent extends RuntimeOptions {
  readonly store: ConsentStore
  readonly messages: Partial<Messages>
  /** The banner stands in the server's HTML: `true` on a page that is built once, whether due or not; `false` when due. */
  readonly prepaint: boolean | undefined
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
