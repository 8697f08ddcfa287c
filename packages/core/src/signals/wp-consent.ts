import { isGranted, type CategoryId, type ConsentStore } from '@askfirst/core'
import { follow } from './follow.ts'

/** What WordPress plugins ask about. Its `functional` is what we call `necessary`. */
export type WpCategory = keyof typeof categories

export interface WpConsentOptions {
  /**
   * The category that answers for each of WordPress's.
   * @default `functional` by necessary, `preferences` by functional, `statistics` and `statistics-anonymous` by
   * analytics, `marketing` by marketing
   */
  readonly mapping?: Readonly<Partial<Record<WpCategory, CategoryId>>> | undefined
}

declare const window: {
  wp_consent_type?: string
  readonly wp_set_consent?: (category: string, value: 'allow' | 'deny') => void
  readonly wp_has_consent?: (category: string) => boolean
}

const categories = {
  functional: 'necessary',
  preferences: 'preferences',
  'statistics-anonymous': 'analytics',
  statistics: 'analytics',
  marketing: 'marketing',
} as const satisfies Record<string, CategoryId>

/**
 * WP Consent API: tells the plugins of a WordPress site each category's answer, and each change. Only for WordPress.
 *
 * Sets `wp_consent_type` to `optin` at once and announces it, because plugins take a site without a type for one where
 * all is allowed [facts 3.6: V, the API's code]; it stays when you stop. Under `optin` no cookie reads as no, whatever the
 * policy, so an answer that the policy gives by default is written too. What WordPress has stored is
 * overwritten where it allows what is not granted; otherwise nothing is denied before the visitor has answered.
 * The API keeps its answers in cookies of its own, `wp_consent_<category>`. The category names are from memory [M].
 *
 * Returns how to stop.
 */
export function wpConsent(store: ConsentStore, { mapping }: WpConsentOptions = {}): () => void {
  const mapped = { ...categories, ...mapping }
  window.wp_consent_type = 'optin'
  document.dispatchEvent(new CustomEvent('wp_consent_type_defined'))

  let told: string | undefined
  const granted = (name: string): boolean => isGranted(store.getState(), mapped[name as WpCategory])
  return follow(store, () => {
    const { now, record } = store.getState()
    const text = `${!record}${Object.keys(mapped).map(granted).join()}`
    const { wp_set_consent, wp_has_consent } = window
    if (!now || !wp_set_consent || text === told) return
    told = text
    try {
      for (const name in mapped) {
        // Asked anew for each: plugins hear of the one before, and may change the next.
        if (record || granted(name) || wp_has_consent?.(name)) wp_set_consent(name, granted(name) ? 'allow' : 'deny')
      }
    } catch {
      // Said with the next change, or on the next page.
    }
  })
}
