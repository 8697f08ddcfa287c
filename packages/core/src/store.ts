import { createStore } from 'zustand/vanilla'
import { checkNames } from './check-names.ts'
import { canonicalCategory, standardCategories } from './category.ts'
import { decide, type Choices } from './decide.ts'
import { parseRecord } from './parse-record.ts'
import { optIn } from './policies/opt-in.ts'
import type { Policy } from './policy.ts'
import { readSeed } from './read-seed.ts'
import { answeredAt, isOpen } from './permission.ts'
import { none, type Signal, type Surface } from './record.ts'
import { withRefusals } from './refusals.ts'
import { serializeRecord } from './serialize-record.ts'
import { gateOf, type ConsentState } from './state.ts'
import { cookieStorage } from './storage/cookie-storage.ts'
import type { ConsentStorage } from './storage/storage.ts'
import type { Gate, Vendor } from './vendor.ts'

export interface ConsentStoreOptions {
  /** The third parties of this site. @default [] */
  readonly vendors?: readonly Vendor[] | undefined
  /** Categories to ask about although no vendor is in them, standard or the site's own. @default [] */
  readonly categories?: readonly string[] | undefined
  /** The rules of the visitor's region. @default that of `initial`, or else `policies['opt-in']` */
  readonly policy?: Policy | undefined
  /** Change it when what you ask has changed: a yes to another revision does not count. @default '1' */
  readonly revision?: string | undefined
  /** Where the record is kept. @default cookieStorage() */
  readonly storage?: ConsentStorage | undefined
  /** Language the visitor is asked in, BCP 47. @default 'en' */
  readonly locale?: string | undefined
  /** Gates by vendor id; they beat the adapter's own. @default {} */
  readonly gates?: Readonly<Record<string, Gate>> | undefined
  /** What the server knew when it rendered this page: the first state, on server and client alike. @default nothing */
  readonly initial?: InitialConsent | undefined
}

/** What a server knew of a visitor: plain data, made by `readConsent` and handed to the client. */
export interface InitialConsent {
  /** The stored text, or `null`. */
  readonly stored: string | null
  /** When it was read, in milliseconds since 1970. */
  readonly now: number
  readonly signal: Signal
  readonly policy: Policy
}

export interface GrantOptions {
  /** Allow it for this visit only; the record stays as it is. @default false */
  readonly onlyThisTime?: boolean | undefined
}

/** The headless consent store: state, and the only ways to change it. `surface` says where the visitor decided. */
export interface ConsentStore {
  /** Where the record is kept. */
  readonly storage: ConsentStorage
  readonly getState: () => ConsentState
  /** The state before storage was read: what a server and a first client render agree on. */
  readonly getInitialState: () => ConsentState
  readonly subscribe: (listener: (state: ConsentState, previous: ConsentState) => void) => () => void
  /** Reads what is stored, also what was decided elsewhere since. A page that is only prerendered waits until it is shown. */
  readonly refresh: () => void
  /** Reads what is stored, now and whenever the page is shown again; `follow` tells of other tabs at once. Returns how to stop. */
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
  /** Closes the banner. An answer only where the policy says so, and where there is none yet: what was answered stays. */
  readonly dismissBanner: () => void
  /** Sets what depends on the host, such as the gates of signed-in customers or the region's policy. Holds at once. */
  readonly configure: (
    host: Partial<
      Pick<ConsentState, 'gates' | 'locale' | 'policy' | 'record' | 'visit' | 'dismissed' | 'inDoubt' | 'closing'>
    >,
  ) => void
}

declare const process: { readonly env: { readonly NODE_ENV?: string } }

declare const document: Document & { readonly prerendering?: boolean }

type Underived = Omit<ConsentState, 'asked' | 'incomplete'>

/** As far as there is one: a server, and older versions of Node, have none. */
const browser = globalThis as { readonly navigator?: { readonly globalPrivacyControl?: boolean } }

/** The state with what goes on of the visit. */
const during = (state: ConsentState, goesOn: typeof isOpen): ConsentState => ({
  ...state,
  visit: new Map([...state.visit].filter((entry) => goesOn(state, entry))),
})

