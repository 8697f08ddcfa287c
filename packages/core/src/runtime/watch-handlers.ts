import type { Author } from './author.ts'
import { sharedPatch } from './shared-patch.ts'
import type { Page, Watch } from './watch.ts'

/** Those that tell of the whole page. To watch all hundred would cost more than it finds. */
const handlers =
  'onmessage onerror onunhandledrejection onbeforeunload onpagehide onpageshow onpopstate onhashchange onstorage onfocus onblur onresize onscroll onload onclick onkeydown'.split(
    ' ',
  )

/** Remembers which of the window's `on...` handlers the vendor has taken for itself, and gives them back. */
export function watchHandlers(window: Page, author: Author): Watch {
  const taken = new Map<string, { readonly before: unknown; readonly handler: unknown }>()
  const releases = handlers.map((name) =>
    sharedPatch(window, name, (use) => {
      if (use.how !== 'set') return undefined
      const own = author.is(use.by)
      const before: unknown = own && (taken.get(name)?.before ?? Reflect.get(window, name))
      return () => {
        if (own) taken.set(name, { before, handler: Reflect.get(window, name) })
        else taken.delete(name)
        return undefined
      }
    }),
  )
  const standing = () => [...taken].filter(([name, { handler }]) => handler && Reflect.get(window, name) === handler)
  const find: Watch['find'] = () => standing().map(([name]) => ({ kind: 'global' as const, name }))
  return {
    find,
    sweep() {
      const found = find()
      for (const [name, { before }] of standing()) Reflect.set(window, name, before)
      taken.clear()
      return found
    },
    stop() {
      for (const release of releases) release()
    },
  }
}
