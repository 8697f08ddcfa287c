import type { Author } from './author.ts'
import { mute } from './mute.ts'
import { sharedPatch } from './shared-patch.ts'
import type { Page, Watch } from './watch.ts'

/**
 * Keeps count of what the vendor's scripts have asked for and not yet got. A sweep breaks it off and lets no further
 * request out, and no answer in: a script that waits for one waits for ever. Its frames' requests end with the frames.
 */
export function watchRequests(window: Page, author: Author): Watch {
  const leaving = new AbortController()
  const pending = new Map<object, { readonly name: string; readonly end: () => void }>()
  const isOver = (): boolean => leaving.signal.aborted

  const releases = [
    sharedPatch(window, 'fetch', (use) => {
      if (!author.is(use.by)) return undefined
      const [input, init] = use.values as Parameters<typeof fetch>
      const given = init?.signal ?? (input instanceof window.Request ? input.signal : undefined)
      const signal = given ? AbortSignal.any([given, leaving.signal]) : leaving.signal
      use.values = [input, { ...init, signal }]
      return (result) => {
        const answer = result as Promise<Response>
        const name = input instanceof window.Request ? input.url : String(input)
        pending.set(answer, { name, end: () => undefined })
        return new Promise((resolve, reject) => {
          const settle = <Value>(tell: (value: Value) => void) => {
            return (value: Value) => {
              pending.delete(answer)
              // A script that heard of its failure would try again, and again.
              if (!isOver()) tell(value)
            }
          }
          answer.then(settle(resolve), settle(reject))
        })
      }
    }),
    sharedPatch(window.XMLHttpRequest.prototype, 'send', (use) => {
      const request = use.self as XMLHttpRequest
      if (!author.is(use.by)) return undefined
      pending.set(request, {
        name: 'XMLHttpRequest',
        end() {
          mute(request)
          mute(request.upload)
          request.abort()
        },
      })
      request.addEventListener('loadend', () => pending.delete(request), { once: true })
      return undefined
    }),
  ]

  const find: Watch['find'] = () => Array.from(pending.values(), ({ name }) => ({ kind: 'request' as const, name }))
  return {
    find,
    sweep() {
      const found = find()
      leaving.abort()
      for (const { end } of pending.values()) end()
      pending.clear()
      return found
    },
    stop() {
      for (const release of releases) release()
    },
  }
}
