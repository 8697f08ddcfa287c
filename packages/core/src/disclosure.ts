/** Where a piece of information is kept on the visitor's device. */
export type StorageKind = 'cookie' | 'local' | 'session' | 'indexeddb' | 'cache'

/** How sure we are of a fact. Public write-ups of vendors contradict each other. */
export type Confidence = 'verified' | 'third-party' | 'claimed' | 'inferred' | 'unknown'

/** Kinds of data a vendor receives; message keys, so that they can be shown in any language. */
export type DataKind =
  | 'messages'
  | 'attachments'
  | 'identity'
  | 'page-address'
  | 'referrer'
  | 'browser'
  | 'ip-address'
  | 'visitor-id'
  | 'usage'

/** Why something is stored; message keys, so that they can be shown in any language. */
export type StoragePurpose = 'visitor-id' | 'session' | 'settings' | 'unpublished'

/** One thing a vendor keeps on the device. */
export interface StoredItem {
  /** Its name; a trailing `*` stands for anything that begins so. */
  readonly name: string
  readonly kind: StorageKind
  /** The site that it belongs to, where that is not the page's own: what a frame keeps, the page can neither see nor delete. */
  readonly host?: string | undefined
  readonly purpose: StoragePurpose
  /** Life in days; `0` ends with the visit, `null` when nobody has published it. */
  readonly days: number | null
  readonly confidence: Confidence
}

export type LegalBasis = 'consent' | 'contract' | 'legitimate-interest' | 'legal-obligation'

/** One source for one fact of a disclosure. */
export interface Evidence {
  /** The fact it is about, named after the field of `Disclosure` or `Vendor`; `identity`, `risk` and `dpia` are for the site's owner. */
  readonly fact: keyof Disclosure | 'category' | 'features' | 'identity' | 'risk' | 'dpia'
  readonly statement: string
  readonly source: string
  /** Month of the source or of the reading, `YYYY-MM`. */
  readonly date: string
  readonly confidence: Confidence
}

/** What a visitor is told about a vendor before deciding. */
export interface Disclosure {
  /** Who runs the service. */
  readonly operator: string
  /** ISO 3166 country code of the operator's seat, or `null` when unknown. */
  readonly country: string | null
  /** Hosts the browser contacts; `*.` in front stands for any host below. */
  readonly domains: readonly string[]
  readonly storage: readonly StoredItem[]
  readonly data: readonly DataKind[]
  readonly legalBasis: LegalBasis
  /** Countries outside the visitor's own that receive data, as ISO codes; empty when none is known. */
  readonly transfers: readonly string[]
  /** The vendor's privacy policy, or `null` where no address is known to be right. */
  readonly policyUrl: string | null
  /** Sources, dates, confidence and contradictions for every fact above, in a chunk of its own. */
  readonly evidence: () => Promise<readonly Evidence[]>
}
