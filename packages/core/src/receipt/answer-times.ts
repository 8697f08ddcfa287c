import type { ConsentRecord } from '../record.ts'

/** The times at which something was decided that still stands, the latest decision's always among them. */
export function answerTimes({ time, categories, vendors }: ConsentRecord): ReadonlySet<number> {
  const times = [...categories.values(), ...vendors.values()].map((answer) => answer.time)
  return new Set([time, ...times.filter(Boolean)])
}
