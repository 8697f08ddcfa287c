import { permission, serializeRecord, type ConsentState, type ConsentStore } from '@askfirst/core'
import type { ConsentRecord } from '../record.ts'
import { readReceipt } from './read-receipt.ts'

/**
 * Takes back what a receipt says, or the bare text of a record: an act of the visitor, so call it only with what they
 * gave. Every yes keeps its time and ends when it would have ended. Returns false, and changes nothing, for anything
 * that cannot be read whole, that does not agree with itself, or that is about another site's vendors.
 */
export function importReceipt(store: ConsentStore, text: string): boolean {
  const record = readReceipt(text, Date.now())
  if (!record || !isAboutUs(store.getState(), record)) return false
  const stored = serializeRecord(record)
  try {
    store.storage.write(stored)
  } catch {
    // Blocked storage: it holds for this page.
  }
  store.refresh()
  const state = store.getState()
  const { visit } = state
  const isRead = state.record !== null && serializeRecord(state.record) === stored
  // What is answered for good is no longer a matter of this time only.
  const open = [...visit].filter(([id]) => !isAnswered({ ...state, record, visit: new Map() }, id))
  if (!isRead || open.length < visit.size) {
    store.configure({ record: isRead ? state.record : record, visit: new Map(open) })
  }
  return true
}

/** A record that names vendors, and none of ours, is of another site. Those that we do not have stay what they are. */
function isAboutUs({ vendors }: ConsentState, record: ConsentRecord): boolean {
  const named = [...record.vendors.keys(), ...record.disclosed]
  return named.length === 0 || named.some((id) => vendors.has(id))
}

const isAnswered = (state: ConsentState, id: string): boolean =>
  !['undecided', 'policy-default', 'unknown'].includes(permission(state, id).reason)
