import { createStore } from 'zustand/vanilla'
import { permission } from '../permission.ts'
import type { ConsentStore } from '../store.ts'
import { createChatSession, type IdentitySource, type SessionEvents } from './chat-session.ts'
import type { ChatDriver, ChatVisibility } from './chat.ts'
import type { Stay } from './enter-page.ts'
import type { FailureReason, VendorFailure } from './load-failure.ts'
import { warnOfFailure } from './warn-of-failure.ts'
import type { LoadableVendor, Mounted } from './mount.ts'
import type { RemovalReport } from './removal-report.ts'

/**
 * `blocked`: not allowed. `idle`: allowed, not loaded. `loading`: on its way. `ready`: its API is live.
 * `failed`: could not be loaded, for the reason in `failure`. `removing`: being taken down.
 */
export type VendorStatus = 'blocked' | 'idle' | 'loading' | 'ready' | 'failed' | 'removing'

export interface VendorState {
  readonly status: VendorStatus
  /** Why the last load failed, while the status is `failed`. */
  readonly failure: FailureReason | null
  /** True while a visitor's click waits for the vendor, or has ended in the failure. */
  readonly wanted: boolean
  /** What the last removal found and left. */
  readonly report: RemovalReport | null
  readonly visibility: ChatVisibility
  readonly unread: number
}

export interface RuntimeOptions {
  /** Milliseconds until a load counts as failed. @default 15000 */
  readonly timeout?: number | undefined
  /** CSP nonce for the vendors' scripts. @default that of the page's own scripts */
  readonly nonce?: string | undefined
}

/** Loads, drives and removes one vendor, whatever React does meanwhile. */
export interface VendorController {
  readonly getState: () => VendorState
  readonly subscribe: (listener: () => void) => () => void
  /** Says that something on the page shows this vendor. Returns how to take that back. */
  readonly retain: () => () => void
  /** Opens the chat and hands the focus over, loading it first if need be. Does nothing while it is not allowed. */
  readonly open: () => void
  readonly close: () => void
  readonly show: () => void
  readonly hide: () => void
  /** Gives up a load, or lets a failed one be; only a click begins another. */
  readonly cancel: () => void
  /** Tells the vendor who the visitor is, now or when it is ready, and after every later load. */
  readonly identify: (identity: IdentitySource) => void
  readonly forget: () => void
  /** Listens to the chat, over any number of loads, and to loads that fail. Returns how to stop. */
  readonly on: <Event extends keyof SessionEvents>(
    event: Event,
    listener: (value: SessionEvents[Event]) => void,
  ) => () => void
}

declare const process: { readonly env: { readonly NODE_ENV?: string } }

declare const document: Document & { readonly prerendering?: boolean }

const initial: VendorState = {
  status: 'blocked',
  failure: null,
  wanted: false,
  report: null,
  visibility: 'closed',
  unread: 0,
}

