import type { Confidence, DataKind, LegalBasis, StoragePurpose } from '../disclosure.ts'
import type { Rule } from '../policy.ts'
import type { Signal, Surface } from '../record.ts'
import type { Gate } from '../vendor.ts'
import type { StoredPlace } from './stored-in.ts'

/** Said where a field has to be there and nobody has told us. */
export type Unknown = 'unknown'

/** Who is responsible for the site: facts that only the site has. */
export interface ReceiptController {
  readonly name?: string | undefined
  readonly address?: string | undefined
  /** How to reach who answers for privacy. */
  readonly contact?: string | undefined
  readonly url?: string | undefined
}

/** A wording behind a decision: its hash, or that none was kept. */
export interface ReceiptWording {
  readonly event_time: string
  readonly surface?: Surface
  readonly locale?: string
  readonly revision?: string
  readonly algorithm?: 'SHA-256'
  readonly hash: string
}

export interface ReceiptPurpose {
  /** The category's name. */
  readonly purpose: string
  /** As its vendors disclose it; `consent` where none is in it and the policy asks for opt-in. */
  readonly lawful_basis: readonly (LegalBasis | Unknown)[]
  /** What holds under the policy before an answer; unknown for a policy that this page does not have. */
  readonly rule: Rule | Unknown
  readonly pii_information: readonly { readonly pii_type: DataKind }[]
  readonly recipient_third_parties: readonly string[]
}

/** One thing that is kept on the visitor's device. */
export interface ReceiptStoredItem extends StoredPlace {
  /** A duration of ISO 8601. */
  readonly retention_period: string
  readonly purpose: StoragePurpose
  readonly confidence: Confidence
}

export interface ReceiptParty {
  readonly party_id: string
  readonly party_type: 'pii controller' | 'pii principal' | 'recipient third party'
  readonly party_name: string
  readonly party_address: string
  readonly party_contact: string
  readonly party_url?: string
  /** What follows is said of vendors only. */
  readonly service?: string
  readonly purpose?: string
  readonly lawful_basis?: LegalBasis | Unknown
  readonly gate?: Gate
  readonly processing_locations?: readonly string[] | Unknown
  readonly domains?: readonly string[]
  readonly pii_information?: readonly { readonly pii_type: DataKind }[]
  readonly storage_locations?: readonly ReceiptStoredItem[]
}

/** One answer of the visitor, about a purpose or about one recipient. */
export interface ReceiptEvent {
  readonly purpose?: string
  readonly recipient_third_party?: string
  readonly event_time: string
  /** `implied` for a yes that only left a pre-set box as it was. */
  readonly event_type: 'expressed' | 'implied'
  readonly event_state: 'given' | 'refused'
  readonly entity_id: string
  /** Whether the browser sent a privacy signal meanwhile. */
  readonly privacy_signal: boolean
  /** A duration of ISO 8601 under the policy that holds here, or `until changed` for a no. */
  readonly validity_duration: string
  /** How long nobody asks again after a no. */
  readonly not_asked_again_for?: string
}

/** What is stored about a visitor's choices, for the visitor: plain data, with the field names of ISO/IEC TS 27560. */
export interface Receipt {
  readonly header: {
    readonly schema_version: string
    readonly receipt_id: string
    readonly record_id: string
    /** The record does not know who the visitor is. */
    readonly pii_principal_id: Unknown
    readonly receipt_time: string
    readonly note: string
  }
  readonly processing: {
    readonly privacy_notice: { readonly url: string; readonly wording: readonly ReceiptWording[] }
    readonly language: string
    /** Id of the policy under which the latest decision was taken. */
    readonly jurisdiction: string
    /** Host name of the site. */
    readonly service: string
    readonly purposes: readonly ReceiptPurpose[]
    readonly pii_controllers: readonly string[]
    readonly recipient_third_parties: readonly string[]
    /** Where the record itself is. */
    readonly storage_locations: readonly StoredPlace[] | Unknown
    /** How long recipients keep what they receive. */
    readonly retention_period: Unknown
    readonly withdrawal_method: string
  }
  readonly parties: readonly ReceiptParty[]
  readonly events: readonly ReceiptEvent[]
  /** What the field list has no name for. */
  readonly askfirst: {
    /** Time of the latest decision. */
    readonly decided: string
    readonly revision: string
    readonly surface: Surface
    readonly signal: Signal
    /** Vendors that had been disclosed to the visitor when they said yes. */
    readonly disclosed: readonly string[]
    /** The stored text, so that the receipt can be brought back. */
    readonly stored: string
  }
}
