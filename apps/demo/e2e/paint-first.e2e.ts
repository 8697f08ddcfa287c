import { expect, forEachVendor, test } from './fixtures.ts'

interface Seen {
  /** Frames that were painted since the banner has gone. */
  frames: number
  /** What came first of each vendor, after how many of those frames, and in which turn of the page. */
  readonly begun: { readonly host: string; readonly frames: number; readonly turn: number }[]
}

/** Counts frames from the moment that the banner goes, and notes which vendor puts something on the page. */
function watch(): void {
  const seen: Seen = { frames: -1, begun: [] }
  let turn = 0
  Object.assign(window, { seen })
  // Once the frame is painted: a message that a frame sends comes after it.
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', () => {
    seen.frames++
    requestAnimationFrame(() => port2.postMessage(0))
  })
  port1.start()
  new MutationObserver(() => {
    turn++
    const isOver = document.querySelector('[data-askfirst="banner"]') === null
    if (isOver && seen.frames < 0) requestAnimationFrame(() => port2.postMessage(((seen.frames = 0), 0)))
    for (const node of document.querySelectorAll<HTMLScriptElement>('script[src^="https:"], iframe[src^="https:"]')) {
      const { host } = new URL(node.src)
      if (!seen.begun.some((one) => one.host === host)) seen.begun.push({ host, frames: seen.frames, turn })
    }
  }).observe(document, { childList: true, subtree: true })
}

forEachVendor((vendor) => {
  test('after a grant the closed state is painted first, then the vendors come one after the other', async ({
    page,
    context,
    visit,
    parts,
    acceptAll,
  }) => {
    await context.route('https://www.youtube-nocookie.com/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Film</title>' }),
    )
    await visit('/products/monstera')
    await expect(parts.start).toBeVisible()
    await page.evaluate(watch)
    await acceptAll()
    await expect(parts.frame).toBeAttached()
    const film = 'www.youtube-nocookie.com'
    const chat = new URL(vendor.loader).host
    const { begun } = await page.evaluate(() => (window as unknown as { seen: Seen }).seen)
    expect(begun.map(({ host }) => host)).toEqual(expect.arrayContaining([film, chat]))
    for (const { host, frames } of begun) expect(frames, `frames painted before ${host}`).toBeGreaterThan(0)
    expect(new Set(begun.map(({ turn }) => turn)).size, 'no two begin in one turn').toBe(begun.length)
  })
})
