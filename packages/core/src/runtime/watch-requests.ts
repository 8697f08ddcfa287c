import { sharedPatch } from './shared-patch.ts'

type Watcher = (url: string, ended: Promise<unknown>) => void

/**
 * Keeps count of what the vendor's scripts have asked for and not yet got: a page cannot call a script back,
 * and what it does with a late answer has to be waited for, to be removed.
 */
export function watchRequests(
  window: Window & typeof globalThis,
  isVendors: (url: string) => boolean,
): { settled: () => Promise<void>; stop: () => void } {
  const pending = new Set<Promise<unknown>>()
  const note: Watcher = (url, ended) => {
    if (!isVendors(url)) return
    const entry: Promise<unknown> = ended.then(
      () => pending.delete(entry),
      () => pending.delete(entry),
    )
    pending.add(entry)
  }
  const waiting = (): readonly Promise<unknown>[] => [...pending, ...lateScripts(window, isVendors)]
  const releases = [
    sharedPatch(window, 'fetch', watchedFetch, note),
    sharedPatch(window.XMLHttpRequest.prototype, 'open', watchedOpen, note),
  ]
  return {
    async settled() {
      // An answer may lead to the next question.
      for (let late = waiting(); late.length > 0; late = waiting()) {
        await Promise.all(late)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    stop() {
      for (const release of releases) release()
    },
  }
}

const watchedFetch = (original: typeof fetch, watchers: ReadonlySet<Watcher>): typeof fetch =>
  function watched(this: unknown, ...values: Parameters<typeof fetch>) {
    const [input] = values
    const answer: Promise<Response> = Reflect.apply(original, this ?? globalThis, values)
    for (const watch of watchers) watch(input instanceof Request ? input.url : String(input), answer)
    return answer
  }

type Open = XMLHttpRequest['open']

const watchedOpen = (original: Open, watchers: ReadonlySet<Watcher>): Open =>
  function open(this: XMLHttpRequest, ...values: [method: string, url: string | URL]) {
    const ended = new Promise((resolve) => this.addEventListener('loadend', resolve, { once: true }))
    for (const watch of watchers) watch(String(values[1]), ended)
    Reflect.apply(original, this, values)
  }

/** Scripts that are still on their way run when they arrive, also when their element has been removed. */
function lateScripts({ document, performance }: Window, isVendors: (url: string) => boolean): Promise<unknown>[] {
  return [...document.querySelectorAll<HTMLScriptElement>('script[src]')]
    .filter(({ src }) => isVendors(src) && performance.getEntriesByName(src).length === 0)
    .map(
      (script) =>
        new Promise((resolve) => {
          script.addEventListener('load', resolve)
          script.addEventListener('error', resolve)
        }),
    )
}
