import { checksum } from './checksum.ts'
import type { Answer, ConsentRecord } from './record.ts'

/**
 * The record as readable text for a cookie, `key=value` joined by `&`; `parseRecord` reads it back. Lists are joined
 * by dots; an answer is `name:decision`, then `*milliseconds` if it is not of the record's time, then `~` and its mark.
 */
export function serializeRecord(record: ConsentRecord): string {
  const item = (entry: string | readonly [string, Answer]): string => {
    if (typeof entry === 'string') return entry
    const [name, { decision, time, mark }] = entry
    return `${name}:${decision}${time === record.time ? '' : `*${time}`}${mark && `~${mark}`}`
  }
  const body = Object.entries({ v: 1, ...record })
    .map(
      ([key, value]) =>
        `${key}=${typeof value === 'object' ? Array.from(value, item).join('.') : encodeURIComponent(value)}`,
    )
    .join('&')
  return `${body}&sum=${checksum(body)}`
}
