import type { Author } from './author.ts'
import { isAtWork } from './caller.ts'
import type { Trace } from './removal-report.ts'
import { unknownPlaces, type Place } from './places.ts'
import type { Page, Watch } from './watch.ts'

/** What was in a place when we looked last. */
interface Seen extends Place {
  readonly descriptor: PropertyDescriptor | undefined
  readonly value: unknown
}

interface Change extends Seen {
  /** What was there before the vendor. */
  readonly before: PropertyDescriptor | undefined
}

/** Which vendor made what, of all that are on the page. */
const claims = new Map<string, Author>()

/** A look costs about a tenth of a millisecond, so a callback that runs often is watched only now and then. */
const pause = 50
const eager = 5

/** How often we look while a script of the vendor is on its way, in milliseconds, and for how long. */
const rhythm = 20
const patience = 15_000

export interface GlobalWatch extends Watch {
  /** Names that appeared meanwhile, and nobody knows from whom. */
  readonly unsure: () => readonly Trace[]
  /** A script of the vendor is on its way: what is new when it has run, since anybody else was at work, is its own. */
  readonly expect: (script: HTMLScriptElement) => void
  /** Runs a callback of the vendor: what is new after it is its own. */
  readonly during: <Result>(callback: object, run: () => Result) => Result
}

/**
 * Finds what the vendor has put on `window`, or in place of what was there: under the names that are known, and under
 * others where it is certain. Nothing tells a page who makes a global, so we look before and after the vendor is at work.
 */
export function watchGlobals(window: Page, known: readonly string[], author: Author): GlobalWatch {
  const { document } = window
  const named = new Set(known)
  for (const name of known) claims.set(name, author)
  const seen = new Map<string, Seen>()
  const changes = new Map<string, Change>()
  const unknown = new Map<string, Place>()
  const runs = new WeakMap<object, number>()
  /** Scripts on their way. */
  const awaited = new Set<EventTarget>()
  const timers = new Set<number>()
  let lookedAt = 0

  const before = new Map(known.map((key) => [key, Object.getOwnPropertyDescriptor(window, key)]))
  let [count, last] = [0, '']

  function see(place: Place): Seen {
    const { object, key, name } = place
    const descriptor = Object.getOwnPropertyDescriptor(object, key)
    // What an accessor gives says nothing of who made it, and may cost something.
    const is = { object, key, name, descriptor, value: descriptor?.get ? undefined : Reflect.get(object, key) }
    seen.set(name, is)
    return is
  }

  /** Names that were not there when we looked last: a new one is the last of them. */
  function newPlaces(): readonly Place[] {
    const keys = Object.keys(window)
    if (keys.length === count && keys.at(-1) === last) return []
    ;[count, last] = [keys.length, keys.at(-1) ?? '']
    return unknownPlaces(window, seen)
  }

  function look(whose: 'vendor' | 'others'): void {
    lookedAt = performance.now()
    const changed: Place[] = []
    for (const was of seen.values()) {
      if (!was.descriptor?.get && was.value !== Reflect.get(was.object, was.key)) changed.push(was)
    }
    for (const place of [...changed, ...newPlaces()]) {
      const { name } = place
      const was = seen.get(name)
      const is = see(place)
      const owner = claims.get(name)
      if (named.has(name)) continue
      if (owner && owner !== author) {
        changes.delete(name)
        unknown.delete(name)
      } else if (whose === 'vendor') {
        const change = changes.get(name)
        changes.set(name, { ...is, before: change ? change.before : was?.descriptor })
        claims.set(name, author)
        unknown.delete(name)
      } else {
        claims.delete(name)
        changes.delete(name)
        if (!was) unknown.set(name, place)
      }
    }
  }

  for (const place of newPlaces()) see(place)

  /** Runs right after a script has run, before anybody else does. */
  const onEnd = ({ target, type }: Event): void => {
    const script = target as HTMLScriptElement
    if (script.localName !== 'script') return
    if (awaited.delete(script)) {
      if (type === 'load') look('vendor')
    } else if (type === 'load' && !author.is(script.src)) {
      const unclear = new Set(unknown.keys())
      look('others')
      // What another script has made is not the vendor's.
      for (const name of unknown.keys()) if (!unclear.has(name)) unknown.delete(name)
    }
  }
  for (const type of ['load', 'error']) document.addEventListener(type, onEnd, true)

  let isSeen = false
  // Whatever is new before the turn of somebody else ends is not the vendor's.
  author.hearOthers(() => {
    // What a vendor calls works for the vendor.
    if (awaited.size === 0 || isSeen || isAtWork(author.owns)) return
    isSeen = true
    look('others')
    queueMicrotask(() => {
      isSeen = false
      look('others')
    })
  })

  function isChanged(name: string): boolean {
    const [is, was] = [Object.getOwnPropertyDescriptor(window, name), before.get(name)]
    return is?.value !== was?.value || is?.get !== was?.get
  }

  function standing(): readonly Change[] {
    look('others')
    return [...changes.values()].filter(
      ({ object, key, descriptor, value }) =>
        Object.hasOwn(object, key) && (descriptor?.get ? true : Reflect.get(object, key) === value),
    )
  }

  function put({ object, key }: Pick<Place, 'object' | 'key'>, previous: PropertyDescriptor | undefined): void {
    // What a script has declared with `var` can be emptied, but not deleted.
    if (!Reflect.deleteProperty(object, key)) Reflect.set(object, key, previous?.value)
    else if (previous) Reflect.defineProperty(object, key, previous)
  }

  const trace = (name: string): Trace => ({ kind: 'global', name })

  return {
    find: () => [...known.filter(isChanged), ...standing().map(({ name }) => name)].map(trace),
    sweep() {
      const own = known.filter(isChanged)
      const more = standing()
      for (const key of own) put({ object: window, key }, before.get(key))
      for (const change of more) {
        const { object, key, name } = change
        put(change, change.before)
        claims.delete(name)
        if (Object.hasOwn(object, key)) see(change)
        else seen.delete(name)
      }
      count = 0
      changes.clear()
      return [...own, ...more.map(({ name }) => name)].map(trace)
    },
    unsure() {
      look('others')
      return [...unknown].flatMap(([name, { object, key }]) =>
        Object.hasOwn(object, key) && !claims.has(name) ? [trace(name)] : [],
      )
    },
    expect(script) {
      const begun = performance.now()
      awaited.add(script)
      look('others')
      const timer = window.setInterval(() => {
        const isOver = !awaited.has(script) || performance.now() - begun > patience
        if (isOver) window.clearInterval(timer)
        else look('others')
      }, rhythm)
      timers.add(timer)
    },
    during(callback, run) {
      const times = runs.get(callback) ?? 0
      runs.set(callback, times + 1)
      if (times >= eager && performance.now() - lookedAt < pause) return run()
      look('others')
      try {
        return run()
      } finally {
        look('vendor')
      }
    },
    stop() {
      for (const type of ['load', 'error']) document.removeEventListener(type, onEnd, true)
      for (const [name, owner] of claims) if (owner === author) claims.delete(name)
      for (const timer of timers) window.clearInterval(timer)
    },
  }
}
