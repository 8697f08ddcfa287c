import type { Answer, Answers, ConsentRecord } from '../record.ts'
import { isoTime } from './iso-time.ts'
import type { Receipt, ReceiptEvent } from './receipt.ts'

/** What an event says of the record alone, whatever the site and its policy are. */
type SaidEvent = Omit<ReceiptEvent, 'validity_duration' | 'not_asked_again_for'>

/** The part of a receipt that the record alone decides: what is read in it and what is stored must agree. */
export interface Said {
  readonly header: Pick<Receipt['header'], 'record_id'>
  readonly processing: Pick<Receipt['processing'], 'language' | 'jurisdiction'>
  readonly events: readonly SaidEvent[]
  readonly askfirst: Omit<Receipt['askfirst'], 'stored'>
}

export const visitor = 'visitor'

export function saidIn(record: ConsentRecord): Said {
  const { id, time, locale, policy, revision, surface, signal, categories, vendors, disclosed } = record
  return {
    header: { record_id: id },
    processing: { language: locale, jurisdiction: policy },
    events: [
      ...standing(categories).map(([purpose, answer]) => ({ purpose, ...saidBy(answer) })),
      ...standing(vendors).map(([party, answer]) => ({ recipient_third_party: party, ...saidBy(answer) })),
    ],
    askfirst: { decided: isoTime(time), revision, surface, signal, disclosed: [...disclosed] },
  }
}

/** Without a yes that has ended because the site asks something else now: its time is 0. */
const standing = (answers: Answers): readonly (readonly [string, Answer])[] =>
  [...answers].filter(([, { time }]) => time > 0)

/** The record keeps the latest answer only, so a no after a yes reads as `refused` too. */
function saidBy({ decision, time, mark }: Answer): SaidEvent {
  return {
    event_time: isoTime(time),
    event_type: mark === 'implied' ? 'implied' : 'expressed',
    event_state: decision === 'granted' ? 'given' : 'refused',
    entity_id: visitor,
    privacy_signal: mark === 'gpc',
  }
}

/** Whether everything that is said is in what was read, word for word. */
export function agrees(said: unknown, read: unknown): boolean {
  if (typeof said !== 'object' || said === null) return said === read
  if (typeof read !== 'object' || read === null) return false
  if (Array.isArray(said) && (!Array.isArray(read) || read.length !== said.length)) return false
  return Object.entries(said).every(
    ([key, value]) => Object.hasOwn(read, key) && agrees(value, (read as Record<string, unknown>)[key]),
  )
}
