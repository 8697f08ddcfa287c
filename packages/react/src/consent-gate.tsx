'use client'

import type { ReactNode } from 'react'
import { isGranted, permission, type CategoryId } from '@askfirst/core'
import { useConsentState } from './hooks/use-consent-state.ts'
import { assertRegistered } from './hooks/assert-registered.ts'
import type { VendorId } from './register.ts'

export type ConsentGateProps = {
  readonly children: ReactNode
  /** Shown while it is not allowed. @default nothing */
  readonly fallback?: ReactNode
} & (
  | { readonly category: CategoryId; readonly vendor?: never }
  | { readonly vendor: VendorId; readonly category?: never }
)

/** Renders its children only while a category or a vendor is allowed. */
export function ConsentGate({ category, vendor, children, fallback = null }: ConsentGateProps): ReactNode {
  const allowed = useConsentState((state) => {
    if (vendor === undefined) return isGranted(state, category ?? '')
    assertRegistered(state, vendor)
    return permission(state, vendor).allowed
  })
  return allowed ? children : fallback
}
