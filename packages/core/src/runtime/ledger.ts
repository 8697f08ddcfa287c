import type { Memory } from './memory.ts'
import type { TraceKind } from './removal-report.ts'

/** Who wrote what: the last one to write a name has it, and what the page was seen to write stays the page's. */
export interface Ledger {
  readonly note: (name: string, isVendors: boolean) => void
  readonly has: (name: string) => boolean
  readonly isEmpty: () => boolean
}

/** @param isPublished names that need not be remembered */
export function createLedger(kind: TraceKind, memory: Memory, isPublished: (name: string) => boolean): Ledger {
  const own = new Set(memory.recall(kind))
  const others = new Set<string>()
  return {
    note(name, isVendors) {
      if (!isVendors) {
        own.delete(name)
        others.add(name)
      } else if (!others.has(name) && !own.has(name)) {
        own.add(name)
        if (!isPublished(name)) memory.keep(kind, name)
      }
    },
    has: (name) => own.has(name),
    isEmpty: () => own.size === 0,
  }
}
