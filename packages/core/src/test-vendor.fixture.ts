import type { Disclosure } from './disclosure.ts'
import type { Answer, ConsentRecord } from './record.ts'
import type { Vendor } from './vendor.ts'

export const testDisclosure: Disclosure = {
  operator: 'Acme Ltd',
  country: 'GB',
  domains: ['chat.acme.test'],
  storage: [],
  data: ['messages'],
  legalBasis: 'consent',
  transfers: [],
  policyUrl: null,
  evidence: () => Promise.resolve([]),
}

export function testVendor(id: string, category = 'functional', more: Partial<Vendor> = {}): Vendor {
  return { id, name: id, category, disclosure: testDisclosure, ...more }
}

/** The time that tests begin at, in milliseconds. */
export const start = 1_800_000_000_000

export const day = 86_400_000

export const yes = (time = start, mark: Answer['mark'] = ''): Answer => ({ decision: 'granted', time, mark })

export const no = (time = start, mark: Answer['mark'] = ''): Answer => ({ decision: 'denied', time, mark })

export function testRecord(more: Partial<ConsentRecord> = {}): ConsentRecord {
  return {
    id: 'k3j9x0',
    time: start,
    policy: 'opt-in',
    revision: '1',
    surface: 'banner',
    locale: 'en',
    signal: '',
    categories: new Map(),
    vendors: new Map(),
    disclosed: new Set(),
    ...more,
  }
}
