import { permission, type ConsentState, type StoredItem, type Vendor } from '@askfirst/core'
import { addressMatcher, type LoadableVendor, type VendorController, type VendorRuntime } from '@askfirst/core/runtime'

/** How one vendor stands on this page. */
export interface VendorFacts {
  readonly vendor: Vendor
  readonly controller: VendorController | null
  readonly allowed: boolean
  readonly reason: string
  /** `not loadable` for a vendor that is only disclosed. */
  readonly status: string
  /** What was asked of its hosts since the page began, as far as the browser still lists it, without queries. */
  readonly requested: readonly string[]
  /** Keys, cookies, globals and nodes that its disclosure and traces name, and that are here now. */
  readonly present: readonly string[]
  /** What its last removal took. */
  readonly removed: readonly string[]
  /** What its last removal left. */
  readonly remaining: readonly string[]
}

/** Looks at the page only; costs nothing before it is called. */
export function vendorFacts(state: ConsentState, runtime: VendorRuntime, vendor: Vendor): VendorFacts {
  const controller = 'mount' in vendor ? runtime.vendor(vendor.id) : null
  const { allowed, reason } = permission(state, vendor.id)
  const { status = 'not loadable', failure = null, report = null } = controller?.getState() ?? {}
  return {
    vendor,
    controller,
    allowed,
    reason,
    status: failure ? `${status} (${failure})` : status,
    requested: requestsOf(vendor),
    present: presentOf(vendor),
    removed: (report?.removed ?? []).map(({ kind, name }) => `${kind} ${withoutQuery(name)}`),
    remaining: (report?.remaining ?? []).map(({ kind, name }) => `${kind} ${withoutQuery(name)}`),
  }
}

function requestsOf(vendor: Vendor): readonly string[] {
  const isVendors = addressMatcher(tracesOf(vendor)?.domains ?? vendor.disclosure.domains)
  const addresses = performance.getEntriesByType('resource').map(({ name }) => name)
  return [...new Set(addresses.filter(isVendors).map(withoutQuery))]
}

function presentOf(vendor: Vendor): readonly string[] {
  const traces = tracesOf(vendor)
  const own = vendor.disclosure.storage.filter(({ host }) => !host)
  const keys = own.flatMap((item) =>
    keysNow(item.kind)
      .filter((name) => isNamed(item, name))
      .map((name) => `${item.kind} ${name}`),
  )
  const globals = (traces?.globals ?? []).filter((name) => name in window).map((name) => `global ${name}`)
  const nodes = (traces?.nodes ?? [])
    .filter((selector) => document.querySelector(selector))
    .map((node) => `node ${node}`)
  return [...new Set([...keys, ...globals, ...nodes])]
}

const tracesOf = (vendor: Vendor): LoadableVendor['traces'] | undefined =>
  'traces' in vendor ? (vendor as LoadableVendor).traces : undefined // it has traces

const isNamed = ({ name }: StoredItem, key: string): boolean =>
  name.endsWith('*') ? key.startsWith(name.slice(0, -1)) : key === name

function keysNow(kind: StoredItem['kind']): readonly string[] {
  try {
    if (kind === 'local') return Object.keys(localStorage)
    if (kind === 'session') return Object.keys(sessionStorage)
    if (kind === 'cookie') return document.cookie.split(/; */).map((pair) => pair.split('=')[0] ?? '')
  } catch {
    // Blocked storage keeps nothing.
  }
  return []
}

const withoutQuery = (address: string): string => address.replace(/[?#].*/, '')
