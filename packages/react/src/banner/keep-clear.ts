import { needsDecision, type ConsentStore } from '@askfirst/core'

const height = '--askfirst-banner-height'

/**
 * Keeps what is focused out from under the banner, whatever its height and whenever it comes, and a double click on it
 * from what it had covered. Returns how to stop.
 */
export function keepClear(store: ConsentStore): () => void {
  // A browser from before it existed, or a page that is no browser's: nothing can be measured.
  if (typeof ResizeObserver === 'undefined') return () => undefined
  const { style } = document.documentElement
  let banner: Element | null = null
  const sizes = new ResizeObserver(() => {
    if (banner?.isConnected) style.setProperty(height, `${banner.clientHeight}px`)
    else leave()
  })
  const arrival = new MutationObserver(look)

  function leave(): void {
    sizes.disconnect()
    banner = null
    look()
  }

  /** While a decision is due the banner may come at any time; otherwise nobody has to watch the page. */
  function look(): void {
    arrival.disconnect()
    if (banner) return
    banner = document.querySelector('[data-askfirst=banner]')
    if (banner) return sizes.observe(banner)
    style.removeProperty(height)
    if (needsDecision(store.getState())) arrival.observe(document.body, { childList: true, subtree: true })
  }

  const unsubscribe = store.subscribe(() => {
    // At once: the next frame may come after the second click.
    if (banner) addEventListener('click', absorb, { capture: true, once: true })
    look()
  })
  look()
  return () => {
    unsubscribe()
    arrival.disconnect()
    sizes.disconnect()
    style.removeProperty(height)
  }
}

/** The second click of a double click would hit what the banner had covered. */
function absorb(event: MouseEvent): void {
  if (event.detail < 2) return
  event.preventDefault()
  event.stopPropagation()
}
