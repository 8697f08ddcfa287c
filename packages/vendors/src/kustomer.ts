import { mistake } from '@askfirst/core'
import type { ChatDriver, ChatEvent, ChatVendor, ChatVisibility, VendorPage } from '@askfirst/core/runtime'
import { domainOf } from './address.ts'
import { defineChatVendor } from './define.ts'
import { apiOf } from './kustomer-api.ts'
import type { VendorOptions } from './options.ts'

declare const process: { readonly env: { readonly NODE_ENV?: string } }

export interface KustomerOptions extends VendorOptions {
  /** The chat key, made with the `org.tracking` role only: it stands in the page. */
  readonly apiKey: string
  readonly brandId?: string | undefined
  /** Addresses that differ from Kustomer's own, for a stand-in. */
  readonly hosts?:
    | {
        /** @default `https://cdn.kustomerapp.com/chat-web/widget.js` */
        readonly script?: string | undefined
        /** @default `https://ORGANISATION.api.kustomerapp.com`, with `api.prod2` for the EU pod, as the key says */
        readonly api?: string | undefined
      }
    | undefined
  /** Kustomer's own `start` options, such as `lang` or `hideChatIcon`. */
  readonly start?: Readonly<Record<string, unknown>> | undefined
}

type Answer = (response?: never, error?: unknown) => void

interface KustomerWidget {
  start(options: Readonly<Record<string, unknown>>, done: Answer): void
  stop(done: Answer): void
  open(): void
  close(): void
  login(identity: { jwtToken: string }, done: Answer): void
  logout(done: Answer): void
  getUnreadCount(): { readonly total: number }
  addListener(event: string, listener: (response: never) => void): void
}

const frameId = 'kustomer-ui-sdk-iframe'

const events: Readonly<Record<ChatEvent, string>> = {
  open: 'onOpen',
  close: 'onClose',
  unread: 'onUnread',
}

/** Kustomer Chat (web SDK v2). Throws without an `apiKey`. */
export function kustomer({
  apiKey,
  brandId,
  hosts = {},
  start = {},
  category = 'functional',
  policyUrl = 'https://www.kustomer.com/privacy/statement/',
  ...rest
}: KustomerOptions): ChatVendor<'kustomer'> {
  if (!apiKey) {
    throw mistake(
      'kustomer needs an apiKey',
      process.env.NODE_ENV !== 'production' && [
        'so the widget would not know whose it is',
        'Give the chat key from your Kustomer settings',
      ],
    )
  }
  const { script: widget = 'https://cdn.kustomerapp.com/chat-web/widget.js', api = apiOf(apiKey) } = hosts

  async function mount({ window, script }: VendorPage): Promise<ChatDriver> {
    const page = window as typeof window & { Kustomer?: KustomerWidget }
    const frame = (): HTMLElement | null => window.document.getElementById(frameId)
    await script(widget, { 'data-kustomer-api-key': apiKey })
    // `kustomerLoaded` only means that `start` can be called; its callback is the first that means ready.
    const chat = page.Kustomer as KustomerWidget // if it is not there, the call below throws, as it should
    await new Promise<void>((done) => chat.start({ brandId, ...start }, () => done()))
    let visibility: ChatVisibility = 'closed'
    const display = (value: string): void => {
      const style = frame()?.style
      if (style) style.display = value
    }
    const settled = (call: (done: Answer) => void): Promise<void> =>
      new Promise((resolve, reject) => call((_, error) => (error ? reject(error) : resolve())))
    const forget = (): Promise<void> => settled((done) => chat.logout(done))
    chat.addListener('onOpen', () => (visibility = 'open'))
    chat.addListener('onClose', () => (visibility = 'closed'))
    return {
      open: () => chat.open(),
      close: () => chat.close(),
      show: () => display(''),
      hide: () => display('none'),
      visibility: () => (frame()?.style.display === 'none' ? 'hidden' : visibility),
      focus: () => frame()?.focus(),
      identify: ({ token = '' }) => settled((done) => chat.login({ jwtToken: token }, done)),
      forget,
      leave: () => forget().finally(() => settled((done) => chat.stop(done))),
      on: (event, listener) =>
        chat.addListener(events[event], () =>
          // Only `unread` says more than that it happened.
          (listener as (value: number) => void)(chat.getUnreadCount().total),
        ),
    }
  }

  return defineChatVendor({
    id: 'kustomer',
    name: 'Kustomer',
    category,
    ...rest,
    disclosure: {
      operator: 'Kustomer, Inc.',
      country: 'US',
      domains: [
        ...(hosts.script ? [domainOf(widget)] : ['cdn.kustomerapp.com', '*.pndsn.com']),
        ...(api ? [domainOf(api)] : ['*.kustomerapp.com']),
      ],
      storage: [
        { name: 'kustomer*', kind: 'local', purpose: 'unpublished', days: null, confidence: 'inferred' },
        ...claimedCookies.map(
          ([name, days]) => ({ name, kind: 'cookie', purpose: 'visitor-id', days, confidence: 'claimed' }) as const,
        ),
      ],
      data: ['messages', 'attachments', 'identity', 'page-address', 'referrer', 'browser', 'ip-address'],
      legalBasis: 'consent',
      transfers: ['US'],
      policyUrl,
      evidence: () => import('./kustomer-evidence.ts').then((chunk) => chunk.evidence),
    },
    traces: { globals: ['Kustomer', 'KustomerCore'], nodes: [`#${frameId}`] },
    capabilities: {
      open: 'native',
      hide: 'emulated',
      visibility: 'emulated',
      identify: 'native',
      forget: 'native',
      unread: 'native',
    },
    mount,
  })
}

/** Two write-ups name different cookies; a crawl of 108 sites saw none on load. All are disclosed and swept. */
const claimedCookies = [
  ['kustomer-identity', null],
  ['kustomer-session-id', 0],
  ['kustomer-client-id', 365],
  ['kustomer-visitor-id', 365],
] as const
