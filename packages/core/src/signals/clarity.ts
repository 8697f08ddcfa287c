import { isGranted, type CategoryId, type ConsentStore } from '@askfirst/core'
import { tellTag } from './tell-tag.ts'

/** What Clarity asks about; the capital S is Microsoft's. */
export type ClarityStorage = keyof typeof categories

export interface ClarityConsentOptions {
  /**
   * The category that answers for each of Clarity's storages.
   * @default `ad_Storage` by marketing, `analytics_Storage` by analytics
   */
  readonly mapping?: Readonly<Partial<Record<ClarityStorage, CategoryId>>> | undefined
}

type Clarity = (command: 'consentv2', answers: Readonly<Record<ClarityStorage, 'granted' | 'denied'>>) => void

declare const window: { readonly clarity?: Clarity }

const categories = {
  ad_Storage: 'marketing',
  analytics_Storage: 'analytics',
} as const satisfies Record<string, CategoryId>

/**
 * Microsoft Clarity's consent API v2: tells the tag both answers, and both again when one of them changes.
 *
 * Clarity's own snippet makes the queue `clarity`; this makes none, because a queue that outlives a withdrawal would be
 * a trace of the vendor. While there is no tag nothing is said; when it appears it is told at once. Both names are
 * required, and their case counts [facts 3.3: V, learn.microsoft.com/clarity, "Consent API v2"].
 *
 * Returns how to stop.
 */
export function clarityConsent(store: ConsentStore, { mapping }: ClarityConsentOptions = {}): () => void {
  const { ad_Storage, analytics_Storage } = { ...categories, ...mapping }
  return tellTag(
    store,
    () => window.clarity,
    (state) => {
      const answer = (category: CategoryId) => (isGranted(state, category) ? 'granted' : 'denied')
      return { ad_Storage: answer(ad_Storage), analytics_Storage: answer(analytics_Storage) } as const
    },
    (clarity, answers) => clarity('consentv2', answers),
  )
}
