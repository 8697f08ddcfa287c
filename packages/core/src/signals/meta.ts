import { isGranted, type CategoryId, type ConsentStore } from '@askfirst/core'
import { tellTag } from './tell-tag.ts'

export interface MetaConsentOptions {
  /** The category that answers for the pixel. @default 'marketing' */
  readonly category?: CategoryId | undefined
}

type Fbq = (command: 'consent', answer: 'grant' | 'revoke') => void

declare const window: { readonly fbq?: Fbq }

/**
 * Meta pixel: revokes while the category is not granted, grants when it is, and says each change.
 *
 * While there is no `fbq` nothing is made and nothing is said; a pixel behind a gate is told "grant" when it has loaded.
 * A pixel without a gate has to be revoked between its snippet's first lines and `init`, on every page
 * [V: developers.facebook.com/docs/meta-pixel/implementation/gdpr]: write `fbq('consent', 'revoke')` there yourself.
 * Revoking pauses what the pixel sends; it loads all the same [facts 3.3: M/S], so load it behind a gate.
 *
 * Returns how to stop.
 */
export function metaConsent(store: ConsentStore, { category = 'marketing' }: MetaConsentOptions = {}): () => void {
  return tellTag(
    store,
    () => window.fbq,
    (state) => (isGranted(state, category) ? 'grant' : 'revoke'),
    (fbq, answer) => fbq('consent', answer),
  )
}
