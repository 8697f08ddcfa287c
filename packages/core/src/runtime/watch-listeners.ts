import type { Author } from './author.ts'
import { sharedPatch } from './shared-patch.ts'
import type { Callback, Guard, Page, Watch } from './watch.ts'

interface Entry {
  readonly target: WeakRef<EventTarget>
  readonly name: string
  readonly type: unknown
  readonly listener: Callback
  readonly options: unknown
}

const isCapture = (options: unknown): boolean =>
  typeof options === 'object' && options ? 'capture' in options && Boolean(options.capture) : Boolean(options)

/** Keeps count of what the vendor listens to on the page, to take it off. Its own nodes take their listeners along. */
export function watchListeners(window: Page, author: Author, guard: Guard): Watch {
  const { prototype } = window.EventTarget
  const guarded = new WeakMap<object, Callback>()
  let entries: Entry[] = []

  function guardOf(listener: object): Callback {
    const known = guarded.get(listener)
    if (known) return known
    const made: Callback = guard(function (event: Event) {
      if (typeof listener === 'function') return Reflect.apply(listener, this, [event])
      return (listener as EventListenerObject).handleEvent(event)
    })
    guarded.set(listener, made)
    return made
  }

  const forget = (target: EventTarget, type: unknown, listener: Callback, options: unknown): void => {
    entries = entries.filter(
      (entry) =>
        entry.target.deref() !== target ||
        entry.type !== type ||
        entry.listener !== listener ||
        isCapture(entry.options) !== isCapture(options),
    )
  }

  const releases = [
    sharedPatch(prototype, 'addEventListener', (use) => {
      const [type, given, options] = use.values
      if (!isObject(given) || !author.is(use.by)) return undefined
      const target = (use.self ?? window) as EventTarget
      const listener = guardOf(given)
      use.values = [type, listener, ...use.values.slice(2)]
      if (!outlives(target, window)) return undefined
      forget(target, type, listener, options)
      const name = `${nameOf(target, window)}: ${String(type)}`
      entries.push({ target: new WeakRef(target), name, type, listener, options })
      return undefined
    }),
    sharedPatch(prototype, 'removeEventListener', (use) => {
      const [type, given, options] = use.values
      const listener = isObject(given) && guarded.get(given)
      if (!listener) return undefined
      const target = (use.self ?? window) as EventTarget
      use.values = [type, listener, ...use.values.slice(2)]
      forget(target, type, listener, options)
      return undefined
    }),
  ]

  const find: Watch['find'] = () =>
    entries.filter(({ target }) => target.deref()).map(({ name }) => ({ kind: 'listener' as const, name }))
  return {
    find,
    sweep() {
      const found = find()
      for (const { target, type, listener, options } of entries) {
        target.deref()?.removeEventListener(String(type), listener as EventListener, isCapture(options))
      }
      entries = []
      return found
    },
    stop() {
      for (const release of releases) release()
    },
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'function' || (typeof value === 'object' && value !== null)

/** Whether it stays when the vendor's own nodes and requests have gone. */
function outlives(target: EventTarget, window: Page): boolean {
  if (target === window) return true
  if (target instanceof window.Node) return target.isConnected
  return /^(?:MediaQueryList|VisualViewport|ScreenOrientation|Navigation|ServiceWorkerContainer|NetworkInformation|FontFaceSet|CookieStore)$/.test(
    target.constructor.name,
  )
}

function nameOf(target: EventTarget, window: Page): string {
  if (target === window) return 'window'
  if (target === window.document) return 'document'
  return target instanceof window.Element ? target.localName : target.constructor.name
}
