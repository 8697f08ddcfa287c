import type { Evidence } from '@askfirst/core'

/** What holds for any frame of another company, as far as anybody looked it up. */
export const frameEvidence: readonly Evidence[] = [
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
    fact: 'policyUrl',
    statement: 'No address of a policy was checked; give the one that you point visitors to.',
    source: 'none checked',
    date: '2026-11',
    confidence: 'unknown',
  },
]
