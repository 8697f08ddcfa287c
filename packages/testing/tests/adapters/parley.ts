import { defineChatVendor } from '@askfirst/vendors'

/** What the made-up service puts on `window.Parley` when it is live. */
interface Parley {
  readonly expand: () => void
  readonly collapse: () => void
  readonly display: (isShown: boolean) => void
  readonly isExpanded: () => boolean
  readonly quit: () => void
  readonly listen: (event: string, listener: (value: never) => void) => void
}

type Page = Window & { Parley?: Parley }

/** An adapter as somebody outside this library writes it, from the public API alone. */
export const vendor = defineChatVendor({
  id: 'parley',
  name: 'Parley',
  category: 'functional',
  disclosure: {
    operator: 'Parley AG',
    country: 'CH',
    domains: ['cdn.parley.test', 'api.parley.test', 'live.parley.test'],
    storage: [
      { name: 'parley.*', kind: 'local', purpose: 'visitor-id', days: null, confidence: 'verified' },
      { name: 'parley', kind: 'cookie', purpose: 'session', days: 0, confidence: 'verified' },
    ],
    data: ['messages', 'visitor-id'],
    legalBasis: 'consent',
    transfers: [],
    policyUrl: 'https://parley.test/privacy',
    evidence: () => Promise.resolve([]),
  },
  traces: { globals: ['Parley'], nodes: ['#parley'] },
  capabilities: {
    open: 'native',
    hide: 'native',
    visibility: 'native',
    identify: 'none',
    forget: 'none',
    unread: 'none',
  },
  async mount({ window, script, until }) {
    const page = window as Page
    await script('https://cdn.parley.test/parley.js')
    await until(() => page.Parley !== undefined)
    const chat = page.Parley as Parley // as was just waited for
    return {
      open: () => chat.expand(),
      close: () => chat.collapse(),
      show: () => chat.display(true),
      hide: () => chat.display(false),
      visibility: () => (chat.isExpanded() ? 'open' : 'closed'),
      focus: () => window.document.getElementById('parley')?.focus(),
      identify: () => Promise.resolve(),
      forget: () => Promise.resolve(),
      leave: () => chat.quit(),
      on: (event, listener) => chat.listen(event, listener as (value: never) => void),
    }
  },
})
