import type { RequestHeaders } from '../policies/region-of.ts'
import type { Signal } from '../record.ts'

/**
 * Global Privacy Control in a request's headers: `Sec-GPC` with exactly the value `1`, one of several being enough
 * [facts 3.1: V, w3c.github.io/gpc]. Any other value says nothing, and so does none: it never means that the visitor
 * allows something. In the browser the store reads `navigator.globalPrivacyControl` by itself.
 */
export const signalOf = (headers: RequestHeaders): Signal =>
  headers
    .get('sec-gpc')
    ?.split(',')
    .some((value) => value.trim() === '1')
    ? 'gpc'
    : ''

/**
 * What a site answers at `/.well-known/gpc.json`, as `application/json`: that it honours the signal, since when. It speaks
 * of the site, not of a visitor [facts 3.1: V].
 */
export const gpcSupport = (lastUpdate: Date): string =>
  JSON.stringify({ gpc: true, lastUpdate: lastUpdate.toISOString().slice(0, 10) })
