export { canonicalCategory, type CategoryId, type StandardCategory } from './category.ts'
export type { Choices, Ticks } from './decide.ts'
export type {
  Confidence,
  DataKind,
  Disclosure,
  Evidence,
  LegalBasis,
  StorageKind,
  StoragePurpose,
  StoredItem,
} from './disclosure.ts'
export { mistake, unknownName } from './error.ts'
export { follow } from './follow.ts'
export { parseRecord } from './parse-record.ts'
export {
  isGranted,
  needsDecision,
  permission,
  type AllowedReason,
  type Permission,
  type RefusedReason,
} from './permission.ts'
export { policies } from './policies/policies.ts'
export { ruleOf, type Policy, type Rule } from './policy.ts'
export type { Answer, Answers, ConsentRecord, Decision, Signal, Surface } from './record.ts'
export { serializeRecord } from './serialize-record.ts'
export { gateOf, type ConsentState } from './state.ts'
export { cookieStorage, readCookie, type CookieStorageOptions } from './storage/cookie-storage.ts'
export { memoryStorage } from './storage/memory-storage.ts'
export { remoteStorage, type RemoteConsent, type RemoteStorageOptions } from './storage/remote-storage.ts'
export { splitStorage, type SplitStorageOptions } from './storage/split-storage.ts'
export type { ConsentStorage } from './storage/storage.ts'
export { webStorage } from './storage/web-storage.ts'
export {
  createConsentStore,
  type ConsentStore,
  type ConsentStoreOptions,
  type GrantOptions,
  type InitialConsent,
} from './store.ts'
export type { Feature, Gate, LoadStrategy, Vendor } from './vendor.ts'
