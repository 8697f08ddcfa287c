import { decide } from './decide.ts'
import type { ConsentRecord } from './record.ts'
import type { ConsentState } from './state.ts'

/** The record that a hand-written `accept-all` or `reject-all` stands for, so that auditors and tests can begin there. */
export function readSeed(text: string | null | undefined, state: ConsentState): ConsentRecord | null {
  const [, answer] = /^(accept|reject)-all$/.exec(`${text}`) ?? []
  return answer ? decide({ ...state, record: null }, { all: answer === 'accept' }, 'seed') : null
}
