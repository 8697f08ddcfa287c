import type { Evidence } from '@askfirst/core'
import { frameEvidence } from './frame-evidence.ts'

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
    fact: 'transfers',
    statement: 'Hosting regions and transfer tools of the embedded map were not looked up.',
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
