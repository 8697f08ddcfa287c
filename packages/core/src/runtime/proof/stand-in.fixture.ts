import type { Realm } from './clock.fixture.ts'

/** `polite`: stops when it is told to. `rewriting`: writes again what was removed, for ever, as often as a promise of the browser's lets it. */
export type Manners = 'polite' | 'rewriting'

/** What a vendor's script has left somewhere, as the script itself says. */
export interface Diary {
  readonly node: (node: Element) => void
  readonly socket: (socket: WebSocket) => void
  readonly wrote: (kind: 'local' | 'session' | 'cookie', name: string) => void
  /** A promise of the browser's, which a page cannot take away from a script. */
  readonly later: (milliseconds: number) => Promise<void>
}

export interface Api {
  readonly live: () => void
  readonly stop: () => void
}

/** The script of a vendor. It runs in the page under the vendor's own address, so it may use nothing of this file. */
export const script = (page: Realm, id: string, manners: Manners, diary: Diary): Api => {
  const { document } = page
  const store = (kind: 'local' | 'session', name: string): void => {
    page[kind === 'local' ? 'localStorage' : 'sessionStorage'].setItem(name, id)
    diary.wrote(kind, name)
  }
  const remember = (): void => {
    store('local', `${id}.visitor`)
    document.cookie = `${id}_id=1;path=/`
    diary.wrote('cookie', `${id}_id`)
  }
  const root = document.createElement('div')
  root.id = `${id}-root`
  document.body.append(root)
  const style = document.createElement('link')
  style.rel = 'alternate'
  style.href = `https://${id}.acme.test/style`
  document.head.append(style)
  for (const node of [root, style]) diary.node(node)
  remember()
  store('local', `x-${id}-7f`)
  store('session', `x-${id}-tab`)
  diary.socket(new page.WebSocket(`wss://${id}.acme.test/live`))
  void page.fetch(`https://${id}.acme.test/config`).then(() => store('local', `x-${id}-config`))
  const isGone = (): boolean => page.localStorage.getItem(`${id}.visitor`) === null
  const rewrite = async (): Promise<never> => {
    for (;;) {
      await diary.later(200)
      if (isGone()) remember()
    }
  }
  if (manners === 'rewriting') void rewrite()
  let beat = 0
  const api: Api = {
    live: () => (beat = page.setInterval(() => store('local', `${id}.beat`), 1_000)),
    stop: () => page.clearInterval(beat),
  }
  Object.assign(page, { [`${id}Api`]: api })
  return api
}

/** The script as the page gets it from the vendor's host. */
export const scriptText = (id: string): string =>
  `(${String(script)})\n//# sourceURL=https://${id}.acme.test/messenger.js`
