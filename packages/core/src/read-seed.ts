import { decide } from './decide.ts'
import type { ConsentRecord } from './record.ts'
import type { ConsentState } from './state.ts'

/** The record that a hand-written `accept-all` or `reject-all` stands for, so that auditors and tests can begin there. */
export function readSeed(text: string | null | undefined, state: ConsentState): ConsentRecord | null {
  const all = text === 'accept-all'
  return all || text === 'reject-all' ? decide({ ...state, record: null, signal: '' }, { all }, 'seed') : null
}
