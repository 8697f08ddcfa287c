import { standardCategories } from '../category.ts'
import { checksum } from '../checksum.ts'
import { parseRecord } from '../parse-record.ts'
import type { Answer, Answers, ConsentRecord } from '../record.ts'
import { serializeRecord } from '../serialize-record.ts'
import { cookieStorage } from './cookie-storage.ts'
import type { ConsentStorage } from './storage.ts'
import { webStorage } from './web-storage.ts'

export interface SplitStorageOptions {
  /** Keeps what servers and auditors read. @default cookieStorage() */
  readonly cookie?: ConsentStorage | undefined
  /** Keeps the record with its long lists, once it is too long for the cookie. @default webStorage('localStorage', 'askfirst.disclosed') */
  readonly beside?: ConsentStorage | undefined
  /** Categories of the site's own, next to the standard ones. @default [] */
  readonly categories?: readonly string[] | undefined
  /** Characters that the cookie may hold; browsers drop one of more than 4,096 bytes with its name. @default 2000 */
  readonly longest?: number | undefined
}

/**
 * For sites with hundreds of vendors: a record too long for a cookie is kept in web storage, and the cookie keeps what
 * decides, sealed to it. Where one of the two is missing or belongs to another record, only what the cookie says by
 * itself counts, and every refusal in either.
 */
export function splitStorage({
  cookie = cookieStorage(),
  beside = webStorage('localStorage', 'askfirst.disclosed'),
  categories = [],
  longest = 2_000,
}: SplitStorageOptions = {}): ConsentStorage {
  function readBeside(): string | null {
    try {
      return beside.read()
    } catch {
      return null
    }
  }

  function writeBeside(text: string | null): void {
    try {
      beside.write(text)
    } catch {
      // Blocked, or full: the cookie says by itself what it can.
    }
  }

  return {
    cookie: cookie.cookie,
    read() {
      const text = cookie.read()
      const short = parseRecord(text)
      const [, sum] = /&whole=(\w+)/.exec(text ?? '') ?? []
      if (text && !(short && sum)) return text
      const long = readBeside()
      const whole = parseRecord(long)
      if (short && whole && checksum(`${long}`) === sum) return long
      return whole ? refusalsOf(whole, short) : text
    },
    write(text) {
      const record = parseRecord(text)
      if (text && record && text.length > longest) {
        writeBeside(text)
        cookie.write(shorten(record, checksum(text), longest, [...standardCategories.slice(1), ...categories]))
      } else {
        if (text === null) writeBeside(null)
        cookie.write(text)
        // Not before it is known that the cookie has taken its place.
        if (cookie.read() === text) writeBeside(null)
      }
    },
  }
}

/** What the cookie says of a long record: never more than the record does, whatever the policy of who reads it. */
function shorten(record: ConsentRecord, sum: string, longest: number, known: readonly string[]): string {
  const short = { ...record, disclosed: new Set<string>(), whole: sum }
  const text = serializeRecord(short)
  if (text.length <= longest) return text
  // A vendor that was refused by itself must not be allowed by default because nobody has answered its category.
  const refused = known
    .filter((name) => !record.categories.has(name))
    .map((name): [string, Answer] => [name, { decision: 'denied', time: record.time, mark: '' }])
  return serializeRecord({
    ...short,
    categories: new Map([...record.categories, ...refused]),
    vendors: new Map(),
  })
}

/** The short record, or none, with each refusal of the whole one that is later than what it says. */
function refusalsOf(whole: ConsentRecord, short: ConsentRecord | null): string | null {
  const refused = (answers: Answers, known: Answers | undefined): readonly (readonly [string, Answer])[] =>
    [...answers].filter(([name, { decision, time }]) => decision === 'denied' && time > (known?.get(name)?.time ?? 0))
  const categories = new Map([...(short?.categories ?? []), ...refused(whole.categories, short?.categories)])
  const vendors = new Map([...(short?.vendors ?? []), ...refused(whole.vendors, short?.vendors)])
  return categories.size + vendors.size > 0
    ? serializeRecord({ ...(short ?? whole), categories, vendors, disclosed: new Set() })
    : null
}
