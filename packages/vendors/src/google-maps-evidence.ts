import type { Evidence } from '@askfirst/core'

/** Who says what about Google Maps in a frame. */
export const evidence: readonly Evidence[] = [
  {
    fact: 'operator',
    statement: 'Google Maps belongs to Google; the contract partner depends on the visitor’s country.',
    source: 'general knowledge',
    date: '2026-11',
    confidence: 'unknown',
  },
  {
    fact: 'domains',
    statement: 'Hosts of the frame and of what it loads.',
    source: 'Google’s Content Security Policy guide; Ghostery TrackerDB',
    date: '2026-11',
    confidence: 'verified',
  },
  {
    fact: 'domains',
    statement: 'Frames stand at google.com/maps. That the paths are /maps/embed and /maps/embed/v1 was not looked up.',
    source: 'Web App Analyzer; general knowledge for the paths',
    date: '2026-11',
    confidence: 'third-party',
  },
  {
    fact: 'storage',
    statement: 'Cookies of google.com that come with the frame; durations not found.',
    source: 'Open Cookie Database',
    date: '2026-11',
    confidence: 'third-party',
  },
  {
    fact: 'storage',
    statement: 'It may set cookies to remember map preferences and manage API quota. Vague; kept as a claim.',
    source: 'vendor pages by ConsentStack',
    date: '2026-11',
    confidence: 'claimed',
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
    statement: 'Hosting regions and transfer tools of the embedded map were not looked up.',
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
