import { decide, type Ticks } from './decide.ts'
import { permission, reasonOn } from './permission.ts'
import type { ConsentRecord } from './record.ts'
import type { ConsentState } from './state.ts'

/**
 * What closing the banner says where that is a no: it refuses what is not allowed, and vendors that are new. What was
 * answered before stays, also a yes to a single vendor. `null` where there is nothing to refuse.
 */
export function refuseNews(state: ConsentState): ConsentRecord | null {
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
