import { isOpen } from '../permission.ts'
import type { ConsentState, Visit } from '../state.ts'

const key = 'askfirst.visit'

/** What this tab remembers of the visit; nothing once that is over, or where storage is blocked. */
export function readVisit(state: ConsentState): Visit {
  try {
    const [seen, ...allowed] = JSON.parse(sessionStorage.getItem(key) ?? '[]') as [number, ...[string, number][]]
    // A visit ends with the tab, and after half an hour without a page: browsers restore old tabs.
    if (Math.abs(state.now - seen) < 1_800_000) return new Map(allowed.filter((entry) => isOpen(state, entry)))
  } catch {
    // Blocked, or nothing that we wrote: nothing is known of the visit.
  }
  return new Map()
}

/** Remembers for the visit's next pages what is allowed only this time; leaves no trace where nothing is. */
export function rememberVisit({ visit, now }: ConsentState): void {
  try {
    if (visit.size > 0) sessionStorage.setItem(key, JSON.stringify([now, ...visit]))
    else sessionStorage.removeItem(key)
  } catch {
    // The visit lasts as long as the page.
  }
}
