import { checksum } from '../checksum.ts'
import { cookieStorage } from './cookie-storage.ts'
import { inTime } from './in-time.ts'
import { erased, reconcile } from './reconcile.ts'
import { seenTexts } from './seen-texts.ts'
import type { ConsentStorage } from './storage.ts'
import { takeTurns } from './take-turns.ts'
import { webStorage } from './web-storage.ts'

/** A place of the site's own for the record, such as the visitor's profile on its server. May be synchronous, and may fail. */
export interface RemoteConsent {
  /** The stored text, or `null` when there is none. Not from an HTTP cache: that answers with what is over. */
  readonly read: () => string | null | PromiseLike<string | null>
  /** Stores the text; `null` forgets it. */
  readonly write: (text: string | null) => unknown
  /** Calls back when what is stored may have changed. Returns how to stop. */
  readonly follow?: ((onChange: () => void) => () => void) | undefined
}

export interface RemoteStorageOptions {
  /** Answers at once, and keeps what the remote does not have yet. @default cookieStorage() */
  readonly cache?: ConsentStorage | undefined
  /** Milliseconds to wait for each answer of the remote. @default 5000 */
  readonly timeout?: number | undefined
  /** Remembers by their sums which texts the remote has had. @default webStorage('localStorage', 'askfirst.remote') */
  readonly seen?: ConsentStorage | undefined
}

declare const document: Document & { readonly prerendering?: boolean }

/**
 * Keeps the record in a cache that answers at once, and in a remote that is asked when the page opens and told of each
 * decision. Nothing waits for the remote. The last explicit decision wins; in doubt, the refusal.
 */
export function remoteStorage(
  remote: RemoteConsent,
  {
    cache = cookieStorage(),
    timeout = 5_000,
    seen: notes = webStorage('localStorage', 'askfirst.remote'),
  }: RemoteStorageOptions = {},
): ConsentStorage {
  const seen = seenTexts(notes)
  const listeners = new Set<() => void>()
  let isErasing = false

  /** Asks before it tells, also of a decision: what was never read must not be overwritten. */
  async function exchange(): Promise<void> {
    if (isErasing) {
      await inTime(() => remote.write(null), timeout)
      isErasing = false
      return seen.forget()
    }
    const theirs: unknown = (await inTime(() => remote.read(), timeout)) || null
    const isText = typeof theirs === 'string' && theirs.length < 1_000_000
    if (!isErasing && (theirs === null || isText)) await settle(theirs)
  }

  async function settle(theirs: string | null): Promise<void> {
    const mine = cache.read() || null
    const both = reconcile(mine, theirs, seen.list(), Date.now())
    if (both === undefined) return
    if (both !== mine) {
      cache.write(both)
      for (const tell of listeners) queueMicrotask(tell)
      if ((cache.read() || null) !== both) return
    }
    if (both === null) {
      if (theirs !== null) await inTime(() => remote.write(null), timeout)
      return seen.forget()
    }
    if (both !== theirs) {
      // Known from now on, so that it is no news if it arrives after what is decided next.
      seen.add(checksum(both), theirs === null ? '' : checksum(theirs))
      await inTime(() => remote.write(both), timeout)
    }
    seen.add(checksum(both))
  }

  const synchronize = takeTurns(exchange, 1_000)

  return {
    cookie: cache.cookie,
    read: () => cache.read(),
    write(text) {
      isErasing = text === null
      if (isErasing) seen.add(erased)
      try {
        cache.write(text)
      } finally {
        synchronize()
      }
    },
    follow(onChange) {
      const life = new AbortController()
      const { signal } = life
      const stops = [() => life.abort(), () => listeners.delete(onChange), cache.follow?.(onChange)]
      const begin = (): void => {
        stops.push(followRemote(remote, () => signal.aborted || synchronize()))
        synchronize()
      }
      listeners.add(onChange)
      // A page that is only prerendered asks nothing and stores nothing.
      if (document.prerendering) document.addEventListener('prerenderingchange', begin, { signal, once: true })
      else begin()
      addEventListener('pageshow', ({ persisted }) => persisted && synchronize(), { signal })
      return () => {
        for (const stop of stops) stop?.()
      }
    },
  }
}

function followRemote(remote: RemoteConsent, onChange: () => void): () => void {
  let stop: (() => void) | undefined
  try {
    stop = remote.follow?.(onChange)
  } catch {
    // It is asked when the page opens.
  }
  return () => {
    try {
      stop?.()
    } catch {
      // It is followed no longer all the same.
    }
  }
}
