'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { permission, type Permission, type Vendor } from '@askfirst/core'
import type { VendorController, VendorState } from '@askfirst/core/runtime'
import { useProvided } from '../context.ts'
import type { VendorId } from '../register.ts'
import { runtimeOf } from '../runtime-of.ts'
import { assertRegistered } from './assert-registered.ts'
import { useConsentState } from './use-consent-state.ts'

/** The controller of a registered vendor; the runtime follows the store while anything uses it. */
export function useController(id: VendorId): VendorController {
  const { store, ...options } = useProvided()
  assertRegistered(store.getState(), id)
  const runtime = runtimeOf(store, options)
  useEffect(() => runtime.connect(), [runtime])
  return runtime.vendor(id)
}

export interface VendorView extends VendorState {
  readonly vendor: Vendor
  /** Whether it is allowed now, and why. */
  readonly permission: Permission
}

/** How a vendor stands: what it discloses, whether it is allowed and why, and how far it is loaded. */
export function useVendor(id: VendorId): VendorView {
  const { getState, subscribe } = useController(id)
  const vendorState = useSyncExternalStore(subscribe, getState, getState)
  const vendor = useConsentState((state) => state.vendors.get(id)) as Vendor // useController threw otherwise
  const allowed = useConsentState((state) => permission(state, id).allowed)
  const reason = useConsentState((state) => permission(state, id).reason)
  return { ...vendorState, vendor, permission: { allowed, reason } as Permission }
}
