import type { BrowserContext, Page, Response } from '@playwright/test'
import type { LoadableVendor } from '@askfirst/core/runtime'
import { findingsError } from './finding.ts'
import type { Finding, FindingKind } from './finding.ts'
import { watchInitiators } from './initiators.ts'
import { isOwnName } from './own.ts'
import type { OwnOptions } from './own.ts'
import { startRecorder } from './page-recorder.ts'
import type { Told } from './page-recorder.ts'
import { rules } from './rules.ts'
import { storedIn } from './stored.ts'
import { settle } from './traces.ts'
import { isVisit, localHosts, watchTraffic } from './watch-traffic.ts'

export interface BeforeConsentOptions extends OwnOptions {
  /** Vendors whose globals and nodes count, wherever they load from. @default [] */
  readonly vendors?: readonly Pick<LoadableVendor, 'traces'>[] | undefined
  /** Called for each finding, at once. What a page only keeps is found when it is looked for, or when it is left. */
  readonly onFinding?: ((finding: Finding) => void) | undefined
}

/** A watch over everything that nobody has allowed yet. */
export interface BeforeConsentWatch {
  /** What was found so far, after a look at every open page. */
  readonly findings: () => Promise<readonly Finding[]>
  /** Lets the pages settle and throws if anything was found. */
  readonly expectNothing: () => Promise<void>
  /** Ends the watch, for example before the visitor says yes. */
  readonly stop: () => void
}

let watches = 0

/**
 * Watches a whole journey before consent: requests, sockets, links that prepare them, nodes, globals, cookies, keys,
 * databases and caches, on every page. Start it before the first page loads.
 */
export async function watchBeforeConsent(
  target: Page | BrowserContext,
  { ownHosts = [], ownNodes = [], ownNames = [], vendors = [], onFinding }: BeforeConsentOptions = {},
): Promise<BeforeConsentWatch> {
  const isPage = 'context' in target
  const context = isPage ? target.context() : target
  const pages = (): readonly Page[] => (isPage ? [target] : context.pages())
  const found = new Map<string, Finding>()
  const initiators = watchInitiators(context, pages())
  let isOn = true

  const add = (kind: FindingKind, name: string, page: string, address = ''): void => {
    const key = `${kind} ${name}`
    if (!isOn || found.has(key)) return
    const finding: Finding = {
      kind,
      name,
      page,
      rule: rules.before,
      get initiator() {
        // Chromium's word may come after the request itself.
        return initiators.of(address)
      },
    }
    found.set(key, finding)
    onFinding?.(finding)
  }
  const addKept = (kind: FindingKind, name: string, page: string): void => {
    if (!isOwnName(name, ownNames)) add(kind, name, page)
  }

  const isForeign = (address: string, base: string): boolean => {
    const { hostname, host } = new URL(address, base || undefined)
    return (!base || host !== new URL(base).host) && !localHosts.has(hostname) && !ownHosts.includes(hostname)
  }
  const traffic = watchTraffic(target, {
    ownHosts,
    onEntry: ({ kind, type, url, page, isVisit: isOwn }) => {
      if (!isOwn && isForeign(url, page)) add(kind, kind === 'socket' ? url : `${url} (${type})`, page, url)
    },
  })
  const onResponse = (response: Response): void => {
    if (!isVisit(response.request()) && isForeign(response.url(), response.frame().url())) return
    for (const [, address = ''] of (response.headers()['link'] ?? '').matchAll(/<([^>]*)>[^,]*rel=/g)) {
      if (isForeign(address, response.url())) add('link', `${address} (response header)`, response.url())
    }
  }
  target.on('response', onResponse)

  const id = `before-${++watches}`
  const binding = `askfirst_${id}`
  await target.exposeBinding(binding, ({ page }, { kind, name }: Told) => {
    if (kind === 'node' || kind === 'link') add(kind, name, page.url())
    else addKept(kind, name, page.url())
  })
  await target.addInitScript(startRecorder, {
    id,
    ownHosts,
    ownNodes,
    selectors: vendors.flatMap(({ traces }) => traces.nodes),
    globals: vendors.flatMap(({ traces }) => traces.globals),
    binding,
  })
  await initiators.ready()

  async function look(): Promise<void> {
    for (const page of pages()) {
      const kept = await storedIn(page, id)
      for (const name of kept.local) addKept('local', name, page.url())
      for (const name of kept.session) addKept('session', name, page.url())
      for (const name of kept.databases) addKept('database', name, page.url())
      for (const name of kept.caches) addKept('cache', name, page.url())
    }
    for (const { name, domain } of await context.cookies()) {
      if (!isOwnName(name, ownNames)) add('cookie', `${name} (of ${domain})`, '')
    }
  }
  const findings = async (): Promise<readonly Finding[]> => {
    if (isOn) await look()
    return [...found.values()]
  }

  return {
    findings,
    async expectNothing() {
      // A page that is just going elsewhere has said when it was left what there was to say.
      for (const page of pages()) await settle(page).catch(() => undefined)
      const all = await findings()
      if (all.length > 0) throw findingsError(all)
    },
    stop() {
      isOn = false
      traffic.stop()
      target.off('response', onResponse)
    },
  }
}
