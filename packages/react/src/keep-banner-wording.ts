import type { ConsentStore } from '@askfirst/core'
import { keepWording } from '@askfirst/core/receipt'
import { lineOf } from './messages/line-of.ts'

/**
 * Keeps by hash what the banner said when a decision is taken there. It is read from the page: a banner may be made of
 * the site's own parts and words, and the first load has no bytes for this. Returns how to stop.
 */
export function keepBannerWording(store: ConsentStore): () => void {
  return store.subscribe(({ record }, previous) => {
    if (record === previous.record || record?.surface !== 'banner') return
    // Still there: React takes it away after this.
    const banner = document.querySelector('[data-askfirst="banner"]')
    if (banner) void keepWording(store, 'banner', linesIn(banner))
  })
}

/** Each element's own text, in order. */
function linesIn(banner: Element): readonly string[] {
  const lines = new Map<Node | null, string>()
  const texts = document.createTreeWalker(banner, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const { parentNode, nodeValue } = text
    lines.set(parentNode, `${lines.get(parentNode) ?? ''}${nodeValue}`)
  }
  return [...lines.values()].map(lineOf).filter(Boolean)
}
