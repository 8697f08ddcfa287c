import { createStore } from 'zustand/vanilla'
import { permission } from '../permission.ts'
import type { ConsentStore } from '../store.ts'
import type { Asked, Call } from './asked.ts'
import type { ChatCapabilities } from './chat.ts'
import type { RuntimeOptions, VendorController } from './controller.ts'
import type { LifeEnd } from './life.ts'
import type { LoadableVendor } from './mount.ts'
import { initial, type VendorState } from './vendor-state.ts'
import { warnOfFailure } from './warn-of-failure.ts'

declare const process: { readonly env: { readonly NODE_ENV?: string } }

declare const document: Document & { readonly prerendering?: boolean }

export function createVendorController(
  store: ConsentStore,
  vendor: LoadableVendor & { readonly capabilities?: ChatCapabilities },
  { timeout = 15_000, nonce }: RuntimeOptions,
  whenIdle: (begin: () => void) => void,
): VendorController & { readonly sync: () => void } {
  const { getState, setState, subscribe } = createStore<VendorState>(() => initial)
  const asked: Asked = { calls: [], listeners: new Set(), identity: null, isClicked: false, tries: 0, session: null }
  const { capabilities } = vendor
  let life: AbortController | null = null
  /** How many components show the vendor; one that is neither chat nor frame needs none. */
  let users = 'kind' in vendor ? 0 : 1
  let isScheduled = false
  /** After a failure or a cancelled load nothing loads without a click. */
  let isHeld = false
  let isAsserted = false

  // A page that is prerendered may know a visitor from its server, and be shown after they have refused.
  const isAllowed = (): boolean => !document.prerendering && permission(store.getState(), vendor.id).allowed

  /** Brings the vendor in line with what is allowed now. */
  function sync(): void {
    const wasAsserted = isAsserted
    isAsserted = permission(store.getState(), vendor.id).reason === 'asserted'
    if (isAllowed()) {
      if (!life && getState().status === 'blocked') setState({ status: 'idle' })
      if (asked.isClicked) void begin()
      else if (users > 0 && !isHeld && !life && vendor.load !== 'click') schedule()
    } else {
      isHeld = false
      if (life) stop()
      // What it has stored goes as well: on an earlier page, or since a load that failed.
      else if (getState().status !== 'blocked') void begin()
    }
    // The customer has signed out. Another ground may let the chat stay, but not under their name.
    if (wasAsserted && !isAsserted) forget()
  }

  function schedule(): void {
    if (isScheduled) return
    isScheduled = true
    const start = (): void => {
      isScheduled = false
      if (users > 0 && !isHeld && isAllowed()) void begin()
    }
    if (vendor.load === 'now') setTimeout(start)
    else whenIdle(start)
  }

  /** Drops what waits, and ends the life. */
  function end(): void {
    asked.session = null
    asked.isClicked = false
    for (const drop of asked.calls.splice(0)) drop(null)
    life?.abort()
  }

  function stop(): void {
    end()
    setState({ status: 'removing', failure: null, wanted: false })
  }

  function retire(): void {
    isHeld = true
    if (life) stop()
  }

  /** One life of the vendor, or only its removal where it is not allowed. */
  async function begin(): Promise<void> {
    if (life) return
    const { signal } = (life = new AbortController())
    if (isAllowed()) {
      asked.tries++
      setState({ status: 'loading', failure: null, report: null })
    } else {
      stop()
    }
    const { failure, report } = await import('./life.ts').then(
      (chunk) => chunk.live(host, signal),
      (error): LifeEnd => {
        // Our own chunk did not come: what cannot be removed is not loaded.
        if (signal.aborted) return { failure: null, report: null }
        end()
        const reason = navigator.onLine ? 'blocked' : 'offline'
        return { failure: { vendor: vendor.id, reason, detail: null, attempt: asked.tries, error }, report: null }
      },
    )
    life = null
    isHeld ||= failure !== null
    setState({
      ...initial,
      report,
      ...(isAllowed() && {
        status: failure ? 'failed' : 'idle',
        failure: failure && failure.reason,
        // A load that fails is no removal; what a withdrawal meanwhile has left is said.
        report: failure ? null : report,
        wanted: getState().wanted,
      }),
    })
    sync()
    if (failure) {
      if (process.env.NODE_ENV !== 'production') warnOfFailure(vendor.name, failure)
      for (const [event, listener] of asked.listeners) if (event === 'failure') listener(...([failure] as never))
    }
  }

  /** Now if the vendor is live, else when it is. */
  function call(request: Call): void {
    if (asked.session) request(asked.session)
    else if (life ? !life.signal.aborted : getState().status === 'idle') asked.calls.push(request)
    else request(null)
  }

  const tell = (command: 'close' | 'show' | 'hide') => () => call((session) => session?.tell(command))

  function open(): void {
    if (!isAllowed()) return
    isHeld = false
    if (asked.session) asked.session.open()
    else {
      asked.isClicked = true
      asked.calls.push((session) => session?.open())
      setState({ wanted: true })
      void begin()
    }
  }

  function forget(): void {
    asked.identity = null
    asked.session?.forget()
  }

  const host = {
    store,
    vendor,
    timeout,
    nonce,
    asked,
    setState,
    isShown: () => users > 0,
    sync,
    end,
    stop,
    retire,
    open,
  }

  return {
    getState,
    subscribe,
    sync,
    capabilities,
    retain() {
      users++
      if (users === 1) asked.session?.tell('show')
      sync()
      let isReleased = false
      return () => {
        if (isReleased) return
        isReleased = true
        users--
        // A re-mount follows at once where React only moved the component.
        setTimeout(() => users === 0 && asked.session?.tell('hide'))
      }
    },
    open,
    close: tell('close'),
    show: tell('show'),
    hide: tell('hide'),
    cancel() {
      if (asked.session) return
      retire()
      if (!life) setState({ wanted: false })
    },
    identify(source) {
      asked.identity = source
      asked.session?.introduce()
    },
    forget,
    on(event, listener) {
      const entry = [event, listener] as const
      asked.listeners.add(entry)
      asked.session?.hear(event)
      return () => asked.listeners.delete(entry)
    },
    native: (ask) => new Promise((resolve) => call((session) => resolve(session?.native(ask)))),
  }
}
