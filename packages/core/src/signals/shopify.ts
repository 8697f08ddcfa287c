import { isGranted, type CategoryId, type ConsentStore } from '@askfirst/core'
import { follow } from './follow.ts'

/** What Shopify asks about. */
export type ShopifyPurpose = keyof typeof categories

export interface ShopifyConsentOptions {
  /**
   * The category that answers for each of Shopify's purposes.
   * @default `analytics` by analytics, `marketing` and `sale_of_data` by marketing, `preferences` by functional
   */
  readonly mapping?: Readonly<Partial<Record<ShopifyPurpose, CategoryId>>> | undefined
}

interface CustomerPrivacy {
  /** `yes`, `no`, or empty, by purpose. */
  readonly currentVisitorConsent: () => Readonly<Record<string, string>>
  readonly setTrackingConsent?: (consent: Readonly<Record<string, boolean>>, done: () => void) => void
}

declare const window: {
  readonly Shopify: {
    readonly customerPrivacy?: CustomerPrivacy
    readonly loadFeatures: (features: readonly object[], done: (error?: unknown) => void) => void
  }
}

const categories = {
  analytics: 'analytics',
  marketing: 'marketing',
  preferences: 'preferences',
  sale_of_data: 'marketing',
} as const satisfies Record<string, CategoryId>

/**
 * Shopify's Customer Privacy API: records the visitor's answers with the shop, so that its pixels and checkout follow
 * them, and records each change. Only for Shopify storefronts.
 *
 * Nothing is recorded before the visitor has answered anything, so that Shopify's own settings for the region hold until
 * then, with one exception: a yes that Shopify has stored and that is not granted here is taken back. From the first
 * answer on, every purpose is recorded as it holds here. What Shopify has already is not sent again.
 *
 * Where the API is absent it is loaded through `Shopify.loadFeatures`, and that only to deliver an answer; where there is
 * no `Shopify` nothing happens. The API keeps a cookie of the shop's own, `_tracking_consent`
 * [facts 3.6: S/M, shopify.dev/docs/api/customer-privacy].
 *
 * Returns how to stop.
 */
export function shopifyConsent(store: ConsentStore, { mapping }: ShopifyConsentOptions = {}): () => void {
  const mapped = { ...categories, ...mapping }
  let told: string | undefined
  let asked: string | undefined

  const check = (): void => {
    const state = store.getState()
    const { now, record } = state
    const consent: Record<string, boolean> = {}
    let text = `${!record}`
    for (const name in mapped) text += consent[name] = isGranted(state, mapped[name as ShopifyPurpose])
    if (!now || text === told) return
    try {
      const { customerPrivacy } = window.Shopify
      if (customerPrivacy?.setTrackingConsent) {
        // What Shopify says is late after a change of ours, so it counts only before the first.
        const known = told ? {} : customerPrivacy.currentVisitorConsent()
        told = text
        for (const name in consent) {
          if ((record || known[name] === 'yes') && known[name] !== (consent[name] ? 'yes' : 'no'))
            return customerPrivacy.setTrackingConsent(consent, () => {})
        }
      } else if (record && text !== asked) {
        asked = text
        window.Shopify.loadFeatures([{ name: 'consent-tracking-api', version: '0.1' }], check)
      }
    } catch {
      // No `Shopify` yet, or one that fails: said at the next chance, or on the next page.
    }
  }
  return follow(store, check)
}
