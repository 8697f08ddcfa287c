import type { Evidence } from '@askfirst/core'

/** Who says what about YouTube’s embedded films. */
export const evidence: readonly Evidence[] = [
  {
    fact: 'operator',
    statement: 'YouTube belongs to Google; the contract partner depends on the visitor’s country.',
    source: 'general knowledge',
    date: '2026-11',
    confidence: 'unknown',
  },
  {
    fact: 'domains',
    statement:
      'Hosts of the player, its pictures and its films; the player also contacts google.com and doubleclick.net.',
    source: 'Ghostery TrackerDB; npm @justinribeiro/lite-youtube 1.9.0',
    date: '2026-11',
    confidence: 'third-party',
  },
  {
    fact: 'domains',
    statement: 'Thumbnails on i.ytimg.com are requests to Google as well, so no placeholder of ours shows them.',
    source: 'npm @justinribeiro/lite-youtube 1.9.0',
    date: '2026-11',
    confidence: 'third-party',
  },
  {
    fact: 'storage',
    statement: 'Cookies of youtube.com, with their durations where they are known.',
    source: 'Open Cookie Database',
    date: '2026-11',
    confidence: 'third-party',
  },
  {
    fact: 'storage',
    statement:
      '“nocookie” changes the host; once a film is played it still stores in localStorage and contacts Google. It asks first as well.',
    source: 'c15t documentation of YouTube',
    date: '2026-11',
    confidence: 'third-party',
  },
  {
    fact: 'country',
    statement: 'United States, as the seat of the group; not looked up for this service.',
    source: 'general knowledge',
    date: '2026-11',
    confidence: 'unknown',
  },
  {
    fact: 'data',
    statement:
      'Any frame is asked for with the IP address, the browser and the site that shows it; its cookies recognise the browser.',
    source: 'follows from how frames load, and from the cookies',
    date: '2026-11',
    confidence: 'inferred',
  },
  {
    fact: 'legalBasis',
    statement: 'The frame stores and reads on the device without being needed for the page, so it waits for consent.',
    source: 'our reading of ePrivacy Art. 5(3)',
    date: '2026-11',
    confidence: 'inferred',
  },
  {
    fact: 'transfers',
    statement: 'Hosting regions and transfer tools of the embedded player were not looked up.',
    source: 'none found',
    date: '2026-11',
    confidence: 'unknown',
  },
  {
    fact: 'policyUrl',
    statement: 'No address of a policy was checked; give the one that you point visitors to.',
    source: 'none checked',
    date: '2026-11',
    confidence: 'unknown',
  },
  {
    fact: 'category',
    statement:
      'Functional, as a part of the page that the visitor wants to see. Say another category where yours differs.',
    source: 'our reading',
    date: '2026-11',
    confidence: 'inferred',
  },
]
