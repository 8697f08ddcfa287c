import { isOurs } from './is-named.ts'
import type { Page } from './watch.ts'

/** Where something of a vendor's can stand in the page's own objects. */
export interface Place {
  readonly object: object
  readonly key: string
  readonly name: string
}

/**
 * Names on `window`, and the functions elsewhere that error reporters and the like replace by their own.
 * Of a thousand nearly all are known, so that is asked first.
 */
export function unknownPlaces(window: Page, known: Pick<ReadonlyMap<string, unknown>, 'has'>): readonly Place[] {
  const { history, navigator, XMLHttpRequest } = window
  const own: readonly (readonly [label: string, object: object | undefined, keys: readonly string[]])[] = [
    ['console', window.console, ['debug', 'error', 'info', 'log', 'warn']],
    ['history', history, ['pushState', 'replaceState']],
    ['navigator', navigator, ['sendBeacon']],
    ['XMLHttpRequest', XMLHttpRequest?.prototype, ['open', 'send', 'setRequestHeader']],
  ]
  return [
    // Frames are numbered, and go with their nodes.
    ...Object.keys(window).flatMap((key) =>
      known.has(key) || isOurs(key) || /^\d+$/.test(key) ? [] : [{ object: window, key, name: key }],
    ),
    ...own
      .flatMap(([label, object, keys]) => (object ? keys.map((key) => ({ object, key, name: `${label}.${key}` })) : []))
      .filter(({ name }) => !known.has(name)),
  ]
}
