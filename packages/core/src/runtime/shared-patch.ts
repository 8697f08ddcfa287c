import { callerOf } from './caller.ts'

/** One use of a watched member of the page. */
export interface Use {
  readonly how: 'call' | 'new' | 'get' | 'set'
  readonly self: unknown
  /** May be replaced before the use goes on. */
  values: unknown[]
  /** Address of the script that did it. Costs a look at the stack, so ask what is cheap first. */
  readonly by: string
}

/** Hears of a use before it happens. What it returns hears of the result, and may give another one. */
export type Watcher = (use: Use) => ((result: unknown) => unknown) | undefined

interface Patch {
  readonly watchers: Set<Watcher>
  readonly replacement: PropertyDescriptor
  readonly restore: () => void
}

type Callable = (...values: never[]) => unknown

const patches = new WeakMap<object, Map<PropertyKey, Patch>>()

let isUnwatched = false

/** Runs what we do ourselves, which is nobody's doing. */
export function unwatched<Result>(run: () => Result): Result {
  const outer = isUnwatched
  isUnwatched = true
  try {
    return run()
  } finally {
    isUnwatched = outer
  }
}

/**
 * Watches a member of the page, once for any number of watchers, and puts it back when the last has gone:
 * vendors leave in any order, and a patch on a patch could not be taken off from below.
 * A member that this browser does not have, or does not let go of, is not watched.
 */
export function sharedPatch(target: object | undefined, key: PropertyKey, watcher: Watcher): () => void {
  const holder = holderOf(target, key)
  const own = holder && Object.getOwnPropertyDescriptor(holder, key)
  if (!holder || !own?.configurable) return () => undefined
  const standing = patches.get(holder)?.get(key)
  const patch = standing && isSame(standing.replacement, own) ? standing : install(holder, key, own)
  patch.watchers.add(watcher)
  return () => {
    patch.watchers.delete(watcher)
    if (patch.watchers.size === 0) patch.restore()
  }
}

function install(holder: object, key: PropertyKey, own: PropertyDescriptor): Patch {
  const watchers = new Set<Watcher>()
  const replacement = { ...own }
  for (const [part, how] of parts) {
    const original: unknown = own[part]
    if (typeof original === 'function') replacement[part] = watched(original as Callable, how, watchers)
  }
  const patch: Patch = {
    watchers,
    replacement,
    restore() {
      try {
        const now = Object.getOwnPropertyDescriptor(holder, key)
        // Somebody else may have replaced it after us: then theirs stays.
        if (now && isSame(replacement, now)) Object.defineProperty(holder, key, own)
      } catch {
        // A frame that has gone to another site since has left everything behind.
      }
    },
  }
  Object.defineProperty(holder, key, replacement)
  const others = patches.get(holder)
  if (others) others.set(key, patch)
  else patches.set(holder, new Map([[key, patch]]))
  return patch
}

const parts = [
  ['value', 'call'],
  ['get', 'get'],
  ['set', 'set'],
] as const

/** A proxy, so that the page finds the name, the constants and the prototype that it knows. */
function watched<Original extends Callable>(
  original: Original,
  how: Use['how'],
  watchers: ReadonlySet<Watcher>,
): Original {
  function report(
    what: Use['how'],
    self: unknown,
    values: unknown[],
    trap: Callable,
    go: (values: unknown[]) => unknown,
  ) {
    if (isUnwatched) return go(values)
    let by: string | undefined
    const own: Use = {
      how: what,
      self,
      values,
      get by() {
        return (by ??= callerOf(trap))
      },
    }
    const heard = Array.from(watchers, (watch) => watch(own))
    let result = go(own.values)
    for (const hear of heard) result = hear?.(result) ?? result
    return result
  }
  function apply(_: unknown, self: unknown, given: unknown[]): unknown {
    return report(how, self, given, apply, (values) => Reflect.apply(original, self, values))
  }
  function construct(_: unknown, given: unknown[], target: Callable): object {
    const made = report('new', undefined, given, construct, (values) => Reflect.construct(original, values, target))
    return made as object // what `Reflect.construct` returned
  }
  return new Proxy<Original & object>(original, { apply, construct })
}

function holderOf(target: object | undefined, key: PropertyKey): object | null {
  let holder = target ?? null
  while (holder && !Object.hasOwn(holder, key)) holder = Reflect.getPrototypeOf(holder)
  return holder
}

const isSame = (one: PropertyDescriptor, other: PropertyDescriptor): boolean =>
  one.value === other.value && one.get === other.get && one.set === other.set
