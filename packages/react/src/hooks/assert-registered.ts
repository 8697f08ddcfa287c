import { unknownName, type ConsentState } from '@askfirst/core'

/** Throws for an id that the app did not register. */
export function assertRegistered({ vendors }: ConsentState, id: string): void {
  if (!vendors.has(id)) throw unknownName('vendor', id, vendors.keys())
}
