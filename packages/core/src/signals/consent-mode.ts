import { isGranted, type CategoryId, type ConsentState, type ConsentStore } from '@askfirst/core'

/** What Google's tags ask about. */
export type ConsentType = keyof typeof categories

export interface ConsentModeOptions {
  /**
   * The category that answers for each of Google's consent types.
   * @default `ad_*` by marketing, `analytics_storage` by analytics, `functionality_storage` and
   * `personalization_storage` by functional, `security_storage` by necessary
   */
  readonly mapping?: Readonly<Partial<Record<ConsentType, CategoryId>>> | undefined
  /**
   * Limits the default to regions, ISO 3166-2, such as `['ES', 'US-AK']`. Everywhere else Google has no default
   * and takes consent as given until the update, so name only regions, and all of them, where the banner is shown.
   * @default everywhere
   */
  readonly regions?: readonly string[] | undefined
  /** Milliseconds that Google's tags wait for the update, which comes as soon as storage was read. @default 500 */
  readonly waitForUpdate?: number | undefined
  /** Strips ad click ids from what Google's tags send while `ad_storage` is denied. @default true */
  readonly adsDataRedaction?: boolean | undefined
  /** Passes ad click ids on in the links of the page. @default false */
  readonly urlPassthrough?: boolean | undefined
  /** Name of the data layer on `window`. @default 'dataLayer' */
  readonly dataLayer?: string | undefined
}

const categories = {
  ad_storage: 'marketing',
  ad_user_data: 'marketing',
  ad_personalization: 'marketing',
  analytics_storage: 'analytics',
  functionality_storage: 'functional',
  personalization_storage: 'functional',
  security_storage: 'necessary',
} as const satisfies Record<string, CategoryId>

interface DataLayer extends Array<ArrayLike<unknown> | null | undefined> {
  /** What this page has told Google so far, noted where a second call finds it. */
  told?: string
}

declare const window: Record<string, DataLayer | undefined>

/**
 * Google Consent Mode v2. Call it in the browser, before any of Google's tags: denies at once whatever is not
 * `necessary`, sends an update on every page as soon as storage was read, because Google stores none of it, and another
 * for each change, a withdrawal as plainly as a grant. The default goes out once for each page and data layer, however
 * often you call, and always before an update; push none of your own.
 *
 * The data layer is the one thing that an integration makes before permission, because Google takes a default only from
 * those that came before its tags [facts 3.2: V, developers.google.com/tag-platform/security/guides/consent]. It is an
 * array in the page's memory: nothing is loaded, sent or stored. That a command has to be an `arguments` object, and not
 * an array, is from memory [M]. Google's tags touch the page also while all is denied ("advanced" mode [S]), so load
 * them behind a gate.
 *
 * Returns how to stop; the data layer and what it holds stay.
 */
export function consentMode(
  store: ConsentStore,
  {
    mapping,
    regions,
    waitForUpdate = 500,
    adsDataRedaction = true,
    urlPassthrough = false,
    dataLayer = 'dataLayer',
  }: ConsentModeOptions = {},
): () => void {
  const mapped = { ...categories, ...mapping }
  const layer = (window[dataLayer] ??= [])
  const gtag: (...command: readonly unknown[]) => void = function () {
    layer.push(arguments)
  }

  const tell = (action: 'default' | 'update', state: ConsentState, answers: Record<string, unknown> = {}): void => {
    let text: string = action
    for (const name in mapped) {
      text += answers[name] = isGranted(state, mapped[name as ConsentType]) ? 'granted' : 'denied'
    }
    if (text === layer.told) return
    layer.told = text
    gtag('consent', action, answers)
  }

  const update = (): void => {
    const state = store.getState()
    if (state.now) tell('update', state)
  }

  if (!layer.told) {
    tell('default', store.getInitialState(), { wait_for_update: waitForUpdate, ...(regions && { region: regions }) })
    gtag('set', 'ads_data_redaction', adsDataRedaction)
    gtag('set', 'url_passthrough', urlPassthrough)
  }
  update()
  return store.subscribe(update)
}
