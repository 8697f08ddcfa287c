import type { Page } from './watch.ts'

/** Tells of each frame of the vendor that shares the page's origin, before its scripts arrive, and counts the others. */
export function watchFrames(
  document: Document,
  isOwn: (frame: Element) => boolean,
  onFrame: (frame: Page) => void,
): { look: () => void; foreign: () => readonly string[]; stop: () => void } {
  const seen = new WeakSet<Window>()
  const foreign = new Set<string>()

  function look(): void {
    for (const frame of document.querySelectorAll('iframe')) {
      const { contentWindow, src } = frame
      if (!contentWindow || !isOwn(frame)) continue
      if (!isReadable(contentWindow)) foreign.add(URL.canParse(src) ? new URL(src).origin : src)
      else if (!seen.has(contentWindow)) {
        seen.add(contentWindow)
        onFrame(contentWindow as Page) // every window is its realm's global object
      }
    }
  }

  const observer = new MutationObserver(look)
  observer.observe(document, { childList: true, subtree: true })
  look()
  return {
    look,
    foreign: () => [...foreign],
    stop: () => observer.disconnect(),
  }
}

/** Another origin's frame cannot be watched; what it stores is not the page's to delete either. */
function isReadable(frame: Window): boolean {
  try {
    return 'Storage' in frame
  } catch {
    return false
  }
}
