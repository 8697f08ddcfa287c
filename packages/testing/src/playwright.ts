export type { KayakoHost } from './kayako/place.ts'
export type { KayakoSwitches } from './kayako/switches.ts'
export type { KustomerHost } from './kustomer/place.ts'
export type { KustomerSwitches } from './kustomer/switches.ts'
export { consentTest, type ConsentFixtures, type ConsentOptions } from './playwright/consent-test.ts'
export type { Finding, FindingKind } from './playwright/finding.ts'
export type { StandInEntry, StandInHandle } from './playwright/handle.ts'
export type { OwnOptions } from './playwright/own.ts'
export { rememberPage, type PageMemory, type RemovalOptions } from './playwright/removal.ts'
export type { Rule } from './playwright/rules.ts'
export {
  simulateFailure,
  type Failure,
  type SimulateFailureOptions,
  type SimulatedFailure,
} from './playwright/simulate-failure.ts'
export { standInKayako } from './playwright/stand-in-kayako.ts'
export type { StandInKayakoOptions } from './playwright/stand-in-kayako.ts'
export { standInKustomer } from './playwright/stand-in-kustomer.ts'
export {
  noTraces,
  pastNodes,
  recordTraces,
  settle,
  tracesOf,
  type RecordTracesOptions,
  type Traces,
} from './playwright/traces.ts'
export {
  consentText,
  setConsent,
  setPrivacySignal,
  setRegion,
  type Consent,
  type ConsentChoices,
  type ConsentCookie,
  type RegionOptions,
} from './playwright/visitor.ts'
export {
  watchBeforeConsent,
  type BeforeConsentOptions,
  type BeforeConsentWatch,
} from './playwright/watch-before-consent.ts'
export { watchTraffic } from './playwright/watch-traffic.ts'
export type { Traffic, TrafficEntry, WatchTrafficOptions } from './playwright/watch-traffic.ts'
