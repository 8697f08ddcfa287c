export { kayakoSignature, type KayakoIdentity, type KayakoSignatureOptions } from './kayako-signature.ts'
export { kustomerToken, type KustomerTokenOptions } from './kustomer-token.ts'
export { readConsent, type Consent, type ReadConsentOptions } from './read-consent.ts'
