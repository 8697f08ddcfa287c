export { readConsent, type Consent, type ReadConsentOptions } from './read-consent.ts'
export { signalOf } from './signal-of.ts'
