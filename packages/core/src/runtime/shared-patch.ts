interface Patch {
  readonly watchers: Set<unknown>
  readonly replacement: unknown
  readonly restore: () => void
}

const patches = new WeakMap<object, Map<PropertyKey, Patch>>()

/**
 * Replaces a member of the page once for any number of watchers, and puts it back when the last has gone:
 * vendors leave in any order, and a patch on a patch could not be taken off from below.
 */
export function sharedPatch<Target extends object, Key extends keyof Target, Watcher>(
  target: Target,
  key: Key,
  replace: (original: Target[Key], watchers: ReadonlySet<Watcher>) => Target[Key],
  watcher: Watcher,
): () => void {
  const standing = patches.get(target)?.get(key)
  const patch = standing?.replacement === target[key] ? standing : install(target, key, replace)
  patch.watchers.add(watcher)
  return () => {
    patch.watchers.delete(watcher)
    if (patch.watchers.size === 0) patch.restore()
  }
}

function install<Target extends object, Key extends keyof Target, Watcher>(
  target: Target,
  key: Key,
  replace: (original: Target[Key], watchers: ReadonlySet<Watcher>) => Target[Key],
): Patch {
  const watchers = new Set<Watcher>()
  const original = target[key]
  const replacement = replace(original, watchers)
  const patch: Patch = {
    watchers,
    replacement,
    restore() {
      // Somebody else may have replaced it after us: then theirs stays.
      if (target[key] === replacement) target[key] = original
    },
  }
  target[key] = replacement
  patches.set(target, new Map(patches.get(target)).set(key, patch))
  return patch
}
