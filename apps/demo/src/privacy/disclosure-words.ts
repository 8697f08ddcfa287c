import type { Confidence, DataKind, LegalBasis, StorageKind, StoragePurpose } from '@askfirst/core'

export const dataKinds: Readonly<Record<DataKind, string>> = {
  messages: 'what you write',
  attachments: 'files you attach',
  identity: 'your name and e-mail address, if you give them',
  'page-address': 'the address of the page',
  referrer: 'the page you came from',
  browser: 'details of your browser and device',
  'ip-address': 'your IP address',
  'visitor-id': 'a number that recognises your browser',
  usage: 'how you use the page',
}

export const legalBases: Readonly<Record<LegalBasis, string>> = {
  consent: 'your consent',
  contract: 'a contract with you',
  'legitimate-interest': 'legitimate interest',
  'legal-obligation': 'a legal obligation',
}

export const storageKinds: Readonly<Record<StorageKind, string>> = {
  cookie: 'cookie',
  local: 'local storage',
  session: 'session storage',
  indexeddb: 'database',
  cache: 'cache',
}

export const purposes: Readonly<Record<StoragePurpose, string>> = {
  'visitor-id': 'recognises your browser',
  session: 'keeps the conversation',
  settings: 'keeps settings',
  unpublished: 'not published',
}

export const confidences: Readonly<Record<Confidence, string>> = {
  verified: 'verified',
  'third-party': 'reported by others',
  claimed: 'claimed, not confirmed',
  inferred: 'inferred',
  unknown: 'unknown',
}

const regions = new Intl.DisplayNames('en', { type: 'region' })

export const countryName = (code: string): string => regions.of(code) ?? code
