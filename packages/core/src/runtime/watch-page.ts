import { createAuthor } from './author.ts'
import { ownAddress } from './caller.ts'
import { createMemory } from './memory.ts'
import type { LoadableVendor } from './mount.ts'
import type { Trace, UncheckedTrace } from './removal-report.ts'
import { watchAttributes } from './watch-attributes.ts'
import { watchCookies } from './watch-cookies.ts'
import { watchDatabases } from './watch-databases.ts'
import { watchFrames } from './watch-frames.ts'
import { watchGlobals } from './watch-globals.ts'
import { watchHandlers } from './watch-handlers.ts'
import { watchListeners } from './watch-listeners.ts'
import { watchNodes } from './watch-nodes.ts'
import { watchRequests } from './watch-requests.ts'
import { watchSockets } from './watch-sockets.ts'
import { watchStorage } from './watch-storage.ts'
import { watchTimers } from './watch-timers.ts'
import type { Guard, Page, Watch } from './watch.ts'

export interface Sweep {
  readonly found: readonly Trace[]
  /** What was still there right afterwards. */
  readonly kept: readonly Trace[]
}

/** Everything a page can know of what a vendor does to it. */
export interface PageWatch {
  /** A script of the vendor was added. */
  readonly expect: (script: HTMLScriptElement) => void
  /** From now on no callback of the vendor runs. */
  readonly silence: () => void
  readonly sweep: () => Promise<Sweep>
  readonly find: () => Promise<readonly Trace[]>
  readonly unchecked: () => readonly UncheckedTrace[]
  /** Gives the page's own functions back. */
  readonly stop: () => void
}

/** Watches all of a page for one vendor. What is taken away first is what could put the rest back. */
export function watchPage(
  window: Page,
  { id, disclosure, traces }: LoadableVendor,
  isVendors: (url: string) => boolean,
): PageWatch {
  const author = createAuthor(isVendors, ownAddress())
  const isOwn = author.is
  // A key of the page may happen to have the name of one that is kept on another site.
  const stored = disclosure.storage.filter(({ host }) => !host)
  const memory = createMemory(window, id)
  let isSilent = false

  const guard: Guard = (callback) =>
    function (...values) {
      return isSilent ? undefined : globals.during(callback, () => Reflect.apply(callback, this, values))
    }

  function onAdded(node: Node): void {
    frames.look()
    for (const script of node instanceof window.Element ? scriptsIn(node) : []) {
      author.adopt(script.src)
      globals.expect(script)
    }
  }

  const storage = watchStorage(window, isOwn, stored, memory)
  const cookies = watchCookies(window, isOwn, stored, memory)
  const databases = watchDatabases(window, isOwn, stored, memory)
  const nodes = watchNodes(window, author, isVendors, traces.nodes, onAdded)
  const known = traces.nodes.join(',')
  const frames = watchFrames(
    window.document,
    (frame) => nodes.owns(frame) || (known !== '' && frame.closest(known) !== null),
    (frame) => {
      for (const watch of [storage, cookies, databases]) watch.enter(frame)
    },
  )
  const live: readonly Watch[] = [
    watchRequests(window, author),
    watchTimers(window, author, guard),
    watchListeners(window, author, guard),
    watchSockets(window, author, isVendors),
    watchHandlers(window, author),
  ]
  const attributes = watchAttributes(window, author)
  // Last, so that our own patches count as the page's.
  const globals = watchGlobals(window, traces.globals, author)
  const watches: readonly Watch[] = [...live, nodes, globals, attributes, storage, cookies]

  return {
    expect: globals.expect,
    silence() {
      frames.look()
      isSilent = true
    },
    find: async () => [...watches.flatMap((watch) => watch.find()), ...(await databases.find())],
    async sweep() {
      const found = watches.flatMap((watch) => watch.sweep())
      // Before anybody else has a turn.
      const kept = watches.flatMap((watch) => watch.find())
      found.push(...(await databases.sweep()))
      return { found, kept: [...kept, ...(await databases.find())] }
    },
    unchecked: () => [
      ...cookies.unseen().map((trace) => ({ ...trace, why: 'hidden' as const })),
      ...frames.foreign().map((name) => ({ kind: 'frame' as const, name, why: 'elsewhere' as const })),
      ...globals.unsure().map((trace) => ({ ...trace, why: 'unsure' as const })),
    ],
    stop() {
      for (const watch of [...watches, databases, frames]) watch.stop()
      author.retire()
      memory.forget()
    },
  }
}

const scriptsIn = (element: Element): readonly HTMLScriptElement[] => [
  ...(element.matches('script[src]') ? [element as HTMLScriptElement] : []),
  ...element.querySelectorAll<HTMLScriptElement>('script[src]'),
]
