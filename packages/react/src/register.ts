import type { ChatVendor } from '@askfirst/core/runtime'

/**
 * Tell the editor which vendors the app registers:
 * `declare module '@askfirst/react' { interface Register { vendors: typeof vendors } }`
 */
export interface Register {}

/** The ids of the registered vendors; any string until `Register` is filled in. */
export type VendorId = Register extends { vendors: readonly { readonly id: infer Id extends string }[] } ? Id : string

type Registered = Register extends { vendors: readonly (infer Vendor)[] } ? Vendor : never

/** The API of a registered chat's vendor, as `native` passes it. */
export type ChatApi<Id extends VendorId> =
  Extract<Registered, { readonly id: Id }> extends ChatVendor<string, infer Api, infer _Events> ? Api : unknown

/** The events of a registered chat's vendor, by name. */
export type ChatVendorEvents<Id extends VendorId> =
  Extract<Registered, { readonly id: Id }> extends ChatVendor<string, infer _Api, infer Events> ? Events : object
