import type { Author } from './author.ts'
import type { Trace } from './removal-report.ts'
import { sharedPatch, type Watcher } from './shared-patch.ts'
import type { Page, Watch } from './watch.ts'

export interface NodeWatch extends Watch {
  /** Whether a node is the vendor's, or within one that is. */
  readonly owns: (node: Node) => boolean
}

/** The ways to put a node into a page, by the interface that has them. */
const inserters: Readonly<Record<string, string>> = {
  Node: 'appendChild insertBefore replaceChild',
  Element:
    'append prepend replaceChildren before after replaceWith moveBefore insertAdjacentElement insertAdjacentHTML innerHTML outerHTML setHTML setHTMLUnsafe',
  Range: 'insertNode',
}

const loading = 'script[src],iframe[src],img[src],link[href]'

/** More than a vendor puts directly into a page; beyond it we look for those that have gone. */
const many = 200

/**
 * Finds and removes what the vendor has put into the document: what its scripts were seen to add,
 * what it is known to add, and whatever loads from its hosts.
 * @param onAdded hears of each node at once, before the script goes on.
 */
export function watchNodes(
  window: Page,
  author: Author,
  isVendors: (url: string) => boolean,
  selectors: readonly string[],
  onAdded: (node: Node) => void = () => undefined,
): NodeWatch {
  const { document } = window
  const known = selectors.join(',')
  let inert: Document | undefined
  const added = new Set<Node>()
  /** Nodes of the page that the vendor has taken along. */
  const moved = new Set<Node>()
  const sheets = new WeakSet<CSSStyleSheet>()
  const observer = new window.MutationObserver(() => undefined)
  observer.observe(document, { childList: true, subtree: true })

  function owns(node: Node | null): boolean {
    for (let at = node; at; at = at.parentNode ?? ('host' in at ? (at.host as Node) : null))
      if (added.has(at)) return true
    return false
  }

  function note(records: readonly MutationRecord[]): void {
    const cameFrom = new Map(
      records.flatMap(({ removedNodes, target }) => Array.from(removedNodes, (node) => [node, target])),
    )
    for (const { addedNodes, target } of records) {
      for (const node of addedNodes) {
        const origin = cameFrom.get(node)
        if (origin && !added.has(node) && !owns(origin)) moved.add(node)
        else if (!owns(target)) added.add(node)
        onAdded(node)
      }
    }
    if (added.size > many) for (const node of added) if (!node.isConnected) added.delete(node)
  }

  const watcher: Watcher = (use) => {
    const { self } = use
    const isShown = self instanceof window.Range ? self.startContainer.isConnected : (self as Node).isConnected
    if (use.how === 'get' || !isShown || !author.is(use.by)) return undefined
    // What has happened up to now was somebody else.
    observer.takeRecords()
    return () => {
      note(observer.takeRecords())
      return undefined
    }
  }

  const releases = Object.entries(inserters).flatMap(([type, keys]) => {
    const prototype = (Reflect.get(window, type) as typeof Node | undefined)?.prototype
    return keys.split(' ').map((key) => sharedPatch(prototype, key, watcher))
  })
  releases.push(
    sharedPatch(window, 'CSSStyleSheet', (use) => {
      if (!author.is(use.by)) return undefined
      return (made) => void sheets.add(made as CSSStyleSheet)
    }),
  )

  function nodes(): readonly ChildNode[] {
    const fromVendor = [...document.querySelectorAll(loading)].filter((node) => isVendors(addressOf(node)))
    const seen = [...added].filter((node): node is ChildNode => node.isConnected)
    const found = [...new Set([...(known ? document.querySelectorAll(known) : []), ...fromVendor, ...seen])]
    return found.filter((node) => !found.some((other) => other !== node && other.contains(node)))
  }

  const ownSheets = (): readonly CSSStyleSheet[] =>
    (document.adoptedStyleSheets ?? []).filter((sheet) => sheets.has(sheet))

  const find = (): readonly Trace[] => [
    ...nodes().map(describe),
    ...ownSheets().map((): Trace => ({ kind: 'node', name: 'stylesheet' })),
  ]

  function remove(node: ChildNode): void {
    for (const guest of moved) if (node !== guest && node.contains(guest)) node.before(guest)
    // In another document a script that is still on its way does not run when it arrives.
    inert ??= document.implementation.createHTMLDocument('')
    inert.adoptNode(node)
  }

  return {
    owns,
    find,
    sweep() {
      const found = find()
      const own = new Set(ownSheets())
      if (own.size > 0) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !own.has(sheet))
      for (const node of nodes()) remove(node)
      added.clear()
      return found
    },
    stop() {
      observer.disconnect()
      for (const release of releases) release()
    },
  }
}

const addressOf = (node: Element): string => node.getAttribute('src') ?? node.getAttribute('href') ?? ''

function describe(node: Node): Trace {
  if (!('localName' in node)) return { kind: 'node', name: node.nodeName }
  const element = node as Element
  return {
    kind: 'node',
    name: element.id ? `${element.localName}#${element.id}` : addressOf(element) || element.localName,
  }
}
