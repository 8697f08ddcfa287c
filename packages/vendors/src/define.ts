import type { ChatVendor, FrameVendor, LoadableVendor } from '@askfirst/core/runtime'

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

/** Defines a vendor whose pages `GatedFrame` shows; `embeds` are the addresses of those pages, as hosts with or without a path. */
export function defineFrameVendor<const Id extends string>({
  embeds,
  ...vendor
}: Omit<FrameVendor<Id>, 'kind' | 'mount' | 'traces'> & { readonly embeds: readonly string[] }): FrameVendor<Id> {
  return {
    ...vendor,
    kind: 'frame',
    traces: { domains: embeds, globals: [], nodes: [] },
    // The frames are the page's own doing: they come with the permission, and go with it.
    mount: () => Promise.resolve({}),
  }
}
