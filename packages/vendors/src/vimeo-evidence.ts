import type { Evidence } from '@askfirst/core'

/** Who says what about Vimeo’s embedded films. */
export const evidence: readonly Evidence[] = [
  {
    fact: 'operator',
    statement: 'Vimeo runs the player; its legal entity was not looked up.',
    source: 'general knowledge',
    date: '2026-11',
    confidence: 'unknown',
  },
  {
    fact: 'domains',
    statement: 'The player’s host, and those of its files and thumbnails.',
    source: 'npm @vimeo/player 2.30.4; Ghostery TrackerDB',
    date: '2026-11',
    confidence: 'third-party',
  },
  {
    fact: 'storage',
    statement:
      'Five cookies, of up to two years; which of them lasts how long is not said. We disclose the longest for each.',
    source: 'Open Cookie Database',
    date: '2026-11',
    confidence: 'third-party',
  },
  {
    fact: 'storage',
    statement: '`dnt=1` stops session tracking, with cookies and statistics.',
    source: 'AMP documentation of amp-vimeo, quoting Vimeo’s oEmbed parameter',
    date: '2026-11',
    confidence: 'third-party',
  },
  {
    fact: 'storage',
    statement: 'A cookie of Cloudflare against bots may appear even with `dnt=1`.',
    source: 'general knowledge',
    date: '2026-11',
    confidence: 'unknown',
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
