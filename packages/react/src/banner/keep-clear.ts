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
  let isAnswered = false
  const sizes = new ResizeObserver(() => {
    if (banner?.isConnected) return style.setProperty(height, `${banner.clientHeight}px`)
    sizes.disconnect()
    banner = null
    look()
  })
  const arrival = new MutationObserver(look)

  /** While a decision is due the banner may come at any time; otherwise nobody has to watch the page. */
  function look(): void {
    arrival.disconnect()
    if (banner) return
    banner = document.querySelector('[data-askfirst=banner]')
    if (banner) return sizes.observe(banner)
    style.removeProperty(height)
    if (needsDecision(store.getState())) arrival.observe(document.body, { childList: true, subtree: true })
  }

  /** The second click of a double click would hit what the banner had covered. */
  function absorb(event: MouseEvent): void {
    if (isAnswered && event.detail > 1) {
      event.preventDefault()
      event.stopPropagation()
    }
    isAnswered = false
  }

  const unsubscribe = store.subscribe(() => {
    // At once: the next frame may come after the second click.
    isAnswered ||= !!banner
    look()
  })
  addEventListener('click', absorb, true)
  look()
  return () => {
    unsubscribe()
    removeEventListener('click', absorb, true)
    arrival.disconnect()
    sizes.disconnect()
    style.removeProperty(height)
  }
}
