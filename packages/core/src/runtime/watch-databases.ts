import type { StoredItem } from '../disclosure.ts'
import { isNamed, isOurs } from './is-named.ts'
import { createLedger } from './ledger.ts'
import type { Memory } from './memory.ts'
import type { Trace } from './removal-report.ts'
import { sharedPatch } from './shared-patch.ts'
import type { Page } from './watch.ts'
import { within } from './within.ts'

export interface DatabaseWatch {
  readonly enter: (frame: Page) => void
  readonly find: () => Promise<readonly Trace[]>
  readonly sweep: () => Promise<readonly Trace[]>
  readonly stop: () => void
}

/** A database in use is deleted once it is not, which may be never: nobody waits longer, in milliseconds. */
const patience = 1_000

/** Learns which databases, caches and service workers the vendor's scripts make. */
export function watchDatabases(
  window: Page,
  isOwn: (script: string) => boolean,
  disclosed: readonly StoredItem[],
  memory: Memory,
): DatabaseWatch {
  const written = {
    indexeddb: createLedger('indexeddb', memory, (name) => isNamed(disclosed, 'indexeddb', name)),
    cache: createLedger('cache', memory, (name) => isNamed(disclosed, 'cache', name)),
    worker: createLedger('worker', memory, () => false),
  }
  const opened = new Set<IDBOpenDBRequest>()
  const releases: (() => void)[] = []

  function watch(realm: Page, isVendors: (script: string) => boolean): void {
    releases.push(
      sharedPatch(realm.IDBFactory?.prototype, 'open', (use) => {
        const own = isVendors(use.by)
        written.indexeddb.note(String(use.values[0]), own)
        return own ? (request) => void opened.add(request as IDBOpenDBRequest) : undefined
      }),
      sharedPatch(realm.CacheStorage?.prototype, 'open', (use) => {
        written.cache.note(String(use.values[0]), isVendors(use.by))
        return undefined
      }),
      sharedPatch(realm.ServiceWorkerContainer?.prototype, 'register', (use) => {
        const own = isVendors(use.by)
        return (registered) => {
          const note = ({ scope }: ServiceWorkerRegistration): void => written.worker.note(scope, own)
          void (registered as Promise<ServiceWorkerRegistration>).then(note, () => undefined)
        }
      }),
    )
  }

  watch(window, isOwn)

  async function find(): Promise<readonly Trace[]> {
    // What nobody has seen or named is not asked for: each answer takes its time.
    const isSought = (kind: keyof typeof written): boolean =>
      !written[kind].isEmpty() || disclosed.some((item) => item.kind === kind)
    const [databases, caches, workers] = await Promise.all([
      isSought('indexeddb')
        ? listed(async () => (await window.indexedDB.databases()).map(({ name = '' }) => name))
        : [],
      isSought('cache') ? listed(() => window.caches.keys()) : [],
      isSought('worker')
        ? listed(async () => (await window.navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope))
        : [],
    ])
    const owned = (kind: 'indexeddb' | 'cache', names: readonly string[]): Trace[] =>
      names
        .filter((name) => !isOurs(name) && (written[kind].has(name) || isNamed(disclosed, kind, name)))
        .map((name) => ({ kind, name }))
    const registered = workers.filter(written.worker.has).map((name): Trace => ({ kind: 'worker', name }))
    return [...owned('indexeddb', databases), ...owned('cache', caches), ...registered]
  }

  async function remove({ kind, name }: Trace): Promise<unknown> {
    if (kind === 'cache') return window.caches.delete(name)
    if (kind === 'worker') return (await window.navigator.serviceWorker.getRegistration(name))?.unregister()
    return new Promise((resolve) => {
      const request = window.indexedDB.deleteDatabase(name)
      request.addEventListener('success', resolve)
      request.addEventListener('error', resolve)
    })
  }

  return {
    enter: (frame) => watch(frame, () => true),
    find,
    async sweep() {
      for (const request of opened) closeOf(request)
      const found = await find()
      await within(patience, Promise.allSettled(found.map(remove)))
      return found
    },
    stop() {
      for (const release of releases) release()
    },
  }
}

/** What a browser does not have, or blocks, keeps nothing. */
async function listed(list: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await list()
  } catch {
    return []
  }
}

function closeOf(request: IDBOpenDBRequest): void {
  try {
    request.result.close()
  } catch {
    // It did not open.
  }
}
