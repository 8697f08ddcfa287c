import { addressMatcher } from './address.ts'
import { explainFailure } from './explain-failure.ts'
import { LoadFailure, type VendorFailure } from './load-failure.ts'
import { guardCalls } from './guard-calls.ts'
import { haltScripts } from './halt-scripts.ts'
import { loadScript } from './load-script.ts'
import type { LoadableVendor, Mounted } from './mount.ts'
import type { RemovalReport, Trace } from './removal-report.ts'
import { watchGlobals } from './watch-globals.ts'
import { watchNodes } from './watch-nodes.ts'
import { watchRequests } from './watch-requests.ts'
import { watchSockets } from './watch-sockets.ts'
import { watchStorage } from './watch-storage.ts'
import { watchViolations } from './watch-violations.ts'

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
  /** @param waits for what the vendor still has on its way; not after a failure, which is to be told at once. @default true */
  readonly leave: (mounted: Mounted | undefined, waits?: boolean) => Promise<RemovalReport>
}

/** A vendor that is ready may take this long, in milliseconds, to show itself; no longer than its whole load. */
const appearance = 5_000

/** A vendor's goodbye may take this long, in milliseconds. */
const goodbye = 2_000

/** What was asked for before the removal may take this long, in milliseconds, to arrive. */
const arrival = 5_000

/** After this long, in milliseconds, we look again: late timers write late. */
const moment = 250

/** Begins to watch the page for a vendor that is about to load. It is loaded with what can remove it, or not at all. */
export function enterPage(
  vendor: LoadableVendor,
  { signal, timeout, nonce, features = new Set() }: EnterOptions,
): Stay {
  const { disclosure, traces } = vendor
  const isVendors = addressMatcher(disclosure.domains)
  const sockets = watchSockets(window, isVendors)
  const storage = watchStorage(window, isVendors, disclosure.storage, traces.nodes)
  const requests = watchRequests(window, isVendors)
  const globals = watchGlobals(window, traces.globals)
  const nodes = watchNodes(document, isVendors, traces.nodes)
  const violations = watchViolations(document, isVendors, traces.nodes)
  const loading = new AbortController()
  const ended = AbortSignal.any([signal, loading.signal])
  let live: Mounted | undefined

  function script(url: string, attributes: Readonly<Record<string, string>> = {}): Promise<void> {
    ended.throwIfAborted()
    const loaded = loadScript(url, { window, admit: isVendors, nonce, attributes, signal: ended })
    loaded.catch(() => undefined) // An adapter may wait for something else.
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

  const sweep = (): readonly Trace[] => [...sockets.close(), ...nodes.sweep(), ...globals.sweep(), ...storage.sweep()]

  async function leave(mounted: Mounted | undefined, waits = true): Promise<RemovalReport> {
    loading.abort()
    await within(goodbye, farewell(mounted ?? live))
    const late = requests.settled()
    // A failure may be followed by another try at once, which what is left of this one must not run into.
    if (!waits) haltScripts([...document.scripts].filter(({ src }) => isVendors(src)))
    const removed = [...sweep()]
    // What was on its way arrives, does what it does, and goes.
    if (waits) await within(arrival, late)
    await pause(moment)
    removed.push(...sweep())
    await pause(moment)
    // What comes back once more is said.
    const remaining = [...nodes.find(), ...globals.find(), ...storage.find()]
    for (const watch of [sockets, storage, requests, violations]) watch.stop()
    return {
      vendor: vendor.id,
      time: Date.now(),
      removed,
      remaining,
      reloadAdvised: remaining.length > 0,
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

/** Waits, but no longer than so many milliseconds. */
async function within(milliseconds: number, done: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  await Promise.race([done, new Promise((resolve) => (timer = setTimeout(resolve, milliseconds)))])
  clearTimeout(timer)
}

async function until(condition: () => boolean, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  while (!condition()) {
    await pause(100)
    signal.throwIfAborted()
  }
}
