import type { StorageKind, StoredItem } from '../disclosure.ts'
import type { Trace } from './removal-report.ts'
import { deleteCookie } from '../storage/delete-cookie.ts'
import { sharedPatch } from './shared-patch.ts'
import { watchFrames } from './watch-frames.ts'

type Area = 'local' | 'session'

/** Ours: what a removal must never take for a vendor's. */
const isOurs = (name: string): boolean => name.startsWith('askfirst')

/**
 * Learns which keys the vendor writes, from before it loads: nobody publishes them all.
 * A key is the vendor's if its script wrote it, in the page or in a frame of its own; other keys are the host's.
 */
export function watchStorage(
  window: Window & typeof globalThis,
  isVendors: (url: string) => boolean,
  disclosed: readonly StoredItem[],
  nodes: readonly string[],
): { sweep: () => readonly Trace[]; find: () => readonly Trace[]; stop: () => void } {
  const written = { local: new Set<string>(), session: new Set<string>() }
  const areaNamed = (storage: Storage, of: Window): Area => (storage === areaOf(of, 'local') ? 'local' : 'session')
  const releases = [
    sharedPatch(window.Storage.prototype, 'setItem', watched, (storage: Storage, key: string) => {
      if (isStackOf(isVendors)) written[areaNamed(storage, window)].add(key)
    }),
  ]
  const frames = watchFrames(window.document, nodes, (frame) => {
    const own: Watcher = (storage, key) => written[areaNamed(storage, frame)].add(key)
    releases.push(sharedPatch(frame.Storage.prototype, 'setItem', watched, own))
  })

  const isNamed = (kind: StorageKind, name: string): boolean =>
    disclosed.some(
      (item) =>
        item.kind === kind && (item.name.endsWith('*') ? name.startsWith(item.name.slice(0, -1)) : name === item.name),
    )

  function find(): readonly Trace[] {
    const inArea = (area: Area): Trace[] =>
      keysOf(window, area)
        .filter((name) => !isOurs(name) && (written[area].has(name) || isNamed(area, name)))
        .map((name) => ({ kind: area, name }))
    const cookies = cookieNames(window.document)
      .filter((name) => !isOurs(name) && isNamed('cookie', name))
      .map((name): Trace => ({ kind: 'cookie', name }))
    return [...inArea('local'), ...inArea('session'), ...cookies]
  }

  return {
    find,
    sweep() {
      const found = find()
      for (const { kind, name } of found) {
        if (kind === 'cookie') deleteCookie(window, name)
        else areaOf(window, kind === 'local' ? 'local' : 'session')?.removeItem(name)
      }
      return found
    },
    stop() {
      frames.stop()
      for (const release of releases) release()
    },
  }
}

type Watcher = (storage: Storage, key: string) => unknown

const watched = (original: Storage['setItem'], watchers: ReadonlySet<Watcher>): Storage['setItem'] =>
  function setItem(this: Storage, ...values: [key: string, value: string]) {
    Reflect.apply(original, this, values)
    for (const watch of watchers) watch(this, values[0])
  }

function areaOf(window: Window, area: Area): Storage | undefined {
  try {
    return area === 'local' ? window.localStorage : window.sessionStorage
  } catch {
    return undefined // Blocked storage keeps nothing.
  }
}

function keysOf(window: Window, area: Area): readonly string[] {
  return Object.keys(areaOf(window, area) ?? {})
}

const isStackOf = (isVendors: (url: string) => boolean): boolean =>
  (new Error().stack?.match(/\bhttps?:[^\s)]+/g) ?? []).some((place) => isVendors(place.replace(/(:\d+)+$/, '')))

function cookieNames(document: Document): readonly string[] {
  try {
    return document.cookie.split(/; */).map((pair) => pair.split('=')[0] ?? '')
  } catch {
    return [] // Blocked cookies keep nothing.
  }
}
