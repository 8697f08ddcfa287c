import type { Evidence } from '@askfirst/core'

/** Who says what about Kustomer Chat. Public write-ups contradict each other; none is authoritative. */
export const evidence: readonly Evidence[] = [
  {
    fact: 'category',
    statement: 'One write-up calls it functional, the other preferences: two names of one category here.',
    source: 'ConsentStack vendor page "Kustomer"; FlowConsent service page "Kustomer"',
    date: '2026-11',
    confidence: 'claimed',
  },
  {
    fact: 'legalBasis',
    statement: 'No consent needed.',
    source: 'ConsentStack vendor page "Kustomer"',
    date: '2026-11',
    confidence: 'claimed',
  },
  {
    fact: 'legalBasis',
    statement: 'Consent before loading on public pages; contract for signed-in support inside a paid product.',
    source: 'FlowConsent service page "Kustomer"',
    date: '2026-11',
    confidence: 'claimed',
  },
  {
    fact: 'operator',
    statement: 'Independent again since May 2023, when Meta divested it.',
    source: 'PYMNTS, citing the Wall Street Journal; ConsentStack vendor page "Kustomer"',
    date: '2023-05',
    confidence: 'third-party',
  },
  {
    fact: 'operator',
    statement: 'Owned by Meta. Out of date.',
    source: 'FlowConsent service page "Kustomer"',
    date: '2026-11',
    confidence: 'claimed',
  },
  {
    fact: 'domains',
    statement: 'Script host and one API host per organisation, as seen on customers’ pages.',
    source: 'Kustomer documentation; DuckDuckGo Tracker Radar',
    date: '2026-11',
    confidence: 'verified',
  },
  {
    fact: 'domains',
    statement:
      'Realtime messages go through PubNub (pndsn.com) in the vendor’s mobile SDKs; the web likely does the same.',
    source: '@kustomer/chat-react-native 1.1.0',
    date: '2026-11',
    confidence: 'inferred',
  },
  {
    fact: 'storage',
    statement: 'localStorage is used on load; the names of the keys are unpublished.',
    source: 'DuckDuckGo Tracker Radar',
    date: '2026-11',
    confidence: 'third-party',
  },
  {
    fact: 'storage',
    statement:
      'Cookies kustomer-identity, or kustomer-session-id, -client-id and -visitor-id. A crawl of 108 sites saw none on load.',
    source: 'ConsentStack and FlowConsent pages, contradicted by DuckDuckGo Tracker Radar',
    date: '2026-11',
    confidence: 'claimed',
  },
  {
    fact: 'data',
    statement: 'IP address, page address, messages, attachments, identity, device and browser, referrer.',
    source: 'ConsentStack and FlowConsent pages',
    date: '2026-11',
    confidence: 'claimed',
  },
  {
    fact: 'transfers',
    statement:
      'AWS in the United States by default, EU residency by contract; standard contractual clauses or the Data Privacy Framework.',
    source: 'FlowConsent service page "Kustomer"; certification not checked',
    date: '2026-11',
    confidence: 'claimed',
  },
  {
    fact: 'policyUrl',
    statement: 'Address as last seen in a public scan of the vendor’s site.',
    source: 'urlscan.io',
    date: '2022-03',
    confidence: 'third-party',
  },
  {
    fact: 'risk',
    statement: 'High, on the ground of an ownership by Meta that has ended.',
    source: 'FlowConsent service page "Kustomer"',
    date: '2026-11',
    confidence: 'claimed',
  },
  {
    fact: 'dpia',
    statement: 'Recommended: transcripts, customer attributes and history are joined in one timeline.',
    source: 'FlowConsent service page "Kustomer"',
    date: '2026-11',
    confidence: 'claimed',
  },
]
