import type { TraceKind } from './removal-report.ts'
import { unwatched } from './shared-patch.ts'
import type { Page } from './watch.ts'

/** What a vendor was seen to store under names that nobody has published, on this page and on those before it. */
export interface Memory {
  readonly recall: (kind: TraceKind) => readonly string[]
  readonly keep: (kind: TraceKind, name: string) => void
  readonly forget: () => void
}

/** Kept on the device while the vendor is allowed: on a later page it may only read what it wrote on this one. */
export function createMemory(window: Page, vendor: string): Memory {
  const key = `askfirst.traces.${vendor}`
  const withStorage = <Result>(use: (storage: Storage) => Result, otherwise: Result): Result => {
    try {
      return unwatched(() => use(window.localStorage))
    } catch {
      return otherwise // Blocked or full storage: known until the page ends.
    }
  }
  const read = (): readonly string[] =>
    withStorage((storage) => {
      const kept: unknown = JSON.parse(storage.getItem(key) ?? '[]')
      return Array.isArray(kept) ? kept.filter((entry) => typeof entry === 'string') : []
    }, [])
  return {
    recall: (kind) => read().flatMap((entry) => (entry.startsWith(`${kind} `) ? [entry.slice(kind.length + 1)] : [])),
    keep(kind, name) {
      const kept = new Set(read())
      if (kept.has(`${kind} ${name}`)) return
      withStorage((storage) => storage.setItem(key, JSON.stringify([...kept, `${kind} ${name}`])), undefined)
    },
    forget: () => withStorage((storage) => storage.removeItem(key), undefined),
  }
}
