import { forgotten, isForgotten } from './forgotten.ts'
import { openTabs } from './open-tabs.ts'
import { none, type ConsentRecord } from './record.ts'
import { withRefusals } from './refusals.ts'
import { refuseNews } from './refuse-news.ts'
import { serializeRecord } from './serialize-record.ts'
import { expireTwins } from './storage/expire-twins.ts'
import type { ConsentStorage } from './storage/storage.ts'
import type { ConsentStore } from './store.ts'

interface Following {
  readonly stop: () => void
  followers: number
}

/** One for each store: two on one page would hear each other. */
const following = new WeakMap<ConsentStore, Following>()

/**
 * Follows at once what is decided elsewhere: in other tabs, while the browser had frozen this page, or where the
 * storage says so. Give it a store that is connected. Returns how to stop.
 */
export function follow(store: ConsentStore): () => void {
  const shared = following.get(store) ?? { stop: begin(store), followers: 0 }
  following.set(store, shared)
  shared.followers++
  let isStopped = false
  return () => {
    if (isStopped) return
    isStopped = true
    shared.followers--
    if (shared.followers > 0) return
    following.delete(store)
    shared.stop()
  }
}

function begin(store: ConsentStore): () => void {
  const { getState, subscribe, refresh, configure, storage } = store
  const life = new AbortController()
  const { signal } = life
  const hear = (message: unknown): void => {
    refresh()
    // What was decided since is stored, and stays.
    if (isForgotten(message, getState().record) && !isStored(storage)) configure(forgotten)
    else beStrict()
  }
  /** Something may have been decided that this page cannot read: then no yes counts any more. */
  const beStrict = (): void => {
    const { record, inDoubt, visit } = getState()
    const answers = [...(record?.categories.values() ?? []), ...(record?.vendors.values() ?? [])]
    const isOpen = visit.size > 0 || answers.some(({ decision }) => decision === 'granted')
    if (isOpen && inDoubt && !holds(storage, record))
      configure({ record: record && withRefusals({ ...record, ...none, id: record.id }, record), visit: new Map() })
  }
  const tabs = openTabs(hear)
  const stops = [
    () => life.abort(),
    tabs.close,
    subscribe(({ record }, previous) => {
      if (record === previous.record) return
      if (record) keepAlone(storage, record)
      tabs.tell()
    }),
    storage.follow?.(refresh),
  ]
  let held = false
  addEventListener('pagehide', () => (held = isStored(storage)), { signal })
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      refresh()
      // Out of the cache, which no message reaches, a page knows no more than if it were loaded anew.
      if (persisted && held && !isStored(storage)) configure(forgotten)
      else if (persisted) beStrict()
    },
    { signal },
  )
  addEventListener('storage', ({ key, newValue }) => (key === null || key.startsWith('askfirst')) && hear(newValue), {
    signal,
  })
  // Before this ran, something may have been decided here, or elsewhere.
  if ((getState().record?.time ?? 0) > performance.timeOrigin) tabs.tell()
  refresh()
  // The banner may have been closed before this ran; one that is closed says nothing new.
  configure({ closing: refuseNews })
  if (getState().dismissed) store.dismissBanner()
  configure({ closing: (state) => (state.dismissed ? null : refuseNews(state)) })
  return () => {
    for (const stop of stops) stop?.()
  }
}

function keepAlone(storage: ConsentStorage, record: ConsentRecord): void {
  try {
    expireTwins(storage, serializeRecord(record))
  } catch {
    // Blocked cookies have no twins.
  }
}

/** Whether what a page knows is stored, and can be read. */
function holds(storage: ConsentStorage, record: ConsentRecord | null): boolean {
  try {
    return record !== null && storage.read() === serializeRecord(record)
  } catch {
    return false
  }
}

/** Whether something is stored, as far as it can be read: storage that throws holds what it held. */
function isStored(storage: ConsentStorage): boolean {
  try {
    return !!storage.read()
  } catch {
    return true
  }
}
