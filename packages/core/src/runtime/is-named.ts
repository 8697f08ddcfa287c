import type { StorageKind, StoredItem } from '../disclosure.ts'

/** Whether a disclosure names something, by itself or by how it begins. */
export const isNamed = (disclosed: readonly StoredItem[], kind: StorageKind, name: string): boolean =>
  disclosed.some(
    (item) =>
      item.kind === kind && (item.name.endsWith('*') ? name.startsWith(item.name.slice(0, -1)) : name === item.name),
  )

/** Ours: what a removal must never take for a vendor's. */
export const isOurs = (name: string): boolean => name.startsWith('askfirst')