export function createVendorController(
  store: ConsentStore,
  vendor: LoadableVendor,
  { timeout = 15_000, nonce }: RuntimeOptions,
): VendorController & { readonly sync: () => void } {
  const { getState, setState, subscribe } = createStore<VendorState>(() => initial)
  const session = createChatSession(setState)
  const isChat = 'kind' in vendor && vendor.kind === 'chat'
  let life: AbortController | null = null
  /** How many components show the vendor; one that is no chat needs none. */
  let users = isChat ? 0 : 1
  let isScheduled = false
  /** After a failure or a cancelled load nothing loads without a click. */
  let isHeld = false
  let attempt = 0

  // A page that is prerendered may know a visitor from its server, and be shown after they have refused.
  const isAllowed = (): boolean => !document.prerendering && permission(store.getState(), vendor.id).allowed

  /** Brings the vendor in line with what is allowed now. */
  function sync(): void {
    if (!isAllowed()) {
      isHeld = false
      if (life) stop()
      else if (getState().status !== 'blocked') {
        setState({ status: 'blocked', failure: null, wanted: false })
      }
      return
    }
    if (!life && getState().status === 'blocked') setState({ status: 'idle' })
    if (session.isWaiting()) void live()
    else if (users > 0 && !isHeld && !life && vendor.load !== 'click') schedule()
  }

  function schedule(): void {
    if (isScheduled) return
    isScheduled = true
    const begin = (): void => {
      isScheduled = false
      if (users > 0 && !isHeld) void live()
    }
    if (vendor.load === 'now') queueMicrotask(begin)
    // A timer takes the options for no delay.
    else (window.requestIdleCallback ?? setTimeout)(begin, { timeout: 2_000 })
  }

  function stop(): void {
    session.detach()
    life?.abort()
    setState({ status: 'removing', wanted: false })
  }

  /** One life of the vendor on the page, from load to removal. */
  async function live(): Promise<void> {
    if (life || !isAllowed()) return
    const own = new AbortController()
    const { signal } = own
    life = own
    let stay: Stay | undefined
    let mounted: Mounted | undefined
    let failure: VendorFailure | null = null
    attempt++
    setState({ status: 'loading', failure: null, report: null })
    try {
      const { enterPage } = await import('./enter-page.ts')
      if (!signal.aborted) {
        stay = enterPage(vendor, { signal, timeout, nonce })
        mounted = await stay.mount()
        if (!signal.aborted) setState({ status: 'ready', wanted: false })
        // A listener may have withdrawn it just now.
        if (isChat && !signal.aborted) session.attach(mounted as ChatDriver, users > 0)
        attempt = 0
        await endOf(signal)
      }
    } catch (error) {
      if (!signal.aborted) {
        failure = {
          vendor: vendor.id,
          attempt,
          error,
          detail: null,
          // Our own chunk did not come, unless the stay knows better: what cannot be removed is not loaded.
          reason: navigator.onLine ? 'blocked' : 'offline',
          ...stay?.explain(error),
        }
      }
    }
    if (failure) {
      session.detach()
      own.abort()
    }
    const report = await stay?.leave(mounted, !failure)
    life = null
    isHeld ||= !!failure
    setState({
      ...initial,
      report: (!failure && report) || null,
      ...(isAllowed() && {
        status: failure ? 'failed' : 'idle',
        failure: failure && failure.reason,
        wanted: getState().wanted,
      }),
    })
    sync()
    if (failure) {
      if (process.env.NODE_ENV !== 'production') warnOfFailure(vendor.name, failure)
      session.tell('failure', failure)
    }
  }

  /** Now if the vendor is live, else when it is. */
  function call(request: (driver: ChatDriver) => void): void {
    const driver = session.live()
    if (driver) request(driver)
    else if (life && !life.signal.aborted) session.wait(request)
  }

  return {
    getState,
    subscribe,
    sync,
    retain() {
      users++
      if (users === 1) session.live()?.show()
      sync()
      let isReleased = false
      return () => {
        if (isReleased) return
        isReleased = true
        users--
        // A re-mount follows at once where React only moved the component.
        setTimeout(() => users === 0 && session.live()?.hide())
      }
    },
    open() {
      if (!isAllowed()) return
      const driver = session.live()
      isHeld = false
      if (driver) openAndFocus(driver)
      else {
        session.wait(openAndFocus)
        setState({ wanted: true })
        sync()
      }
    },
    close: () => call((chat) => chat.close()),
    show: () => call((chat) => chat.show()),
    hide: () => call((chat) => chat.hide()),
    cancel() {
      if (session.live()) return
      isHeld = true
      if (life) stop()
      else setState({ wanted: false })
    },
    identify: (source) => session.identify(source),
    forget: () => void session.forget(),
    on: (event, listener) => session.on(event, listener),
  }
}

function openAndFocus(chat: ChatDriver): void {
  const before = document.activeElement
  chat.open()
  // A vendor that has put the focus into its own field knows better than we do.
  if (document.activeElement === before) chat.focus()
}

const endOf = (signal: AbortSignal): Promise<unknown> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(null)
    signal.addEventListener('abort', resolve)
  })
