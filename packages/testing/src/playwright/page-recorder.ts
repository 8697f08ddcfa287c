/** What a recorder is told, in a form that can be handed to the page. */
export interface RecorderOptions {
  /** Recorders of several watches live beside each other. */
  readonly id: string
  readonly ownHosts: readonly string[]
  /** CSS selectors of vendors' nodes, which count wherever they load from. */
  readonly selectors: readonly string[]
  /** CSS selectors of the site's own nodes, which never count. */
  readonly ownNodes: readonly string[]
  /** Names on `window` of known vendors. They are told of at once; `globals` lists every name. */
  readonly globals: readonly string[]
  /** A binding to tell the test of what is found, at once; none for a recorder that is only asked. */
  readonly binding: string | null
}

/** What a recorder tells at once. */
export interface Told {
  readonly kind: 'node' | 'link' | 'global' | 'local' | 'session'
  readonly name: string
}

export interface PageRecorder {
  /** Foreign nodes that were ever in the document, also for a moment only. */
  readonly past: readonly string[]
  readonly nodes: () => readonly string[]
  readonly globals: () => readonly string[]
  readonly replaced: () => readonly string[]
}

/** A symbol, so that the recorders do not count as a global themselves. */
export type Recorded = Window & Record<symbol, Record<string, PageRecorder>>

