import type { Evidence } from '@askfirst/core'
import { frameEvidence } from './frame-evidence.ts'

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
    fact: 'transfers',
    statement: 'Hosting regions and transfer tools of the embedded player were not looked up.',
    source: 'none found',
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
  ...frameEvidence,
]
