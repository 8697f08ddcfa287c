import { addressMatcher } from './address.ts'
import { explainFailure } from './explain-failure.ts'
import { LoadFailure, type VendorFailure } from './load-failure.ts'
import { guardCalls } from './guard-calls.ts'
import { loadScript } from './load-script.ts'
import type { LoadableVendor, Mounted } from './mount.ts'
import { keyOf, type RemovalReport, type Trace } from './removal-report.ts'
import { watchPage } from './watch-page.ts'
import { watchViolations } from './watch-violations.ts'
import { within } from './within.ts'

export interface EnterOptions {
  /** Ends the stay. */
  readonly signal: AbortSignal
  /** Milliseconds until a load counts as failed. */
  readonly timeout: number
  readonly nonce: string | undefined
  /** Features of the vendor that are allowed now. @default none */
  readonly features?: ReadonlySet<string> | undefined
}

/** One stay of a vendor on the page, from before its first script to after its last trace. */
export interface Stay {
  /** Loads the vendor; rejects with a `LoadFailure`, or when the stay was ended. */
  readonly mount: () => Promise<Mounted>
  /** Why the load has failed. */
  readonly explain: (error: unknown) => Pick<VendorFailure, 'reason' | 'detail'>
  readonly leave: (mounted: Mounted | undefined) => Promise<RemovalReport>
}

/** A vendor that is ready may take this long, in milliseconds, to show itself; no longer than its whole load. */
const appearance = 5_000

/** A vendor's goodbye may take this long, in milliseconds. */
const goodbye = 2_000

/** A new page is free of it, but not of what the device keeps. */
const ofThePage = ({ kind }: Trace): boolean => !['cookie', 'local', 'session', 'indexeddb', 'cache'].includes(kind)

/** After this long, in milliseconds, we look again: late timers write late. */
const moment = 250

/** Begins to watch the page for a vendor that is about to load. It is loaded with what can remove it, or not at all. */
export function enterPage(
  vendor: LoadableVendor,
  { signal, timeout, nonce, features = new Set() }: EnterOptions,
): Stay {
  const { disclosure, traces } = vendor
  const isVendors = addressMatcher(traces.domains ?? disclosure.domains)
  const watch = watchPage(window, vendor, isVendors)
  const violations = watchViolations(document, isVendors, traces.nodes)
  const loading = new AbortController()
  const ended = AbortSignal.any([signal, loading.signal])
  let live: Mounted | undefined

  function script(url: string, attributes: Readonly<Record<string, string>> = {}): Promise<void> {
    ended.throwIfAborted()
    const loaded = loadScript(url, { window, admit: isVendors, nonce, attributes, signal: ended })
    loaded.catch(() => undefined) // An adapter may wait for something else.
    const own = Array.from(document.scripts).findLast(({ src }) => src === url)
    if (own) watch.expect(own)
    return loaded
  }

  async function mount(): Promise<Mounted> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const over = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new LoadFailure('timeout', `${vendor.name} did not answer in ${timeout} ms`)),
        timeout,
      )
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
    over.catch(() => undefined) // A mount that throws leaves nobody waiting for it.
    try {
      const untilEnded = (condition: () => boolean): Promise<void> => until(condition, ended)
      const page = { window, signal: ended, script, part, features, until: untilEnded }
      live = guardCalls(await Promise.race([vendor.mount(page), over]))
      clearTimeout(timer)
      if (traces.appears) await Promise.race([appear(), over])
      return live
    } catch (error) {
      loading.abort()
      // It may come of a Trusted Types policy that the page refused, which the browser reports a moment after.
      if (error instanceof TypeError && !signal.aborted) await pause(0)
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  async function appear(): Promise<void> {
    const isThere = (): boolean => document.querySelector(traces.nodes.join()) !== null
    const end = Date.now() + Math.min(appearance, timeout)
    await until(() => isThere() || Date.now() >= end, ended)
    if (!isThere()) throw new LoadFailure('unavailable', `${vendor.name} was ready, but did not appear`)
  }

  async function leave(mounted: Mounted | undefined): Promise<RemovalReport> {
    loading.abort()
    await within(goodbye, farewell(mounted ?? live))
    watch.silence()
    const first = await watch.sweep()
    await pause(moment)
    const second = await watch.sweep()
    const kept = new Set(second.kept.map(keyOf))
    await pause(moment)
    // What comes back once more is said.
    const remaining = (await watch.find()).map(
      (trace) => ({ ...trace, why: kept.has(keyOf(trace)) ? 'kept' : 'returned' }) as const,
    )
    const unchecked = watch.unchecked()
    watch.stop()
    violations.stop()
    return {
      vendor: vendor.id,
      time: Date.now(),
      removed: [...first.found, ...second.found],
      remaining,
      unchecked,
      reloadAdvised: remaining.some((trace) => trace.why === 'returned' || ofThePage(trace)),
    }
  }

  return { mount, leave, explain: (error) => explainFailure(window, error, violations.found()) }
}

async function farewell(mounted: Mounted | undefined): Promise<void> {
  try {
    await mounted?.leave?.()
  } catch {
    // A vendor that cannot say goodbye is removed all the same.
  }
}

async function part<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load()
  } catch {
    throw new LoadFailure(navigator.onLine ? 'blocked' : 'offline', 'A part of the adapter did not load')
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function until(condition: () => boolean, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  while (!condition()) {
    await pause(100)
    signal.throwIfAborted()
  }
}
