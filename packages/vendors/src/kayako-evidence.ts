import type { Evidence } from '@askfirst/core'

/** Who says what about Kayako Messenger. Public write-ups contradict each other; none is authoritative. */
export const evidence: readonly Evidence[] = [
  {
    fact: 'category',
    statement: 'Functional; the persistent visitor identifier goes beyond what a chat strictly needs.',
    source: 'ConsentStack vendor page "Kayako"',
    date: '2026-11',
    confidence: 'claimed',
  },
  {
    fact: 'legalBasis',
    statement:
      'The same page argues for consent, for a conditional block and for legitimate interests. We read it strictly.',
    source: 'ConsentStack vendor page "Kayako"',
    date: '2026-11',
    confidence: 'claimed',
  },
  {
    fact: 'features',
    statement:
      'Article suggestions follow the page that the visitor reads, which a conversation does not need. We read it strictly: off unless marketing is granted; the option `articles` says otherwise.',
    source: 'ConsentStack vendor page "Kayako" for the page context; which category is our reading',
    date: '2026-11',
    confidence: 'inferred',
  },
  {
    fact: 'features',
    statement:
      'The widget’s switch is documented. That `enableSuggestions` can be set from the page follows from how settings are merged.',
    source: 'Kayako documentation and front-end source; the second is not tried on a live page',
    date: '2026-11',
    confidence: 'inferred',
  },
  {
    fact: 'operator',
    statement: 'Kayako belongs to the ESW, Trilogy and Aurea software group.',
    source: 'DuckDuckGo Tracker Radar, owner of kayakocdn.com; public repositories of the group',
    date: '2026-11',
    confidence: 'third-party',
  },
  {
    fact: 'operator',
    statement:
      'ESW stands for e-commerce services. The public repositories and the owner of kayakocdn.com speak against it; not repeated.',
    source: 'ConsentStack vendor page "Kayako"',
    date: '2026-11',
    confidence: 'claimed',
  },
  {
    fact: 'country',
    statement: 'United States, as the group’s seat; no page of the vendor was found that says so of Kayako itself.',
    source: 'Tracker Radar',
    date: '2026-11',
    confidence: 'inferred',
  },
  {
    fact: 'domains',
    statement: 'Loader, API, bundle, realtime and error-reporting hosts as seen on customers’ pages.',
    source: 'Kayako’s embed code; DuckDuckGo Tracker Radar',
    date: '2026-11',
    confidence: 'third-party',
  },
  {
    fact: 'domains',
    statement:
      'One domain, kayako.com, with WebSocket or long polling to the subdomain. Pages that use it contact four or five, and the socket goes to kre.kayako.net.',
    source: 'ConsentStack vendor page "Kayako", contradicted by Kayako’s embed code and DuckDuckGo Tracker Radar',
    date: '2026-11',
    confidence: 'claimed',
  },
  {
    fact: 'storage',
    statement:
      'A settings key is read in the vendor’s own source. Other localStorage keys are certain, their names unpublished.',
    source: 'Kayako front-end source; DuckDuckGo Tracker Radar',
    date: '2026-11',
    confidence: 'verified',
  },
  {
    fact: 'storage',
    statement: 'Persistent cookies on the host’s domain. A crawl saw none on page load.',
    source: 'ConsentStack vendor page "Kayako", contradicted by DuckDuckGo Tracker Radar',
    date: '2026-11',
    confidence: 'claimed',
  },
  {
    fact: 'data',
    statement: 'Page address, referrer and browser for every visitor; name, e-mail and messages in a chat.',
    source: 'ConsentStack vendor page "Kayako"',
    date: '2026-11',
    confidence: 'claimed',
  },
  {
    fact: 'data',
    statement: 'A random id made in the browser recognises anonymous visitors.',
    source: 'Kayako Java SDK documentation; that the web does the same is inferred',
    date: '2026-11',
    confidence: 'inferred',
  },
  {
    fact: 'transfers',
    statement: 'Hosting region, Data Privacy Framework status and sub-processors were looked for and not found.',
    source: 'none found',
    date: '2026-11',
    confidence: 'unknown',
  },
  {
    fact: 'policyUrl',
    statement: 'No address of a policy for the Messenger is known to be right; give the one in your contract.',
    source: 'none found',
    date: '2026-11',
    confidence: 'unknown',
  },
  {
    fact: 'dpia',
    statement: 'Ask the vendor for hosting region, sub-processors and transfer tools before you rely on this.',
    source: 'follows from the gaps above',
    date: '2026-11',
    confidence: 'inferred',
  },
]
