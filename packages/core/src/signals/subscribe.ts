import {
  permission,
  unknownName,
  type CategoryId,
  type ConsentState,
  type ConsentStore,
  type Permission,
  type Vendor,
} from '@askfirst/core'

/** A new answer for one vendor or category: allowed or not, why, and what was said before. */
export type PermissionChange = Permission & {
  readonly kind: 'category' | 'vendor'
  /** The category's name or the vendor's id. */
  readonly subject: string
  /** The answer before, or null the first time. */
  readonly was: Permission | null
}

export type PermissionListener = (change: PermissionChange) => void

/**
 * Calls back for each category and each vendor whose answer changed, once a change, a withdrawal as plainly as a grant.
 * The first answers are reported as soon as storage was read, at once if it was already. An answer is also another one
 * when only its reason changes, from `undecided` to `category-denied` for instance; `was` tells the two apart.
 *
 * Makes nothing on the page. Returns how to stop.
 */
export function onPermissionChange(store: ConsentStore, listener: PermissionListener): () => void {
  const { categories, vendors } = store.getState()
  const stops = [
    watch(store, listener, 'category', categories, categoryPermission),
    watch(store, listener, 'vendor', [...vendors.keys()], permission),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/**
 * The same for one vendor, whatever happens to the others.
 * Throws for an id that is not registered.
 */
export function onVendorPermission(store: ConsentStore, id: string, listener: PermissionListener): () => void {
  const { vendors } = store.getState()
  if (!vendors.has(id)) throw unknownName('vendor', id, vendors.keys())
  return watch(store, listener, 'vendor', [id], permission)
}

function watch(
  store: ConsentStore,
  listener: PermissionListener,
  kind: PermissionChange['kind'],
  subjects: readonly string[],
  answerOf: typeof permission,
): () => void {
  const answers = new Map<string, Permission>()
  let isStopped = false

  const check = (): void => {
    for (const subject of subjects) {
      // Read anew for each: a listener may have decided something, or stopped.
      const state = store.getState()
      if (isStopped || !state.now) return
      const answer = answerOf(state, subject)
      const was = answers.get(subject) ?? null
      if (answer.reason === was?.reason) continue
      answers.set(subject, answer)
      try {
        listener({ ...answer, kind, subject, was })
      } catch (error) {
        reportError(error) // One listener's mistake must not keep a withdrawal from the others.
      }
    }
  }
  check()
  const unsubscribe = store.subscribe(check)
  return () => {
    isStopped = true
    unsubscribe()
  }
}

/** A category's answer is that of a vendor in it which was disclosed and has no answer of its own. */
function categoryPermission(state: ConsentState, category: CategoryId): Permission {
  const id = '' // No registered vendor has this id.
  // All that `permission` reads of a vendor.
  const vendor = { id, category } as Vendor
  const { record } = state
  const disclosed = record && { ...record, vendors: new Map(), disclosed: new Set([id]) }
  return permission({ ...state, vendors: new Map([[id, vendor]]), record: disclosed }, id)
}
