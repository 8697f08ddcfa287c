import { useSyncExternalStore } from 'react'

/** Query parameters that say which chat the demo shows. They stay in the address: nothing is stored for them. */
const kept = new Set(['vendor', 'standin'])

/** An address inside the shop, with the parameters that are kept. */
export function hrefTo(path: string): string {
  const given = [...new URLSearchParams(location.search)].filter(([name]) => kept.has(name))
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}

export function navigate(path: string): void {
  history.pushState(null, '', hrefTo(path))
  dispatchEvent(new PopStateEvent('popstate'))
  scrollTo(0, 0)
}

/** The path of the current page, without a slash at its end. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname.replace(/(?<=.)\/$/, ''))
}

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener)
  return () => removeEventListener('popstate', listener)
}
