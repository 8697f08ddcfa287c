import type { ChatVendor, LoadableVendor } from '@askfirst/core/runtime'

/** Defines a vendor outside this library: what to disclose, and how to load and remove it. */
export function defineVendor<const Id extends string>(vendor: LoadableVendor<Id>): LoadableVendor<Id> {
  return vendor
}

/** Defines a chat outside this library; it gets the same session and the same gate as ours. */
export function defineChatVendor<const Id extends string, Api = unknown, Events = object>(
  vendor: Omit<ChatVendor<Id, Api, Events>, 'kind'>,
): ChatVendor<Id, Api, Events> {
  return { ...vendor, kind: 'chat' }
}
