'use client'

import type { VendorController, VendorState } from '@askfirst/core/runtime'
import type { ChatApi, ChatVendorEvents, VendorId } from '../register.ts'
import { useController, useVendor } from './use-vendor.ts'

/** Everything a component needs of a chat: how it stands, and how to drive it. */
export interface ChatSession<Api = unknown, Events = object>
  extends Omit<VendorController<Api, Events>, 'getState' | 'subscribe' | 'retain'>, VendorState {}

/** The chat of a vendor: how it stands, and the one session that drives every vendor alike. */
export function useChat<Id extends VendorId>(id: Id): ChatSession<ChatApi<Id>, ChatVendorEvents<Id>>
// Only the types of the registered adapter know what the vendor's own API and events are.
export function useChat(id: VendorId): ChatSession {
  const { getState: _, subscribe: __, retain: ___, ...session } = useController(id)
  const { vendor: _____, permission: ______, ...state } = useVendor(id)
  return { ...session, ...state }
}