/** Creates a consent store. Touches nothing of the browser until `connect` or a decision. */
export function createConsentStore({
  vendors = [],
  categories = [],
  initial,
  policy = initial?.policy ?? optIn,
  revision = '1',
  storage = cookieStorage(),
  locale = 'en',
  gates = {},
}: ConsentStoreOptions = {}): ConsentStore {
  if (process.env.NODE_ENV !== 'production') {
    checkNames(vendors, [...categories, policy.id, revision, locale])
  }
  const index = new Map(
    vendors.map((vendor) => [vendor.id, { ...vendor, category: canonicalCategory(vendor.category) }]),
  )
  let stored: string | null | undefined
  const extra = categories.map(canonicalCategory)

  let first = derive({
    policy,
    revision,
    locale,
    vendors: index,
    gates,
    categories: [
      ...new Set([...standardCategories, ...extra, ...vendors.map(({ category }) => canonicalCategory(category))]),
    ],
    record: null,
    inDoubt: true,
    visit: new Map(),
    signal: '',
    now: 0,
    dismissed: false,
    preferencesOpen: false,
  })
  if (initial) first = derive(take({ ...first, ...initial }, initial.stored))
  const { getState, setState, subscribe } = createStore(() => first)

  /** The state with what follows from vendors, gates and record. */
  function derive(state: Underived): ConsentState {
    const asked = new Set(extra)
    const incomplete = new Set<string>()
    const said = state.record ?? none
    for (const [id, vendor] of index) {
      if (gateOf(state, vendor) !== 'consent') continue
      asked.add(vendor.category)
      if (!said.disclosed.has(id) && !said.vendors.has(id)) incomplete.add(vendor.category)
    }
    return {
      ...state,
      incomplete,
      asked: state.categories.slice(1).filter((name) => asked.has(name)),
    }
  }

  /** The state with what is stored. What cannot be read must not erase what is known, above all not a refusal. */
  function take(state: ConsentState, text: string | null): ConsentState {
    if (text === stored) return state
    // What a server knew counts for nothing where the page cannot read what is stored now.
    const known = text && state.record === first.record ? null : state.record
    const read = readSeed(text, state) ?? parseRecord(text)
    const isOthers = known && read && (known.id !== read.id || ![stored, text].includes(serializeRecord(known)))
    const record = isOthers ? withRefusals(read, known) : (read ?? known)
    stored = text
    return during({ ...state, record, inDoubt: !!text && !read }, isOpen)
  }

  /** The state of this moment: storage may have changed, and time has passed. */
  function look(): ConsentState {
    const state: ConsentState = {
      ...getState(),
      now: Date.now(),
      signal: browser.navigator?.globalPrivacyControl === true ? 'gpc' : first.signal,
    }
    try {
      return take(state, storage.read())
    } catch {
      return { ...state, inDoubt: true }
    }
  }

  function apply(state: ConsentState): void {
    setState(derive(state))
  }

  /** Takes a decision on what holds now. In development one that throws does so before anything is read, and lost by it. */
  function settle(
    choices: Choices,
    surface: Surface = 'api',
    state = process.env.NODE_ENV === 'production' || decide(getState(), choices, surface) ? look() : getState(),
    record = decide(state, choices, surface),
  ): void {
    try {
      // What cannot be read may be a refusal: only an answer to everything takes its place.
      if (!state.inDoubt || state.asked.every((name) => record.categories.get(name)?.time === record.time)) {
        storage.write(serializeRecord(record))
        // Read back: a decision that was not stored must not be overruled by what still is.
        stored = storage.read()
      }
    } catch {
      // Blocked storage: the decision holds for this page.
    }
    // What was answered for good is over, whatever the clock says.
    apply(during({ ...state, record }, (next, [id]) => choices.all !== false && answeredAt(next, id) !== record.time))
  }

  const refresh = (): void =>
    // When such a page is shown, it still counts as prerendered until this comes. Once at most.
    document.prerendering ? document.addEventListener('prerenderingchange', refresh) : apply(look())

  return {
    storage,
    getState,
    getInitialState: () => first,
    subscribe,
    refresh,
    connect() {
      // Also when a page that was prerendered, or frozen, is shown. Each caller's own, so that one may stop before another.
      const onShow = (): void => refresh()
      document.addEventListener('visibilitychange', onShow)
      refresh()
      return () => document.removeEventListener('visibilitychange', onShow)
    },
    acceptAll: (surface) => settle({ all: true }, surface),
    rejectAll: (surface) => settle({ all: false }, surface),
    savePreferences: settle,
    grantVendor(id, { onlyThisTime } = {}, surface) {
      const vendor = index.get(id)
      if (vendor && (onlyThisTime || gateOf(getState(), vendor) === 'on-request')) {
        const state = look()
        apply({ ...state, visit: new Map(state.visit).set(id, answeredAt(state, id) ?? 0) })
      } else settle({ vendors: { [id]: true } }, surface)
    },
    withdrawVendor: (id, surface) => settle({ vendors: { [id]: false } }, surface),
    withdrawAll: (surface) => settle({ all: false }, surface),
    openPreferences: () => setState({ preferencesOpen: true }),
    closePreferences: () => setState({ preferencesOpen: false }),
    dismissBanner() {
      // What was answered in another tab stays as well.
      const state = look()
      const closed = { ...state, dismissed: true }
      const record = state.closing?.(state)
      if (state.policy.dismissal === 'denied' && !state.record) settle({ all: false }, 'banner', state)
      else if (record) settle({}, 'banner', closed, record)
      else apply(closed)
    },
    configure: (host) => apply({ ...getState(), ...host }),
  }
}
