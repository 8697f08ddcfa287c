import { isGranted, type CategoryId, type ConsentStore } from '@askfirst/core'
import { tellTag } from './tell-tag.ts'

export interface TiktokConsentOptions {
  /** The category that answers for the pixel. @default 'marketing' */
  readonly category?: CategoryId | undefined
}

type Ttq = Readonly<Record<'holdConsent' | 'grantConsent' | 'revokeConsent', () => void>>

declare const window: { readonly ttq?: Ttq }

/**
 * TikTok pixel: holds while the visitor has not answered anything, grants when the category is granted, and revokes when
 * it is not, be it refused, withdrawn, expired or turned off by a privacy signal.
 *
 * While there is no `ttq` nothing is made and nothing is said; a pixel behind a gate is told "grant" when it has loaded.
 * A pixel without a gate has to call `ttq.holdConsent()` in its own snippet, before `page`. What the calls do is known
 * from secondary reports only [facts 3.3: M/S]; holding does not keep the pixel from loading, so load it behind a gate.
 *
 * Returns how to stop.
 */
export function tiktokConsent(store: ConsentStore, { category = 'marketing' }: TiktokConsentOptions = {}): () => void {
  return tellTag(
    store,
    () => window.ttq,
    (state) => {
      if (isGranted(state, category)) return 'grantConsent'
      return state.record ? 'revokeConsent' : 'holdConsent'
    },
    (ttq, call) => ttq[call](),
  )
}