/** Runs in the page before anything of the page does. Handed over as text, so it uses nothing from outside. */
export function startRecorder({ id, ownHosts, selectors, ownNodes, globals, binding }: RecorderOptions): void {
  if (window !== window.top) return
  const pristine = new Set(Object.getOwnPropertyNames(window))
  /** What a watcher of vendors, or an error reporter, puts its own in place of. */
  const members: Readonly<Record<string, string>> = {
    Node: 'appendChild insertBefore replaceChild',
    Element:
      'append prepend before after replaceWith replaceChildren insertAdjacentElement insertAdjacentHTML innerHTML outerHTML setAttribute removeAttribute toggleAttribute className classList',
    HTMLElement: 'style dataset inert',
    Document: 'title',
    Range: 'insertNode',
    EventTarget: 'addEventListener removeEventListener',
    XMLHttpRequest: 'send setRequestHeader',
    IDBFactory: 'open',
    CacheStorage: 'open',
    CookieStore: 'set',
    ServiceWorkerContainer: 'register',
    Scheduler: 'postTask',
    History: 'pushState replaceState',
    window:
      'EventSource WebTransport RTCPeerConnection BroadcastChannel MessageChannel Worker SharedWorker MutationObserver ResizeObserver IntersectionObserver PerformanceObserver CSSStyleSheet setTimeout clearTimeout setInterval clearInterval requestAnimationFrame cancelAnimationFrame requestIdleCallback cancelIdleCallback localStorage sessionStorage',
  }
  const functions = (): readonly (readonly [name: string, value: unknown])[] => [
    ['WebSocket', window.WebSocket],
    ['fetch', window.fetch],
    ['XMLHttpRequest', window.XMLHttpRequest],
    ['XMLHttpRequest.open', XMLHttpRequest.prototype.open],
    ['Storage.setItem', Storage.prototype.setItem],
    ['document.cookie', Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')?.set],
    ['sendBeacon', navigator.sendBeacon],
    ['onmessage', window.onmessage],
    ['onerror', window.onerror],
    ...Object.entries(members).flatMap(([type, names]) => {
      const owner = type === 'window' ? window : (Reflect.get(window, type) as typeof Node | undefined)?.prototype
      return names.split(' ').flatMap((name) => {
        const member: Record<string, unknown> = { ...(owner && Object.getOwnPropertyDescriptor(owner, name)) }
        return ['value', 'get', 'set'].map((part) => [`${type}.${name}`, member[part]] as const)
      })
    }),
  ]
  const original = functions()
  const past: string[] = []
  const tell = (told: Told): void => {
    if (binding) (window as unknown as Record<string, ((told: Told) => void) | undefined>)[binding]?.(told)
  }
  const isForeign = (address: string): boolean => {
    if (!URL.canParse(address, document.baseURI)) return false
    const { protocol, host, hostname } = new URL(address, document.baseURI)
    return /^(?:https?|wss?):$/.test(protocol) && host !== location.host && !ownHosts.includes(hostname)
  }
  const addressesOf = (node: Element): readonly string[] =>
    ['src', 'href', 'data', 'srcset', 'imagesrcset', 'poster'].flatMap((name) => node.getAttribute(name) ?? [])
  const describe = (node: Element): string =>
    [node.localName, node.id && `#${node.id}`, node.getAttribute('src') ?? node.getAttribute('href')]
      .filter(Boolean)
      .join(' ')
  const vendors = selectors.join()
  const own = ownNodes.join()
  const kinds = ['iframe,object,embed,script,link,img,source,video,audio', ...selectors].join()
  /** Says what a site is, and loads nothing. */
  const saying = /^(?:alternate|author|canonical|help|license|me|next|prev|search|tag)$/

  const isFound = (node: Element): boolean => {
    if (own && node.matches(own)) return false
    if (vendors && node.matches(vendors)) return true
    const addresses = addressesOf(node)
    // A frame without an address is how messengers hide their own page in ours.
    if (node.matches('iframe,object,embed')) return addresses.length === 0 || addresses.some((each) => !isOwn(each))
    if (node.matches('script[type="speculationrules"]')) {
      return (node.textContent.match(/\b(?:https?:)?\/\/[^"'\s]+/g) ?? []).some(isForeign)
    }
    if (node.matches('link[rel]') && saying.test(node.getAttribute('rel')?.toLowerCase() ?? '')) return false
    return addresses.some((address) => address.split(/,\s+/).some((part) => isForeign(part.trim().split(' ')[0] ?? '')))
  }
  const isOwn = (address: string): boolean =>
    URL.canParse(address, document.baseURI) &&
    /^https?:$/.test(new URL(address, document.baseURI).protocol) &&
    !isForeign(address)
  const foundIn = (root: Element | Document): readonly Element[] => {
    const itself = root instanceof Element && root.matches(kinds) ? [root] : []
    return [...itself, ...root.querySelectorAll(kinds)].filter(isFound)
  }
  const record = (changes: readonly MutationRecord[]): void => {
    for (const { type, target, addedNodes } of changes) {
      for (const node of type === 'attributes' ? [target] : addedNodes) {
        if (!(node instanceof Element)) continue
        for (const found of foundIn(node)) {
          const name = describe(found)
          past.push(name)
          const rel = found.localName === 'link' && found.getAttribute('rel')
          tell(
            rel
              ? { kind: 'link', name: `${String(found.getAttribute('href'))} (rel="${rel}")` }
              : { kind: 'node', name },
          )
        }
      }
    }
    tellKept()
  }
  const told = new Set<string>()
  const tellOnce = (kind: Told['kind'], name: string): void => {
    if (told.has(`${kind} ${name}`)) return
    told.add(`${kind} ${name}`)
    tell({ kind, name })
  }
  /** What a later document, or a later clean-up, would take away before the test looks. */
  const tellKept = (): void => {
    if (!binding) return
    for (const name of globals) {
      if (!pristine.has(name) && Object.hasOwn(window, name)) tellOnce('global', name)
    }
    try {
      for (const name of Object.keys(localStorage)) tellOnce('local', name)
      for (const name of Object.keys(sessionStorage)) tellOnce('session', name)
    } catch {
      // Blocked storage keeps nothing.
    }
  }
  const observer = new MutationObserver(record)
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: ['src', 'href', 'srcset', 'data', 'rel'],
  })
  if (binding) {
    for (const moment of ['DOMContentLoaded', 'load', 'pagehide']) addEventListener(moment, tellKept)
    setInterval(tellKept, 100)
  }
  const recorder: PageRecorder = {
    get past() {
      record(observer.takeRecords())
      return past
    },
    nodes: () => foundIn(document).map(describe),
    globals: () =>
      Object.getOwnPropertyNames(window).filter(
        // Ours, what Playwright adds when it evaluates and intercepts, and frames, which count as nodes.
        (name) => !pristine.has(name) && !/^(?:askfirst|__playwright|__pw|\d+$)/.test(name),
      ),
    replaced: () => {
      const now = functions()
      // Where a test sets the clock, Playwright's timers stand in for the page's.
      const ofClock = '__pwClock' in window ? /^window\.(?:set|clear|request|cancel)[TIA]/ : /^$/
      return original
        .filter(([name, value], index) => now[index]?.[1] !== value && !ofClock.test(name))
        .map(([name]) => name)
    },
  }
  const key = Symbol.for('askfirst.recorders')
  const page = window as unknown as Recorded
  page[key] = { ...page[key], [id]: recorder }
}
