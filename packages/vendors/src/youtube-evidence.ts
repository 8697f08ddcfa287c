import type { Evidence } from '@askfirst/core'
import { frameEvidence } from './frame-evidence.ts'

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
