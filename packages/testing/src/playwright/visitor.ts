import type { BrowserContext, Page } from '@playwright/test'
import { serializeRecord } from '@askfirst/core'
import type { Answer, ConsentRecord, Signal } from '@askfirst/core'

/** What a visitor has said: everything, nothing of it, some things by themselves, or the cookie's text as it is. */
export type Consent = 'accept-all' | 'reject-all' | (string & {}) | ConsentChoices

export interface ConsentChoices {
  /** Answers by category; `true` is a yes. @default {} */
  readonly categories?: Readonly<Record<string, boolean>> | undefined
  /** Answers by vendor; `true` is a yes. @default {} */
  readonly vendors?: Readonly<Record<string, boolean>> | undefined
  /** Vendors that the visitor was told of: a category's yes covers no others. @default those in `vendors` */
  readonly disclosed?: readonly string[] | undefined
  /** @default '1' */
  readonly revision?: string | undefined
  /** The policy's id. @default 'opt-in' */
  readonly policy?: string | undefined
  /** When, in milliseconds since 1970. @default now */
  readonly time?: number | undefined
  /** The privacy signal that was seen. @default '' */
  readonly signal?: Signal | undefined
  /** @default 'en' */
  readonly locale?: string | undefined
}

/** The cookie as the site has it. */
export interface ConsentCookie {
  /** @default 'askfirst' */
  readonly name?: string | undefined
  /** The site's address, unless a `domain` is given. */
  readonly url?: string | undefined
  /** For a choice that all subdomains share. */
  readonly domain?: string | undefined
  /** @default '/' with a domain */
  readonly path?: string | undefined
  readonly secure?: boolean | undefined
  /** @default 'Lax' */
  readonly sameSite?: 'Strict' | 'Lax' | 'None' | undefined
}

/** The text of the cookie for what a visitor has said. */
export function consentText(consent: Consent): string {
  if (typeof consent === 'string') return consent
  const { categories = {}, vendors = {}, revision = '1', policy = 'opt-in' } = consent
  const { time = Date.now(), signal = '', locale = 'en', disclosed = Object.keys(vendors) } = consent
  const answers = (said: Readonly<Record<string, boolean>>): Map<string, Answer> =>
    new Map(
      Object.entries(said).map(([name, yes]) => [name, { decision: yes ? 'granted' : 'denied', time, mark: signal }]),
    )
  const record: ConsentRecord = {
    id: 'askfirst-testing',
    time,
    policy,
    revision,
    surface: 'api',
    locale,
    signal,
    categories: answers(categories),
    vendors: answers(vendors),
    disclosed: new Set(disclosed),
  }
  return serializeRecord(record)
}

/** Gives the visitor a record from an earlier visit. Call it before the page loads. */
export async function setConsent(
  target: Page | BrowserContext,
  consent: Consent,
  { name = 'askfirst', url, domain, path, secure, sameSite = 'Lax' }: ConsentCookie,
): Promise<void> {
  if (!url && !domain) {
    throw new Error(
      'Askfirst: the consent cookie has neither url nor domain, so no page would get it. Give the url of your site, or set baseURL.',
    )
  }
  const place = domain ? { domain, path: path ?? '/' } : { url: new URL(path ?? '/', url).href }
  const context = 'context' in target ? target.context() : target
  await context.addCookies([
    { name, value: consentText(consent), ...place, sameSite, ...(secure !== undefined && { secure }) },
  ])
}

/**
 * Sends Global Privacy Control as a browser does: on `navigator`, and with every request. Call it before the page loads.
 * @param extraHTTPHeaders what else the context is to send with every request: it has one such list
 */
export async function setPrivacySignal(
  target: Page | BrowserContext,
  extraHTTPHeaders: Readonly<Record<string, string>> = {},
): Promise<void> {
  await target.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true, configurable: true })
  })
  // Not by a route: Chromium drops a `Sec-` header that is added to an intercepted request.
  await target.setExtraHTTPHeaders({ ...extraHTTPHeaders, 'sec-gpc': '1' })
}

export interface RegionOptions {
  /** The request header in which the site reads the country. @default 'cf-ipcountry' */
  readonly header?: string | undefined
  /** The address of the site, which alone is told; a network would tell nobody else either. */
  readonly url: string
}

/** Puts the visitor into a region such as `DE`, as the network in front of the site would tell it. */
export async function setRegion(
  target: Page | BrowserContext,
  region: string,
  { header = 'cf-ipcountry', url }: RegionOptions,
): Promise<void> {
  const { origin } = new URL(url)
  await target.route(
    (asked) => asked.origin === origin,
    (route) => route.fallback({ headers: { ...route.request().headers(), [header]: region } }),
  )
}
