import type { ConsentRecord, Surface } from '../record.ts'
import type { ConsentStore } from '../store.ts'
import { answerTimes } from './answer-times.ts'
import { hashOf, wordingText, type Wording } from './wording.ts'

/** What was shown when a decision was taken, as a hash. */
export interface KeptWording {
  /** Time of the decision, milliseconds since 1970. */
  readonly time: number
  readonly surface: Surface
  readonly locale: string
  /** The site's revision of what it asks. */
  readonly revision: string
  /** SHA-256 in hex, of what `wordingText` writes. */
  readonly hash: string
}

const key = 'askfirst.wording'

/**
 * Keeps the hash of what the visitor was shown, in `localStorage` beside the record. Call it right after the decision
 * was taken on that surface; at any other time it keeps nothing.
 */
export async function keepWording(store: ConsentStore, surface: Surface, texts: object): Promise<void> {
  const { record, now } = store.getState()
  // A record of another time was not decided here and now.
  if (record?.surface !== surface || record.time !== now) return
  const { id, time, locale, revision } = record
  const wording: Wording = { surface, locale, texts }
  const hash = await hashOf(wordingText(wording))
  const current = store.getState().record
  // It may have been forgotten meanwhile.
  if (!hash || current?.id !== id) return
  const times = answerTimes(current)
  const shown = [...keptWordings(current), { time, surface, locale, revision, hash }]
  try {
    localStorage.setItem(key, JSON.stringify({ id, shown: shown.filter((kept) => times.has(kept.time)) }))
  } catch {
    // Blocked storage: the receipt says that it was not recorded.
  }
}

/** What is kept of the wordings behind a record; nothing where it is lost or belongs to another record. */
export function keptWordings({ id }: ConsentRecord): readonly KeptWording[] {
  try {
    const kept = JSON.parse(String(localStorage.getItem(key))) as { id: unknown; shown: unknown } | null
    return kept?.id === id && Array.isArray(kept.shown) ? kept.shown.filter(isKeptWording) : []
  } catch {
    return [] // Blocked, or nothing that we wrote.
  }
}

export function forgetWordings(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Blocked storage holds nothing.
  }
}

function isKeptWording(value: unknown): value is KeptWording {
  const { time, surface, locale, revision, hash } = Object(value) as Record<keyof KeptWording, unknown>
  return (
    typeof time === 'number' &&
    [surface, locale, revision].every((text) => typeof text === 'string') &&
    /^[0-9a-f]{64}$/.test(String(hash))
  )
}
