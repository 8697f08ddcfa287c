import { isGranted, type CategoryId, type ConsentStore } from '@askfirst/core'
import { tellTag } from './tell-tag.ts'

export interface UetConsentOptions {
  /** The category that answers for `ad_storage`, the only thing UET asks about. @default 'marketing' */
  readonly category?: CategoryId | undefined
}

/** Microsoft's queue before the tag has loaded, and the tag itself after. */
interface Uet {
  readonly push: (...command: readonly unknown[]) => void
}

declare const window: { readonly uetq?: Uet }

/**
 * Microsoft UET consent mode: tells the tag whether marketing is granted, and each change of that.
 *
 * Microsoft takes a missing answer as a yes [S: its CMP partners], so a tag that is on the page is told "denied"
 * before storage was read, and a queue that is not yet consumed gets its `default` first [facts 3.3: S]. While there is
 * no `uetq` nothing is made and nothing is said; a tag that loads later is told before it sends its first event.
 * A denied tag still sends anonymous pings [S], so load it behind a gate.
 *
 * Returns how to stop.
 */
export function uetConsent(store: ConsentStore, { category = 'marketing' }: UetConsentOptions = {}): () => void {
  return tellTag(
    store,
    () => window.uetq,
    (state) => isGranted(state, category),
    (uetq, granted) => {
      const isNew = Array.isArray(uetq) && !uetq.includes('default')
      if (isNew) uetq.push('consent', 'default', { ad_storage: 'denied' })
      if (granted || !isNew) uetq.push('consent', 'update', { ad_storage: granted ? 'granted' : 'denied' })
    },
  )
}
