import { serializeRecord, type ConsentState, type ConsentStore } from '@askfirst/core'
import { answerTimes } from './answer-times.ts'
import { isoTime } from './iso-time.ts'
import { keptWordings, type KeptWording } from './kept-wording.ts'
import { partiesOf } from './parties.ts'
import { purposesOf } from './purposes.ts'
import type { Receipt, ReceiptController, ReceiptEvent, ReceiptWording } from './receipt.ts'
import { saidIn, type Said } from './said.ts'
import { storedIn } from './stored-in.ts'

export interface ReceiptOptions {
  /** Who is responsible for the site. @default what nobody has told is said to be unknown */
  readonly controller?: ReceiptController | undefined
  /** Address of the site's privacy notice. @default 'unknown' */
  readonly noticeUrl?: string | undefined
  /** The wordings behind the decisions. @default those kept in this browser */
  readonly wording?: readonly KeptWording[] | undefined
  /** Time of the receipt, milliseconds since 1970. @default now */
  readonly now?: number | undefined
}

/**
 * What is stored about the visitor's choices, as a receipt: plain data to be shown, kept or brought back with
 * `importReceipt`. `null` where nothing is stored. The field names are those of ISO/IEC TS 27560 as the W3C's DPV guide
 * lists them; nobody has certified it.
 */
export function createReceipt(
  store: ConsentStore,
  { controller = {}, noticeUrl = 'unknown', wording, now = Date.now() }: ReceiptOptions = {},
): Receipt | null {
  const state = store.getState()
  const { record } = state
  if (!record) return null
  const { header, processing, events, askfirst } = saidIn(record)
  const parties = partiesOf(state, record, controller)
  const places = storedIn(store)
  const kept = wording ?? keptWordings(record)
  return {
    header: {
      schema_version: 'askfirst-receipt-1',
      receipt_id: `${record.id}-${now}`,
      ...header,
      pii_principal_id: 'unknown',
      receipt_time: isoTime(now),
      note: 'Field names of ISO/IEC TS 27560 as listed in the W3C DPV guide. Not certified. "unknown": nobody has told.',
    },
    processing: {
      privacy_notice: {
        url: noticeUrl,
        wording: Array.from(answerTimes(record), (time) => wordingAt(time, kept)),
      },
      ...processing,
      service: (globalThis.location as Location | undefined)?.hostname || 'unknown', // there is none on a server
      purposes: purposesOf(state, record),
      pii_controllers: ['controller'],
      recipient_third_parties: parties
        .filter(({ party_type }) => party_type === 'recipient third party')
        .map(({ party_id }) => party_id),
      storage_locations: places.length > 0 ? places : 'unknown',
      retention_period: 'unknown',
      withdrawal_method: 'At any time, in the privacy choices of the site.',
    },
    parties,
    events: events.map((event) => withValidity(event, state)),
    askfirst: { ...askfirst, stored: serializeRecord(record) },
  }
}

function wordingAt(time: number, kept: readonly KeptWording[]): ReceiptWording {
  const found = kept.find((each) => each.time === time)
  const event_time = isoTime(time)
  if (!found) return { event_time, hash: 'not recorded' }
  const { surface, locale, revision, hash } = found
  return { event_time, surface, locale, revision, algorithm: 'SHA-256', hash }
}

/** A yes ends by the policy that holds now; a no holds, and its days say how long nobody asks. */
function withValidity(event: Said['events'][number], { policy }: ConsentState): ReceiptEvent {
  if (event.event_state === 'given') return { ...event, validity_duration: `P${policy.grantDays}D` }
  return { ...event, validity_duration: 'until changed', not_asked_again_for: `P${policy.denialDays}D` }
}
