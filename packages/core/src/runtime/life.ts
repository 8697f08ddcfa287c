import { follow } from '../follow.ts'
import { permission } from '../permission.ts'
import { inTime } from '../storage/in-time.ts'
import type { ConsentStore } from '../store.ts'
import type { Asked } from './asked.ts'
import type { ChatDriver } from './chat.ts'
import { beginSession } from './chat-session.ts'
import { clearDevice } from './clear-device.ts'
import { enterPage, type Stay } from './enter-page.ts'
import { allowedFeatures } from './features.ts'
import { LoadFailure, type VendorFailure } from './load-failure.ts'
import type { LoadableVendor, Mounted } from './mount.ts'
import type { RemovalReport } from './removal-report.ts'
import { takePlace } from './take-place.ts'
import type { VendorState } from './vendor-state.ts'

/** What a life needs of the controller that begins it. */
export interface LifeHost {
  readonly store: ConsentStore
  readonly vendor: LoadableVendor
  readonly timeout: number
  readonly nonce: string | undefined
  readonly asked: Asked
  readonly setState: (state: Partial<VendorState>) => void
  readonly isShown: () => boolean
  /** Brings the vendor in line with what is allowed now. */
  readonly sync: () => void
  /** Drops what waits, and ends the life. */
  readonly end: () => void
  /** Takes the vendor down; it comes back when it is due. */
  readonly stop: () => void
  /** Takes the vendor down; only a click brings it back. */
  readonly retire: () => void
  readonly open: () => void
}

/** How a life ended. */
export interface LifeEnd {
  /** Why the vendor could not be loaded; `null` after an ordinary end. */
  readonly failure: VendorFailure | null
  readonly report: RemovalReport | null
}

/** One life of a vendor on the page, from before its load to after its removal. Never rejects. */
export async function live(host: LifeHost, signal: AbortSignal): Promise<LifeEnd> {
  const { store, vendor, asked, setState } = host
  let stay: Stay | undefined
  let mounted: Mounted | undefined
  let failure: VendorFailure | null = null
  if (signal.aborted) {
    const isAllowed = permission(store.getState(), vendor.id).allowed
    return { failure, report: isAllowed ? null : await clearDevice(window, vendor).catch(() => null) }
  }
  const place = takePlace(window, vendor.id, host.retire)
  // Whatever becomes of the components: while the vendor is here, a withdrawal in any tab is heard.
  const stops = [store.subscribe(host.sync), store.connect(), follow(store)]
  try {
    await inTime(() => Promise.race([place.free, endOf(signal)]), host.timeout).catch(() => {
      throw new LoadFailure('timeout', `Another runtime did not take the vendor down in ${host.timeout} ms`)
    })
    signal.throwIfAborted()
    let features = allowedFeatures(store.getState(), vendor)
    const entered = features
    const keepFeatures = (): void => {
      const now = allowedFeatures(store.getState(), vendor)
      if (signal.aborted || isSame(now, features)) return
      features = now
      if (mounted?.setFeatures) mounted.setFeatures(now)
      else if ([...entered].some((name) => !now.has(name))) loadAnew(host)
    }
    stops.push(store.subscribe(keepFeatures))
    stay = enterPage(vendor, { signal, timeout: host.timeout, nonce: host.nonce, features })
    mounted = await stay.mount()
    if (!signal.aborted && !isSame(entered, features)) mounted.setFeatures?.(features)
    if (!signal.aborted) setState({ status: 'ready', wanted: false })
    // A listener may have withdrawn it just now.
    if (!signal.aborted && 'capabilities' in vendor) {
      beginSession(mounted as ChatDriver, asked, signal, host.isShown(), setState)
    }
    asked.tries = 0
    await endOf(signal)
  } catch (error) {
    if (!signal.aborted) {
      const why = stay?.explain(error) ?? {
        reason: error instanceof LoadFailure ? error.reason : 'vendor',
        detail: null,
      }
      failure = { vendor: vendor.id, attempt: asked.tries, error, ...why }
    }
  }
  if (failure) host.end()
  let report: RemovalReport | null = null
  try {
    report = (await stay?.leave(mounted)) ?? null
  } catch {
    // What is left after a removal that broke off, nobody knows.
    report = { vendor: vendor.id, time: Date.now(), removed: [], remaining: [], unchecked: [], reloadAdvised: true }
  }
  for (const stop of stops) stop()
  place.leave()
  return { failure, report }
}

/** For a vendor that cannot switch a feature off while it is live. */
function loadAnew({ asked, stop, open }: LifeHost): void {
  const { isClicked } = asked
  stop()
  if (isClicked) open()
}

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((name) => other.has(name))

const endOf = (signal: AbortSignal): Promise<unknown> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(null)
    signal.addEventListener('abort', resolve)
  })
