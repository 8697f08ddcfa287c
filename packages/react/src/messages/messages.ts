import type { Confidence, DataKind, LegalBasis, StoragePurpose, Surface } from '@askfirst/core'
import type { FailureReason, RemainingReason } from '@askfirst/core/runtime'

/** A message in the plural forms of its language, by `Intl.PluralRules`. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>

/** Every text a visitor can meet. `{name}`-like words are replaced. */
export interface Messages {
  readonly bannerTitle: string
  /** `{count}` is the number of vendors; it stands in brackets, so that no plural is needed. */
  readonly bannerText: string
  /** `{names}` are the vendors that are new since the visitor decided. */
  readonly bannerNew: string
  readonly acceptAll: string
  readonly rejectAll: string
  readonly choose: string
  /** Label of the button that opens the preferences, wherever it stands. */
  readonly preferences: string
  readonly preferencesFailed: string
  /** Beside that label, where the browser sends a privacy signal. */
  readonly signalShort: string

  readonly chatStart: string
  readonly chatUnavailable: string
  readonly chatTitle: string
  /** `{name}`, `{operator}`. */
  readonly chatProvider: string
  /** `{data}` is a list of data kinds. */
  readonly chatSends: string
  /** `{stored}` is a list of purposes. */
  readonly chatStores: string
  readonly chatWithdraw: string
  readonly chatAllow: string
  readonly chatOnce: string
  readonly chatNotNow: string
  readonly chatOther: string
  readonly chatLoading: string
  readonly chatCancel: string
  readonly chatFailed: Readonly<Record<FailureReason, string>>
  /** In place of the `offline` failure, once the network is back. */
  readonly chatOnline: string
  readonly chatRetry: string
  readonly chatRemoving: string
  readonly chatRemoved: string
  /** Above a list of what remains. */
  readonly chatRemains: string
  /** One thing that remains: `{what}` kind it is of, the `{trace}` by its technical name, and `{why}` it is there. */
  readonly chatRemainder: string
  readonly chatRemainderKinds: Readonly<Record<'stored' | 'page' | 'script', string>>
  readonly chatRemainderReasons: Readonly<Record<RemainingReason, string>>
  readonly reload: string
  readonly policy: string

  /** `{title}` of what the frame shows. */
  readonly frameShow?: string
  /** `{operator}`. */
  readonly frameProvider?: string
  /** `{name}` of the vendor. */
  readonly frameAllow?: string
  /** `{name}` of the vendor. */
  readonly frameFailed?: string
  /** `{name}` of the vendor, whose own site keeps what it keeps there. */
  readonly frameRemoved?: string

  readonly preferencesTitle: string
  readonly preferencesText: string
  readonly allowAll: string
  readonly allowNone: string
  readonly save: string
  readonly close: string
  readonly saved: string
  /** Name and description of each category; a site's own categories need theirs. */
  readonly categories: Readonly<Record<string, readonly [name: string, description: string]>>
  readonly alwaysOn: string
  readonly onRequest: string
  readonly onlyThisTime: string
  /** `{count}` of `{total}`. */
  readonly vendorsAllowed: string
  readonly search: string
  /** `{count}`, after a colon or in brackets, so that no plural is needed. */
  readonly found?: string
  readonly noMatch: string
  /** `{name}` of the vendor. */
  readonly details: string
  readonly signalHonoured: string
  readonly signalOverruled: string
  readonly operator: string
  readonly contacts: string
  readonly keeps: string
  readonly receives: string
  readonly legalBasis: string
  readonly legalBases: Readonly<Record<LegalBasis, string>>
  readonly transfers: string
  readonly extras: string
  /** Parts of vendors with a category of their own, by name; those of your own vendors need theirs. */
  readonly features: Readonly<Record<string, string>>
  /** `{feature}`, and the name of its `{category}`. */
  readonly featureNeeds: string
  /** `{feature}` in a category that this site does not ask about. */
  readonly featureOff: string
  readonly unknown: string
  /** `{days}`. */
  readonly days: Plural
  readonly thisVisit: string
  readonly confidence: Readonly<Record<Confidence, string>>
  readonly sources: string

  readonly recordTitle: string
  readonly recordNone: string
  readonly recordUnreadable: string
  /** `{names}` of the vendors that are allowed only this time. */
  readonly recordVisit: string
  readonly recordDecided: string
  /** `{time}` of the decision, and where it was taken. */
  readonly recordDecidedAt: Readonly<Record<Exclude<Surface, 'automated'>, string>> & { readonly automated?: string }
  /** Stands before a date. */
  readonly recordAllowed: string
  /** Stands before `recordUntilChanged`. */
  readonly recordOff: string
  readonly recordUntilChanged: string
  readonly recordPolicy: string
  /** Names of the policies by their id; your own policies need theirs. */
  readonly recordPolicies: Readonly<Record<string, string>>
  /** Stands before a name in the browser's storage. */
  readonly recordKept: string
  readonly recordId: string
  readonly recordDownload: string
  /** `{name}` of the file. */
  readonly recordDownloaded: string
  readonly recordImport: string
  /** `{date}` of the decision. */
  readonly recordImported: string
  readonly recordNotImported: string
  readonly recordForget: string
  readonly recordForgetText: string
  readonly recordForgotten: string
  readonly recordNotForgotten: string

  readonly dataKinds: Readonly<Record<DataKind, string>>
  readonly purposes: Readonly<Record<StoragePurpose, string>>
}
