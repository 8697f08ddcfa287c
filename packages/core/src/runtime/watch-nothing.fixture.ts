import type { PageWatch } from './watch-page.ts'

/** For tests of other things than traces: to watch a page takes its time. */
export function watchNothing(): PageWatch {
  return {
    expect: () => undefined,
    silence: () => undefined,
    find: () => Promise.resolve([]),
    sweep: () => Promise.resolve({ found: [], kept: [] }),
    unchecked: () => [],
    stop: () => undefined,
  }
}
