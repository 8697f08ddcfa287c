import { decide, type Ticks } from './decide.ts'
import { isOpen, permission, reasonOn } from './permission.ts'
import type { ConsentRecord } from './record.ts'
import { serializeRecord } from './serialize-record.ts'
import type { ConsentState } from './state.ts'
import type { ConsentStore } from './store.ts'

/**
 * Stores that the banner was closed where that is a no: to what is not allowed, and to vendors that are new. What was
 * answered before stays, also a yes to a single vendor.
 */
export function refuseNews({ getState, configure, refresh, storage }: ConsentStore): void {
  const state = getState()
  const record = newsRefused(state)
  if (!record) return
  try {
    // What cannot be read may say more than this.
    if (!state.inDoubt) storage.write(serializeRecord(record))
  } catch {
    // Blocked storage: it holds for this page.
  }
  refresh()
  const { record: now, visit } = getState()
  if (now?.time === record.time) return
  configure({ record, visit: new Map([...visit].filter((entry) => isOpen({ ...state, record }, entry))) })
}

/** `null` where there is nothing to refuse. */
function newsRefused(state: ConsentState): ConsentRecord | null {
  const { policy, dismissed, record, asked, vendors } = state
  if (!dismissed || policy.dismissal !== 'denied' || !record) return null
  const open = asked.filter((name) => !/granted|signal/.test(reasonOn(state, name)))
  const added = [...vendors.keys()].filter((id) => permission(state, id).reason === 'not-disclosed')
  if (open.length + added.length === 0) return null
  // A decision about a category would take the place of what was said about its vendors by themselves.
  const { categories } = decide(state, { categories: no(open) }, 'banner')
  return { ...decide(state, { vendors: no(added) }, 'banner'), categories }
}

const no = (names: readonly string[]): Ticks => Object.fromEntries(names.map((name) => [name, false]))
