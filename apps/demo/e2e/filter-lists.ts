import { readFileSync } from 'node:fs'
import { FiltersEngine, Request } from '@ghostery/adblocker'
import type { Page } from '@playwright/test'

/** The lists that a blocker offers, those against notices and annoyances first of all, by the number that AdGuard gives them. */
const lists = {
  // With EasyList in it.
  'AdGuard Base filter': 2,
  'AdGuard Social Media filter': 4,
  'AdGuard Cookie Notices filter': 18,
  'AdGuard Popups filter': 19,
  'AdGuard Mobile App Banners filter': 20,
  'AdGuard Other Annoyances filter': 21,
  'AdGuard Widgets filter': 22,
  'Polish GDPR-Cookies Filters': 217,
} as const

/**
 * No package on npm brings EasyList Cookie along. These are names that it hides or blocked in August 2026, as far as our
 * notes go: a sample, not the list.
 */
const easyListCookieSample = `
###consent-bar,.consent-bar,#consentBanner,#consentDialog,#consentOverlay,.consentWrapper,.consent-layer,.consent-toast
##.consent-toolbar,.consent-holder,.consent-cta,.consent-popover,.consent__banner,.consent-modal__overlay,.consent-manager-overlay
##.consent-ui--banner,#consent_popup,.ConsentPanel,#cookie-banner,#cookieBanner,.privacy-banner,#privacy-banner,.gdpr-banner,.cc-banner
##[data-testid="consent-banner"],[data-cy="cookie-banner"],[data-test-id="cookie-consent-banner"]
/consent-banner-*.js$script
-consent-banner.$script
/consent-manager.$script
/consent-modal.js$script
/consent-box.js$script
/cookie-banner*.js$script
/cookie-consent*.js$script
/cookieconsent*.js$script
/cookie-notice*$script
/privacy-banner.js$script
/privacy-modal.js$script
/gdpr-*.js$script
/cmp.bundle.js$script
/klaro*.js$script
`

/** A list as text. Its package keeps it as data beside its code. */
function textOf(number: number): string {
  const file = new URL(
    `../filters/declarative/ruleset_${number}/ruleset_${number}.json`,
    import.meta.resolve('@adguard/dnr-rulesets'),
  )
  const [first] = JSON.parse(readFileSync(file, 'utf8')) as readonly {
    readonly metadata: { readonly rawFilterList: string }
  }[]
  if (!first?.metadata.rawFilterList) throw new Error(`There is no list in ${file.pathname}.`)
  return first.metadata.rawFilterList
}

/** Most rules name the sites that they are for. This shop is none of them. */
const isForAnySite = (rule: string): boolean => {
  const sites = rule.split(/#[@?$%]*#/, 1)[0] ?? ''
  return sites === rule ? !/^(?:!|(?:@@)?\|\|)|[$,]domain=[^~]/.test(rule) : /^(?:~[^,]*,?)*$|^\*$/.test(sites)
}

const engine = FiltersEngine.parse(
  [...Object.values(lists).map(textOf), easyListCookieSample]
    .flatMap((list) => list.split(/\r?\n/).filter(isForAnySite))
    .join('\n'),
)

/** The filter that blocks this address on a page of the same site, or `null`. */
export function blockerOf(url: string, type: 'script' | 'stylesheet' | 'image' | 'xmlhttprequest'): string | null {
  const { match, filter } = engine.match(Request.fromRawDetails({ url, sourceUrl: new URL('/', url).href, type }))
  return match ? (filter?.toString() ?? 'a filter') : null
}

/** What a blocker hides on this page, as its content script finds out: by every class, id and link on it. */
async function hidingSelectors(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')]
    return {
      classes: [...new Set(all.flatMap((element) => [...element.classList]))],
      ids: all.map(({ id }) => id).filter(Boolean),
      hrefs: all.map((element) => element.getAttribute('href') ?? '').filter(Boolean),
    }
  })
  const host = { url: 'https://shop.example/', hostname: 'shop.example', domain: 'shop.example' }
  const { styles } = engine.getCosmeticsFilters({ ...host, ...found })
  return styles
    .split('}')
    .map((rule) => rule.split('{')[0]?.trim() ?? '')
    .filter(Boolean)
}

/** Everything on the page that a list hides, each with the selector that does. */
export async function hiddenOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    (selectors) =>
      selectors.flatMap((selector) => {
        try {
          return [...document.querySelectorAll(selector)].map((element) => {
            const own = element.cloneNode() as Element
            return `${own.outerHTML} by ${selector.slice(0, 2000)}`
          })
        } catch {
          return [] // A selector that no browser knows hides nothing.
        }
      }),
    await hidingSelectors(page),
  )
}
