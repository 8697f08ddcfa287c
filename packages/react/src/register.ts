/**
 * Tell the editor which vendors the app registers:
 * `declare module '@askfirst/react' { interface Register { vendors: typeof vendors } }`
 */
export interface Register {}

/** The ids of the registered vendors; any string until `Register` is filled in. */
export type VendorId = Register extends { vendors: readonly { readonly id: infer Id extends string }[] } ? Id : string
