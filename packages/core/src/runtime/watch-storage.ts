import type { StoredItem } from '../disclosure.ts'
import { isNamed, isOurs } from './is-named.ts'
import { createLedger, type Ledger } from './ledger.ts'
import type { Memory } from './memory.ts'
import type { Trace } from './removal-report.ts'
import { sharedPatch, unwatched } from './shared-patch.ts'
import type { Page, Watch } from './watch.ts'

export interface StorageWatch extends Watch {
  /** Watches a frame as well. Everything that runs in it is the vendor's. */
  readonly enter: (frame: Page) => void
}

const areas = ['local', 'session'] as const

type Area = (typeof areas)[number]

/**
 * Learns which keys the vendor writes, from before it loads: nobody publishes them all.
 * A key is the vendor's if its script wrote it, in the page or in a frame of its own; other keys are the host's.
 */
export function watchStorage(
  window: Page,
  isOwn: (script: string) => boolean,
  disclosed: readonly StoredItem[],
  memory: Memory,
): StorageWatch {
  const ledger = (area: Area): Ledger => createLedger(area, memory, (name) => isNamed(disclosed, area, name))
  const written = { local: ledger('local'), session: ledger('session') }
  /** The keys from before the vendor's turn: what is assigned as a property tells nobody. */
  const turns: Partial<Record<Area, ReadonlySet<string>>> = {}
  const releases: (() => void)[] = []

  function endTurn(area: Area): void {
    const before = turns[area]
    if (!before) return
    delete turns[area]
    for (const key of keysOf(window, area)) if (!before.has(key)) written[area].note(key, true)
  }

  function beginTurn(area: Area): void {
    if (turns[area]) return
    turns[area] = new Set(keysOf(window, area))
    queueMicrotask(() => endTurn(area))
  }

  function watch(realm: Page, isVendors: (script: string) => boolean): void {
    releases.push(
      sharedPatch(realm.Storage.prototype, 'setItem', (use) => {
        const area = areas.find((one) => areaOf(realm, one) === use.self)
        const key = String(use.values[0])
        if (!area) return undefined
        const own = isVendors(use.by)
        if (!own) endTurn(area)
        return () => written[area].note(key, own)
      }),
      ...areas.map((area) =>
        sharedPatch(realm, `${area}Storage`, (use) => {
          if (isVendors(use.by)) beginTurn(area)
          else endTurn(area)
          return undefined
        }),
      ),
    )
  }

  watch(window, isOwn)

  const find = (): readonly Trace[] =>
    areas.flatMap((area) => {
      endTurn(area)
      return keysOf(window, area)
        .filter((name) => !isOurs(name) && (written[area].has(name) || isNamed(disclosed, area, name)))
        .map((name) => ({ kind: area, name }))
    })

  return {
    enter: (frame) => watch(frame, () => true),
    find,
    sweep() {
      const found = find()
      for (const { kind, name } of found) areaOf(window, kind === 'local' ? 'local' : 'session')?.removeItem(name)
      return found
    },
    stop() {
      for (const release of releases) release()
    },
  }
}

function areaOf(window: Window, area: Area): Storage | undefined {
  try {
    return unwatched(() => window[`${area}Storage`])
  } catch {
    return undefined // Blocked storage keeps nothing.
  }
}

const keysOf = (window: Window, area: Area): readonly string[] => Object.keys(areaOf(window, area) ?? {})
