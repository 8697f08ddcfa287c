import type { Author } from './author.ts'
import { sharedPatch, type Watcher } from './shared-patch.ts'
import type { Callback, Guard, Page, Watch } from './watch.ts'

/** How each is started and ended, and by what its number counts: either `clear...` ends both kinds of timers. */
const clocks = [
  ['setTimeout', 'clearTimeout', 'timer'],
  ['setInterval', 'clearInterval', 'timer'],
  ['requestAnimationFrame', 'cancelAnimationFrame', 'frame'],
  ['requestIdleCallback', 'cancelIdleCallback', 'idle'],
] as const

type Clock = (typeof clocks)[number]

/** Keeps count of the timers that the vendor's scripts start, to clear those that still run. */
export function watchTimers(window: Page, author: Author, guard: Guard): Watch {
  const running = new Map<string, { readonly name: string; readonly clear: () => void }>()

  const started =
    ([start, end, series]: Clock): Watcher =>
    (use) => {
      if (!author.is(use.by)) return undefined
      const [callback, delay] = use.values
      let key = ''
      if (typeof callback === 'function') {
        const guarded = guard(callback as Callback)
        const once: Callback = function (...values) {
          running.delete(key)
          return Reflect.apply(guarded, this, values)
        }
        use.values = [start === 'setInterval' ? guarded : once, ...use.values.slice(1)]
      }
      return (result) => {
        key = `${series} ${String(result)}`
        const name = start + (typeof delay === 'number' ? ` ${delay} ms` : '')
        running.set(key, { name, clear: () => Reflect.apply(window[end], window, [result]) })
        return undefined
      }
    }

  const ended =
    ([, , series]: Clock): Watcher =>
    ({ values }) => {
      running.delete(`${series} ${String(values[0])}`)
      return undefined
    }

  const releases = clocks.flatMap((clock) => [
    sharedPatch(window, clock[0], started(clock)),
    sharedPatch(window, clock[1], ended(clock)),
  ])
  releases.push(
    // It has no number, but a callback.
    sharedPatch(window.Scheduler?.prototype, 'postTask', (use) => {
      const [callback] = use.values
      if (typeof callback === 'function' && author.is(use.by)) {
        use.values = [guard(callback as Callback), ...use.values.slice(1)]
      }
      return undefined
    }),
  )
  const find: Watch['find'] = () => Array.from(running.values(), ({ name }) => ({ kind: 'timer' as const, name }))
  return {
    find,
    sweep() {
      const found = find()
      for (const { clear } of running.values()) clear()
      running.clear()
      return found
    },
    stop() {
      for (const release of releases) release()
    },
  }
}
