import { addressMatcher } from './address.ts'
import { LoadFailure } from './load-failure.ts'
import { loadScript } from './load-script.ts'
import type { LoadableVendor, Mounted } from './mount.ts'
import type { RemovalReport, Trace } from './removal-report.ts'
import { watchGlobals } from './watch-globals.ts'
import { watchNodes } from './watch-nodes.ts'
import { watchRequests } from './watch-requests.ts'
import { watchSockets } from './watch-sockets.ts'
import { watchStorage } from './watch-storage.ts'

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
  /** @param waits for what the vendor still has on its way; not after a failure, which is to be told at once. @default true */
  readonly leave: (mounted: Mounted | undefined, waits?: boolean) => Promise<RemovalReport>
}

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
  const loading = new AbortController()
  const ended = AbortSignal.any([signal, loading.signal])

  function script(url: string, attributes: Readonly<Record<string, string>> = {}): Promise<void> {
    ended.throwIfAborted()
    return loadScript(url, { window, admit: isVendors, nonce, attributes })
  }

  function mount(): Promise<Mounted> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new LoadFailure('timeout', `${vendor.name} did not answer in ${timeout} ms`)),
        timeout,
      )
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      vendor
        .mount({ window, signal: ended, script, part, features, until: (condition) => until(condition, ended) })
        .then(resolve, reject)
        .finally(() => clearTimeout(timer))
    })
  }

  const sweep = (): readonly Trace[] => [...sockets.close(), ...nodes.sweep(), ...globals.sweep(), ...storage.sweep()]

  async function leave(mounted: Mounted | undefined, waits = true): Promise<RemovalReport> {
    loading.abort()
    await Promise.race([farewell(mounted), pause(goodbye)])
    const late = requests.settled()
    const removed = [...sweep()]
    // What was on its way arrives, does what it does, and goes.
    if (waits) await Promise.race([late, pause(arrival)])
    await pause(moment)
    removed.push(...sweep())
    await pause(moment)
    // What comes back once more is said.
    const remaining = [...nodes.find(), ...globals.find(), ...storage.find()]
    for (const watch of [sockets, storage, requests]) watch.stop()
    return {
      vendor: vendor.id,
      time: Date.now(),
      removed,
      remaining,
      reloadAdvised: remaining.length > 0,
    }
  }

  return { mount, leave }
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
  while (!condition()) {
    signal.throwIfAborted()
    await pause(100)
  }
}
