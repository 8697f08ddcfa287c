/** Tells of each frame that appears within the vendor's nodes and shares the page's origin, before its scripts arrive. */
export function watchFrames(
  document: Document,
  selectors: readonly string[],
  onFrame: (frame: Window & typeof globalThis) => void,
): { stop: () => void } {
  const seen = new WeakSet<Window>()
  const known = selectors.join(',')

  function look(): void {
    for (const { contentWindow } of framesIn(document, known)) {
      if (!contentWindow || seen.has(contentWindow) || !isReadable(contentWindow)) continue
      seen.add(contentWindow)
      onFrame(contentWindow as Window & typeof globalThis) // every window is its realm's global object
    }
  }

  const observer = new MutationObserver(look)
  if (known) {
    observer.observe(document, { childList: true, subtree: true })
    look()
  }
  return { stop: () => observer.disconnect() }
}

const framesIn = (document: Document, known: string): readonly HTMLIFrameElement[] =>
  [...document.querySelectorAll('iframe')].filter((frame) => frame.closest(known))

/** Another origin's frame cannot be watched; what it stores is not the page's to delete either. */
function isReadable(frame: Window): boolean {
  try {
    return 'Storage' in frame
  } catch {
    return false
  }
}
