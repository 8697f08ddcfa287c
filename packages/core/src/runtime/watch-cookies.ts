import type { StoredItem } from '../disclosure.ts'
import { deleteCookie } from '../storage/delete-cookie.ts'
import { isNamed, isOurs } from './is-named.ts'
import { createLedger } from './ledger.ts'
import type { Memory } from './memory.ts'
import type { Trace } from './removal-report.ts'
import { sharedPatch, unwatched } from './shared-patch.ts'
import type { StorageWatch } from './watch-storage.ts'
import type { Page } from './watch.ts'

export interface CookieWatch extends StorageWatch {
  /** What the disclosure names and this page has never seen: only servers may see it. */
  readonly unseen: () => readonly Trace[]
}

interface CookieOptions {
  readonly name: string
  readonly domain?: string | null
  readonly path?: string
  readonly partitioned?: boolean
}

/** Learns which cookies the vendor's scripts set, and for which domain and path, which a page cannot ask for later. */
export function watchCookies(
  window: Page,
  isOwn: (script: string) => boolean,
  disclosed: readonly StoredItem[],
  memory: Memory,
): CookieWatch {
  const { document } = window
  const written = createLedger('cookie', memory, () => true)
  const met = new Set<string>()
  /** What deletes them, with the attributes they were set with. */
  const deletions = new Set<string>(memory.recall('cookie'))
  const releases: (() => void)[] = []

  for (const text of deletions) written.note(nameOf(text), true)

  function note(name: string, where: string, own: boolean): void {
    written.note(name, own)
    const text = `${name}=; Max-Age=0${where}`
    if (!own || deletions.has(text)) return
    deletions.add(text)
    memory.keep('cookie', text)
  }

  /** Where a cookie without a path belongs. */
  const folder = (): string => window.location.pathname.replace(/\/[^/]*$/, '') || '/'

  function watch(realm: Page, isVendors: (script: string) => boolean): void {
    releases.push(
      sharedPatch(realm.Document?.prototype ?? realm.document, 'cookie', (use) => {
        if (use.how !== 'set') return undefined
        const [pair = '', ...more] = String(use.values[0]).split(/;\s*/)
        const where = more.filter((part) => /^(?:domain|path|partitioned|secure|samesite)\b/i.test(part))
        if (!where.some((part) => /^path=\//i.test(part))) where.unshift(`Path=${folder()}`)
        note(nameOf(pair), where.map((part) => `; ${part}`).join(''), isVendors(use.by))
        return undefined
      }),
      sharedPatch(realm.CookieStore?.prototype, 'set', (use) => {
        const [set] = use.values as [string | CookieOptions]
        const { name, domain, path = '/', partitioned } = typeof set === 'string' ? { name: set } : set
        const where = `; Path=${path}; Secure${domain ? `; Domain=${domain}` : ''}`
        note(name, where + (partitioned ? '; SameSite=None; Partitioned' : ''), isVendors(use.by))
        return undefined
      }),
    )
  }

  watch(window, isOwn)

  function find(): readonly Trace[] {
    const found = namesIn(document).filter(
      (name) => !isOurs(name) && (written.has(name) || isNamed(disclosed, 'cookie', name)),
    )
    for (const name of found) met.add(name)
    return found.map((name) => ({ kind: 'cookie', name }))
  }

  return {
    enter: (frame) => watch(frame, () => true),
    find,
    sweep() {
      const found = new Set(find().map(({ name }) => name))
      for (const text of deletions) {
        const name = nameOf(text)
        if (isOurs(name) || !written.has(name)) continue
        // One for another path is not seen from here, and goes all the same.
        met.add(name)
        found.add(name)
        setCookie(document, text)
      }
      deletions.clear()
      for (const { name } of find()) {
        unwatched(() => deleteCookie(window, name))
        // A browser takes no word about `__Host-` and `__Secure-` that is not secure itself.
        if (name.startsWith('__')) unwatched(() => deleteCookie(window, name, '; Secure'))
      }
      return Array.from(found, (name) => ({ kind: 'cookie', name }))
    },
    unseen: () =>
      disclosed
        .filter((item) => item.kind === 'cookie' && ![...met].some((name) => isNamed([item], 'cookie', name)))
        .map(({ name }) => ({ kind: 'cookie', name })),
    stop() {
      for (const release of releases) release()
    },
  }
}

const nameOf = (pair: string): string => pair.split('=')[0]?.trim() ?? ''

function setCookie(document: Document, text: string): void {
  try {
    unwatched(() => (document.cookie = text))
  } catch {
    // Blocked cookies keep nothing.
  }
}

function namesIn(document: Document): readonly string[] {
  try {
    return [...new Set(document.cookie.split(/; */).map(nameOf))]
  } catch {
    return [] // Blocked cookies keep nothing.
  }
}
