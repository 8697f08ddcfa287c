import type { Page } from '@playwright/test'
import type { StorageKind } from '@askfirst/core'
import type { LoadableVendor } from '@askfirst/core/runtime'
import { findingsError } from './finding.ts'
import type { Finding, FindingKind } from './finding.ts'
import { watchInitiators } from './initiators.ts'
import { isOwnName } from './own.ts'
import type { OwnOptions } from './own.ts'
import { rules } from './rules.ts'
import { tracesOf } from './traces.ts'
import type { Traces } from './traces.ts'
import { isAddressOf } from './vendor-address.ts'
import { watchTraffic } from './watch-traffic.ts'

export interface RemovalOptions extends OwnOptions {
  /** How long nothing may be heard of the vendor afterwards, in milliseconds. @default 500 */
  readonly quiet?: number | undefined
}

/** A page as it was before the vendor came. */
export interface PageMemory {
  /** Throws if anything of the vendor is left: what it discloses, and whatever is new since. */
  readonly expectRemoved: (vendor: LoadableVendor, options?: RemovalOptions) => Promise<void>
}

const kinds = {
  nodes: 'node',
  globals: 'global',
  replaced: 'replaced',
  local: 'local',
  session: 'session',
  databases: 'database',
  caches: 'cache',
  cookies: 'cookie',
} as const satisfies Record<keyof Traces, FindingKind>

const disclosedAs: Partial<Record<FindingKind, StorageKind>> = {
  local: 'local',
  session: 'session',
  cookie: 'cookie',
  database: 'indexeddb',
  cache: 'cache',
}

/** Remembers a page before the vendor comes. Its traces must be recorded: `recordTraces`, or `consentTest`. */
export async function rememberPage(page: Page, own: OwnOptions = {}): Promise<PageMemory> {
  const before = await tracesOf(page)
  const context = page.context()
  const traffic = watchTraffic(context, { ownHosts: own.ownHosts })
  const initiators = watchInitiators(context, [page])
  await initiators.ready()

  async function leftovers(vendor: LoadableVendor, options: RemovalOptions): Promise<readonly Finding[]> {
    const { ownNames = own.ownNames ?? [], quiet = 500 } = options
    const isVendors = isAddressOf(vendor)
    const finding = (kind: FindingKind, name: string, initiator: string | null = null): Finding => ({
      kind,
      name,
      page: page.url(),
      initiator,
      rule: rules.removal,
    })
    const sockets = traffic.openSockets().map(({ url }) => finding('socket', url, initiators.of(url)))
    const already = traffic.entries.length
    await page.waitForTimeout(quiet)
    const requests = traffic.entries
      .slice(already)
      .filter(({ url }) => isVendors(new URL(url)))
      .map(({ kind, url }) => finding(kind, url, initiators.of(url)))

    const isDisclosed = (kind: FindingKind, name: string): boolean =>
      vendor.disclosure.storage.some(
        (item) =>
          item.kind === disclosedAs[kind] &&
          (item.name.endsWith('*') ? name.startsWith(item.name.slice(0, -1)) : name === item.name),
      )
    const now = await tracesOf(page)
    const kept = Object.entries(kinds).flatMap(([key, kind]) => {
      const known = [...before[key as keyof Traces]]
      return now[key as keyof Traces]
        .filter((name) => {
          const at = known.indexOf(name)
          // Two alike are two: each that was there before accounts for one.
          if (at >= 0) known.splice(at, 1)
          return !isOwnName(name, ownNames) && (at < 0 || isDisclosed(kind, name))
        })
        .map((name) => finding(kind, name))
    })
    return [...sockets, ...requests, ...kept]
  }

  return {
    async expectRemoved(vendor, options = {}) {
      const left = await leftovers(vendor, options)
      if (left.length > 0) throw findingsError(left)
    },
  }
}
