import { createStore } from 'zustand/vanilla'
import { checkNames } from './check-names.ts'
import { canonicalCategory, standardCategories } from './category.ts'
import { decide, tickAll, type Choices } from './decide.ts'
import { parseRecord } from './parse-record.ts'
import { optIn } from './policies.ts'
import type { Policy } from './policy.ts'
import { readSeed } from './read-seed.ts'
import type { Surface } from './record.ts'
import { serializeRecord } from './serialize-record.ts'
import { gateOf, type ConsentState, type Visit } from './state.ts'
import { cookieStorage } from './storage/cookie-storage.ts'
import type { ConsentStorage } from './storage/storage.ts'
import type { Gate, Vendor } from './vendor.ts'

export interface ConsentStoreOptions {
  /** The third parties of this site. @default [] */
  readonly vendors?: readonly Vendor[] | undefined
  /** Categories to ask about although no vendor is in them, standard or the site's own. @default [] */
  readonly categories?: readonly string[] | undefined
  /** @default policies['opt-in'] */
  readonly policy?: Policy | undefined
  /** Change it when what you ask has changed: a yes to another revision does not count. @default '1' */
  readonly revision?: string | undefined
  /** Where the record is kept. @default cookieStorage() */
  readonly storage?: ConsentStorage | undefined
  /** Language the visitor is asked in, BCP 47. @default 'en' */
  readonly locale?: string | undefined
  /** Gates by vendor id; they beat the adapter's own. @default {} */
  readonly gates?: Readonly<Record<string, Gate>> | undefined
}

export interface GrantOptions {
  /** Allow it for this visit only; the record stays as it is. @default false */
  readonly onlyThisTime?: boolean | undefined
}

/** The headless consent store: state, and the only ways to change it. `surface` says where the visitor decided. */
export interface ConsentStore {
  readonly getState: () => ConsentState
  /** The state before storage was read: what a server and a first client render agree on. */
  readonly getInitialState: () => ConsentState
  readonly subscribe: (listener: (state: ConsentState, previous: ConsentState) => void) => () => void
  /** Reads what is stored and follows it. Returns how to stop following. */
  readonly connect: () => () => void
  readonly acceptAll: (surface?: Surface) => void
  readonly rejectAll: (surface?: Surface) => void
  readonly savePreferences: (choices: Choices, surface?: Surface) => void
  readonly grantVendor: (id: string, options?: GrantOptions, surface?: Surface) => void
  /** Refuses a vendor, also one that was allowed only this time. */
  readonly withdrawVendor: (id: string, surface?: Surface) => void
  /** `rejectAll` by the name that a privacy page gives it: a withdrawal refuses everything. */
  readonly withdrawAll: (surface?: Surface) => void
  readonly openPreferences: () => void
  readonly closePreferences: () => void
  /** Closes the banner; an answer only where the policy says so. */
  readonly dismissBanner: () => void
  /** Sets what depends on the host, such as the gates of signed-in customers. Holds at once. */
  readonly configure: (host: Partial<Pick<ConsentState, 'gates' | 'locale' | 'visit'>>) => void
}

declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** Creates a consent store. Touches nothing of the browser until `connect` or a decision. */
export function createConsentStore({
  vendors = [],
  categories = [],
  policy = optIn,
  revision = '1',
  storage = cookieStorage(),
  locale = 'en',
  gates = {},
}: ConsentStoreOptions = {}): ConsentStore {
  if (process.env.NODE_ENV !== 'production') {
    checkNames(vendors, [...categories, policy.id, revision, locale])
  }
  const index = new Map<string, Vendor>()
  for (const vendor of vendors) {
    index.set(vendor.id, { ...vendor, category: canonicalCategory(vendor.category) })
  }
  let stored: string | null = null
  const extra = categories.map(canonicalCategory)
  const names = [...standardCategories, ...categories, ...vendors.map(({ category }) => category)]

  const { getState, getInitialState, setState, subscribe } = createStore<ConsentState>(() =>
    derive({
      policy,
      revision,
      locale,
      vendors: index,
      gates,
      categories: [...new Set(names.map(canonicalCategory))],
      asked: [],
      undisclosed: [],
      incomplete: new Set(),
      record: null,
      inDoubt: false,
      visit: new Map(),
      signal: '',
      now: 0,
      dismissed: false,
      preferencesOpen: false,
    }),
  )

  /** The state with what follows from vendors, gates and record. */
  function derive(state: ConsentState): ConsentState {
    const optional = [...index.values()].filter(
      (vendor) => vendor.category !== 'necessary' && gateOf(state, vendor) === 'consent',
    )
    const undisclosed = optional.filter(({ id }) => !state.record?.disclosed.has(id))
    const asked = new Set([...extra, ...optional.map(({ category }) => category)])
    return {
      ...state,
      undisclosed,
      incomplete: new Set(undisclosed.map(({ category }) => category)),
      asked: state.categories.slice(1).filter((name) => asked.has(name)),
    }
  }

  /** The state of this moment: storage may have changed, and time has passed. */
  function look(): ConsentState {
    const state = { ...getState(), now: Date.now() }
    try {
      const text = storage.read()
      if (text === stored) return state
      stored = text
      const record = readSeed(text, state) ?? parseRecord(text)
      // What cannot be read must not erase what is known, above all not a refusal.
      return { ...state, record: record ?? state.record, inDoubt: !!text && !record }
    } catch {
      return { ...state, inDoubt: true }
    }
  }

  const apply = (state: ConsentState): void => setState(derive(state))

  /** Takes a decision on what holds now, stores it, and tells everyone once. */
  function settle(choices: Choices, surface: Surface = 'api', visit?: Visit): void {
    const state = look()
    const record = decide(state, choices, surface)
    const { categories: general = {}, vendors: each = {} } = choices
    // What was answered for good is over; a yes to its category is no answer about what works on request.
    const kept = [...state.visit].filter(([id]) => {
      const vendor = index.get(id)
      const said = each[id] ?? general[vendor?.category ?? '']
      return said === undefined || (said && vendor && gateOf(state, vendor) === 'on-request')
    })
    try {
      storage.write(serializeRecord(record))
      // Read back: a decision that was not stored must not be overruled by what still is.
      stored = storage.read()
    } catch {
      // Blocked storage: the decision holds for this page.
    }
    apply({ ...state, record, visit: visit ?? new Map(kept) })
  }

  /** Also what only other pages of the site ask about. */
  function rejectAll(surface?: Surface): void {
    const { asked, record } = getState()
    const everything = {
      categories: tickAll([...asked, ...(record?.categories.keys() ?? [])], false),
      vendors: tickAll([...(record?.vendors.keys() ?? [])], false),
    }
    settle(everything, surface, new Map())
  }

  return {
    getState,
    getInitialState,
    subscribe,
    connect() {
      const refresh = (): void => apply(look())
      const tabs = new BroadcastChannel('askfirst')
      tabs.addEventListener('message', refresh)
      refresh()
      const stop = subscribe(({ record }, previous) => record === previous.record || tabs.postMessage(0))
      document.addEventListener('visibilitychange', refresh)
      return () => {
        stop()
        tabs.close()
        document.removeEventListener('visibilitychange', refresh)
      }
    },
    acceptAll: (surface) => settle({ categories: tickAll(getState().asked, true) }, surface),
    rejectAll,
    savePreferences: settle,
    grantVendor(id, { onlyThisTime } = {}, surface) {
      const vendor = index.get(id)
      if (vendor && (onlyThisTime || gateOf(getState(), vendor) === 'on-request')) {
        const state = look()
        // After every refusal so far, also one of this very moment.
        apply({ ...state, visit: new Map(state.visit).set(id, state.now + 1) })
      } else settle({ vendors: { [id]: true } }, surface)
    },
    withdrawVendor: (id, surface) => settle({ vendors: { [id]: false } }, surface),
    withdrawAll: rejectAll,
    openPreferences: () => setState({ preferencesOpen: true }),
    closePreferences: () => setState({ preferencesOpen: false }),
    dismissBanner: () =>
      getState().policy.dismissal === 'denied' ? rejectAll('banner') : setState({ dismissed: true }),
    configure: (host) => apply({ ...getState(), ...host }),
  }
}
