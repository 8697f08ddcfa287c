'use client'

import type { VendorController, VendorState } from '@askfirst/core/runtime'
import type { VendorId } from '../register.ts'
import { useController, useVendor } from './use-vendor.ts'

export interface ChatSession extends Omit<VendorController, 'getState' | 'subscribe' | 'retain'>, VendorState {}

/** The chat of a vendor: how it stands, and the one session that drives every vendor alike. */
export function useChat(id: VendorId): ChatSession {
  const { getState: _, subscribe: __, retain: ___, ...session } = useController(id)
  const { vendor: _____, permission: ______, ...state } = useVendor(id)
  return { ...session, ...state }
}
