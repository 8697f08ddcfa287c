import { decide, type Ticks } from './decide.ts'
import { isOpen, permission, reasonOn } from './permission.ts'
import type { ConsentRecord } from './record.ts'
import { serializeRecord } from './serialize-record.ts'
import type { ConsentState } from './state.ts'
import type { ConsentStorage } from './storage/storage.ts'

/**
 * Stores that the banner was closed where that is a no: to what is not allowed, and to vendors that are new. What was
 * answered before stays, also a yes to a single vendor. Returns what that makes of the state.
 */
export function refuseNews(
  state: ConsentState,
  storage: ConsentStorage,
): Partial<Pick<ConsentState, 'record' | 'visit'>> {
  const record = newsRefused(state)
  if (!record) return {}
  try {
    // What cannot be read may say more than this.
    if (!state.inDoubt) storage.write(serializeRecord(record))
  } catch {
    // Blocked storage: it holds for this page.
  }
  return { record, visit: new Map([...state.visit].filter((entry) => isOpen({ ...state, record }, entry))) }
}

/** `null` where there is nothing to refuse. */
function newsRefused(state: ConsentState): ConsentRecord | null {
  const { policy, record, asked, vendors } = state
  if (policy.dismissal !== 'denied' || !record) return null
  const open = asked.filter((name) => !/granted|signal/.test(reasonOn(state, name)))
  const added = [...vendors.keys()].filter((id) => permission(state, id).reason === 'not-disclosed')
  if (open.length + added.length === 0) return null
  // A decision about a category would take the place of what was said about its vendors by themselves.
  const { categories } = decide(state, { categories: no(open) }, 'banner')
  return { ...decide(state, { vendors: no(added) }, 'banner'), categories }
}

const no = (names: readonly string[]): Ticks => Object.fromEntries(names.map((name) => [name, false]))
