import type { Trace } from './removal-report.ts'

/** Remembers what `window` held under the vendor's names, to put it back. */
export function watchGlobals(
  window: Window,
  names: readonly string[],
): { sweep: () => readonly Trace[]; find: () => readonly Trace[] } {
  const now = (name: string): PropertyDescriptor | undefined => Object.getOwnPropertyDescriptor(window, name)
  const before = new Map(names.map((name) => [name, now(name)]))

  const find = (): readonly Trace[] =>
    names
      .filter((name) => now(name)?.value !== before.get(name)?.value || now(name)?.get !== before.get(name)?.get)
      .map((name) => ({ kind: 'global', name }))

  return {
    find,
    sweep() {
      const found = find()
      for (const { name } of found) {
        const previous = before.get(name)
        Reflect.deleteProperty(window, name)
        if (previous) Reflect.defineProperty(window, name, previous)
      }
      return found
    },
  }
}
