import { parseRecord, serializeRecord } from '@askfirst/core'
import type { ConsentRecord, Surface } from '../record.ts'
import { agrees, saidIn } from './said.ts'

const day = 86_400_000

/** Longer than a receipt of thousands of vendors is. */
const longest = 10_000_000

const surfaces: Readonly<Record<Surface, true>> = {
  banner: true,
  preferences: true,
  gate: true,
  api: true,
  seed: true,
  automated: true,
}

/**
 * The record in a receipt, or in the bare text of one. `null` for anything that is not whole: cut, altered, of the
 * future, of another site, or with a readable part that says something else.
 */
export function readReceipt(given: string, now: number): ConsentRecord | null {
  if (given.length > longest) return null
  const text = given.trim()
  if (!text.startsWith('{')) return readWhole(text, now)
  try {
    const receipt = Object(JSON.parse(text)) as Readonly<Record<string, Readonly<Record<string, unknown>>>>
    const stored = receipt['askfirst']?.['stored']
    const record = typeof stored === 'string' ? readWhole(stored, now) : null
    return record && isHere(receipt['processing']?.['service']) && agrees(saidIn(record), receipt) ? record : null
  } catch {
    return null
  }
}

/** Unlike `parseRecord`, which reads what we have written ourselves, this one knows every field and takes no other. */
function readWhole(text: string, now: number): ConsentRecord | null {
  const parsed = parseRecord(text)
  if (!parsed) return null
  const { id, time, policy, revision, surface, locale, signal, categories, vendors, disclosed } = parsed
  const record = { id, time, policy, revision, surface, locale, signal, categories, vendors, disclosed }
  const answers = [...categories.values(), ...vendors.values()]
  const names = [id, policy, revision, locale, ...categories.keys(), ...vendors.keys(), ...disclosed]
  const isWhole =
    names.every((name) => /^[\w-]{1,64}$/.test(name)) &&
    Object.hasOwn(surfaces, surface) &&
    ['', 'gpc'].includes(signal) &&
    // More than a wrong clock explains: such a yes would begin to count later, and end later still.
    [time, ...answers.map((answer) => answer.time)].every((each) => each - now <= day) &&
    serializeRecord(record) === text
  return isWhole ? record : null
}

/** Whether a receipt is of this site: of the same host, or of one above or below it, as they may share a cookie. */
function isHere(service: unknown): boolean {
  const here = (globalThis.location as Location | undefined)?.hostname // there is none on a server
  if (!here || service === 'unknown') return true
  return typeof service === 'string' && (`.${service}`.endsWith(`.${here}`) || `.${here}`.endsWith(`.${service}`))
}
