import { permission } from '../permission.ts'
import type { ConsentState, Visit } from '../state.ts'

const key = 'askfirst.visit'

/** What this tab remembers of the visit; nothing once that is over, or where storage is blocked. */
export function readVisit(now: number): Visit {
  try {
    const [seen, ...allowed] = JSON.parse(String(sessionStorage.getItem(key))) as [number, ...[string, number][]]
    // A visit ends with the tab, and after half an hour without a page: browsers restore old tabs.
    if (Math.abs(now - seen) < 1_800_000) return new Map(allowed)
  } catch {
    // Blocked, or nothing that we wrote: nothing is known of the visit.
  }
  return new Map()
}

/** Remembers for the visit's next pages what is allowed only this time; leaves no trace where nothing is. */
export function rememberVisit(state: ConsentState): void {
  const { visit, vendors, now } = state
  // A vendor that only another page has cannot be judged here.
  const still = [...visit].filter(([id]) => !vendors.has(id) || permission(state, id).reason === 'session')
  try {
    if (still.length > 0) sessionStorage.setItem(key, JSON.stringify([now, ...still]))
    else sessionStorage.removeItem(key)
  } catch {
    // The visit lasts as long as the page.
  }
}
