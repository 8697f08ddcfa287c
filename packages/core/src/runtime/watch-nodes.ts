import type { Trace } from './removal-report.ts'

/** Finds and removes what the vendor has put into the document: what it is known to add, and whatever loads from its hosts. */
export function watchNodes(
  document: Document,
  isVendors: (url: string) => boolean,
  selectors: readonly string[],
): { sweep: () => readonly Trace[]; find: () => readonly Trace[] } {
  const known = selectors.join(',')

  const loading = 'script[src],iframe[src],img[src],link[href]'

  function nodes(): readonly Element[] {
    const fromVendor = [...document.querySelectorAll(loading)].filter((node) => isVendors(addressOf(node)))
    return [...new Set([...(known ? document.querySelectorAll(known) : []), ...fromVendor])]
  }

  return {
    find: () => nodes().map(describe),
    sweep: () =>
      nodes().map((node) => {
        node.remove()
        return describe(node)
      }),
  }
}

const addressOf = (node: Element): string => node.getAttribute('src') ?? node.getAttribute('href') ?? ''

const describe = (node: Element): Trace => ({
  kind: 'node',
  name: node.id ? `${node.localName}#${node.id}` : addressOf(node) || node.localName,
})
