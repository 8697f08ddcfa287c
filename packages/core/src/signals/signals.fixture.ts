import type { Policy } from '../policy.ts'
import type { Signal } from '../record.ts'
import { memoryStorage } from '../storage/memory-storage.ts'
import type { ConsentStorage } from '../storage/storage.ts'
import { createConsentStore, type ConsentStore } from '../store.ts'
import type { ConsentState } from '../state.ts'
import type { Vendor } from '../vendor.ts'

export interface TestPage extends ConsentStore {
  /** Lets the browser send Global Privacy Control from now on. */
  readonly seeSignal: () => void
}

export interface TestPageOptions {
  readonly storage?: ConsentStorage
  readonly policy?: Policy
  readonly vendors?: readonly Vendor[]
}

/** How to end what the tests of a file have begun: they share one document. */
const begun: (() => void)[] = []

/** Notes how to end something that a test begins. */
export function begin(stop: () => void): () => void {
  begun.push(stop)
  return stop
}

export function endAll(): void {
  for (const stop of begun.splice(0)) stop()
}

const categories = ['functional', 'analytics', 'marketing']

/** The store of a page that has not read its storage yet. */
export function openPage({ storage = memoryStorage(), ...options }: TestPageOptions = {}): TestPage {
  const store = createConsentStore({ categories, storage, ...options })
  let signal: Signal = ''
  const getState = (): ConsentState => ({ ...store.getState(), signal })
  return {
    ...store,
    getState,
    connect: () => begin(store.connect()),
    subscribe: (listener) => store.subscribe((_, previous) => listener(getState(), previous)),
    seeSignal() {
      signal = 'gpc'
      store.configure({})
    },
  }
}

/** Lets a script run and load, as one does that was inserted into the page. `onload` is its own handler. */
export function loadScript(run: () => void = () => {}, onload: () => void = () => {}): void {
  const script = document.createElement('script')
  script.addEventListener('load', onload)
  document.head.append(script)
  run()
  script.dispatchEvent(new Event('load'))
  script.remove()
}

/** The names on `window` that a piece of code adds. */
export function namesAddedBy(run: () => void): readonly string[] {
  const before = new Set(Object.getOwnPropertyNames(window))
  run()
  return Object.getOwnPropertyNames(window).filter((name) => !before.has(name))
}
