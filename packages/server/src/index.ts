export { readConsent, type Consent, type ReadConsentOptions } from './read-consent.ts'
