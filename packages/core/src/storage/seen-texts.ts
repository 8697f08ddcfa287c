import type { ConsentStorage } from './storage.ts'

/** Sums of the texts that a remote was seen to have. */
export interface SeenTexts {
  /** The latest is the last. */
  readonly list: () => readonly string[]
  readonly add: (...sums: readonly string[]) => void
  readonly forget: () => void
}

/** Keeps the sums where the next page finds them. Where it cannot, the clocks of two devices decide alone. */
export function seenTexts(storage: ConsentStorage): SeenTexts {
  function list(): readonly string[] {
    try {
      return storage.read()?.split('.') ?? []
    } catch {
      return []
    }
  }

  function keep(sums: readonly string[]): void {
    try {
      storage.write(sums.length > 0 ? sums.join('.') : null)
    } catch {
      // Blocked, or full.
    }
  }

  return {
    list,
    add: (...sums) => keep([...list().filter((sum) => !sums.includes(sum)), ...sums].slice(-12)),
    forget: () => keep([]),
  }
}
