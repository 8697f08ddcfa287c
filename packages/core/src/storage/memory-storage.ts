import type { ConsentStorage } from './storage.ts'

/** Keeps the record for the life of the page, for tests and for pages that may store nothing. */
export function memoryStorage(initial: string | null = null): ConsentStorage {
  let stored = initial
  return {
    read: () => stored,
    write: (text) => {
      stored = text
    },
  }
}
