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
    fact: 'legalBasis',
    statement:
      'Legitimate interests or contract, where consent is not needed. We read it strictly: consent, unless the site asserts another ground in writing.',
    source: 'ConsentStack vendor page "Kustomer"',
    date: '2026-11',
    confidence: 'claimed',
  },
  {
    fact: 'features',
    statement:
      'Proactive prompts are messages that the visitor has not asked for. We read it strictly: off unless marketing is granted; the option `prompts` says otherwise.',
    source: 'our reading; neither write-up speaks of prompts',
    date: '2026-11',
    confidence: 'inferred',
  },
  {
    fact: 'features',
    statement:
      'A launcher of the site’s own switches proactive chat off. That hiding the chat icon is what counts as one follows.',
    source: 'Kustomer documentation',
    date: '2026-11',
    confidence: 'inferred',
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
      'The script comes from widget.kustomer.com; the same page’s list says cdn.kustomerapp.com, as do the vendor’s documentation and all pages seen.',
    source: 'ConsentStack vendor page "Kustomer", contradicted by itself and by Kustomer documentation',
    date: '2026-11',
    confidence: 'claimed',
  },
  {
    fact: 'domains',
    statement:
      'cdn.kustomerapp.com alone, or also kustomerapp.com, api.kustomerapp.com and kustomer.com. Neither names the organisation’s own API host or the realtime provider.',
    source: 'ConsentStack and FlowConsent pages, contradicted by DuckDuckGo Tracker Radar',
    date: '2026-11',
    confidence: 'claimed',
  },
  {
    fact: 'domains',
    statement: 'WebSocket connections to Kustomer’s servers. None was seen on load.',
    source: 'ConsentStack vendor page "Kustomer", contradicted by DuckDuckGo Tracker Radar',
    date: '2026-11',
    confidence: 'claimed',
  },
  {
    fact: 'domains',
    statement:
      'An organisation in the European Union has its API host under api.prod2.kustomerapp.com, by analogy with the server API; the key names the pod.',
    source: 'Kustomer API reference; keys in public pages',
    date: '2026-11',
    confidence: 'inferred',
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
    fact: 'storage',
    statement:
      'kustomer-identity is a first-party cookie; the other three are third-party and last a year, though the text says that the widget writes to the user’s device. Which is true of any is not known.',
    source: 'ConsentStack and FlowConsent pages, against one another',
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
    fact: 'data',
    statement:
      'The visitor’s browsing path. The other write-up says the page address, and nothing confirms a path for the current SDK.',
    source: 'ConsentStack vendor page "Kustomer"; FlowConsent service page "Kustomer"',
    date: '2026-11',
    confidence: 'claimed',
  },
  {
    fact: 'identity',
    statement:
      '`identify` passes attributes of the user. Only the retired first SDK has it; the current one has `login` and `describeCustomer`.',
    source: 'ConsentStack vendor page "Kustomer", contradicted by Kustomer documentation',
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
