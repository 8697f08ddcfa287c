import {
  createConsentStore,
  readCookie,
  type ConsentState,
  type ConsentStoreOptions,
  type InitialConsent,
  type Signal,
} from '@askfirst/core'
import { signalOf } from '@askfirst/core/gpc'
import { policyOf, type RegionPolicies, type RequestHeaders } from '@askfirst/core/policies'

export interface ReadConsentOptions extends Omit<ConsentStoreOptions, 'initial' | 'storage'> {
  /** Where the visitor is, as an ISO 3166 code, or how to tell from the request: `regionOf`. @default unknown, the strictest policy */
  readonly region?: string | null | ((headers: RequestHeaders) => string | null) | undefined
  /** Policies of your own by region, instead of ours. @default {} */
  readonly policies?: RegionPolicies | undefined
  /** The request's headers: they tell the region and the privacy signal. @default none */
  readonly headers?: RequestHeaders | undefined
  /** The privacy signal. @default what `headers` say */
  readonly signal?: Signal | undefined
  /** The cookie's name. @default 'askfirst' */
  readonly name?: string | undefined
  /** The time in milliseconds since 1970. @default that of the server */
  readonly now?: number | undefined
}

/** What a request says of its visitor. */
export interface Consent {
  /** For `permission`, `isGranted` and `needsDecision`, as the client will have it. */
  readonly state: ConsentState
  /** Plain data, for `<ConsentProvider initial={initial}>` and `<PrepaintScript initial={initial}>`. */
  readonly initial: InitialConsent
}

const noHeaders: RequestHeaders = { get: () => null }

/**
 * Reads what a visitor has decided from the `Cookie` header of their request. Never throws over what a client sends:
 * what cannot be read grants nothing. What it returns is about one visitor, so no shared cache may keep it.
 */
export function readConsent(
  cookieHeader: string | null | undefined,
  {
    region,
    policies,
    headers = noHeaders,
    signal = signalOf(headers),
    name = 'askfirst',
    now = Date.now(),
    policy = policyOf(typeof region === 'function' ? region(headers) : region, policies),
    ...site
  }: ReadConsentOptions = {},
): Consent {
  const initial: InitialConsent = { stored: readCookie(cookieHeader ?? '', name) || null, now, signal, policy }
  return { initial, state: createConsentStore({ ...site, initial }).getInitialState() }
}
