import { mistake } from '@askfirst/core'
import type { ChatDriver, ChatEvent, ChatVendor, VendorPage } from '@askfirst/core/runtime'
import { defineChatVendor } from './define.ts'
import { domainOf } from './address.ts'
import type { VendorOptions } from './options.ts'

declare const process: { readonly env: { readonly NODE_ENV?: string } }

export interface KayakoOptions extends VendorOptions {
  /** The `acme` of `acme.kayako.com`. */
  readonly subdomain: string
  /** Addresses that differ from Kayako's own, for a custom support domain or a stand-in. */
  readonly hosts?:
    | {
        /** @default `https://SUBDOMAIN.kayako.com/api/v1` */
        readonly api?: string | undefined
        /** @default `https://SUBDOMAIN.kayakocdn.com/messenger` */
        readonly loader?: string | undefined
        /** @default `wss://kre.kayako.net/socket` */
        readonly realtime?: string | undefined
        /** @default `https://assets.kayako.com` */
        readonly assets?: string | undefined
      }
    | undefined
  /** Kayako's own page-side settings, such as `hideLauncher` or `forceLocale`. */
  readonly config?: Readonly<Record<string, unknown>> | undefined
}

/** What the loader puts on `window.kayako` once the messenger is up. */
interface KayakoMessenger {
  maximize(): void
  minimize(): void
  show(): void
  hide(): void
  visibility(): 'maximized' | 'minimized' | 'hidden'
  identify(name: string, email: string, signature: string, timestamp?: number): void
  forget(done: () => void): void
  on(event: string, listener: (value: never) => void): void
}

interface KayakoStub {
  readyQueue: (() => void)[]
  newEmbedCode: true
  ready: (listener: () => void) => void
  _settings: Readonly<Record<string, string>>
  config: Readonly<Record<string, unknown>>
}

const events: Readonly<Record<ChatEvent, string>> = {
  open: 'chat_window_maximized',
  close: 'chat_window_minimized',
  unread: 'unread_messages_count_changed',
}

/** Kayako Messenger. Throws unless `subdomain` is a host label. */
export function kayako({
  subdomain,
  hosts = {},
  config = {},
  category = 'functional',
  policyUrl,
  ...rest
}: KayakoOptions): ChatVendor<'kayako'> {
  if (!/^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i.test(subdomain)) {
    throw mistake(
      `"${subdomain}" is no Kayako subdomain`,
      process.env.NODE_ENV !== 'production' && [
        'so the Messenger has no address to load from',
        'Give the "acme" of acme.kayako.com',
      ],
    )
  }
  const {
    api = `https://${subdomain}.kayako.com/api/v1`,
    loader = `https://${subdomain}.kayakocdn.com/messenger`,
    realtime = 'wss://kre.kayako.net/socket',
    assets = 'https://assets.kayako.com',
  } = hosts

  async function mount({ window, script, until }: VendorPage): Promise<ChatDriver> {
    const page = window as typeof window & { kayako?: KayakoStub & Partial<KayakoMessenger> }
    const readyQueue: (() => void)[] = []
    const stub: KayakoStub & Partial<KayakoMessenger> = {
      readyQueue,
      newEmbedCode: true,
      ready: (listener) => readyQueue.push(listener),
      _settings: { apiUrl: api, messengerUrl: loader, realtimeUrl: realtime },
      config,
    }
    page.kayako = stub
    let isReady = false
    stub.ready(() => {
      isReady = true
    })
    // Not the stock snippet: that one waits for the window's load event, which has passed by the time of a late consent.
    await script(loader, { crossorigin: 'anonymous' })
    // The queue and the methods: a callback that comes late is reported never to run.
    await until(() => isReady || 'visibility' in stub)
    const messenger = stub as unknown as KayakoMessenger // the loader has added the methods
    return {
      open: () => messenger.maximize(),
      close: () => messenger.minimize(),
      show: () => messenger.show(),
      hide: () => messenger.hide(),
      visibility: () => ({ maximized: 'open', minimized: 'closed', hidden: 'hidden' } as const)[messenger.visibility()],
      focus: () => window.document.getElementById('kayako-messenger-frame')?.focus(),
      async identify({ name = '', email = '', signature = '', timestamp }) {
        messenger.identify(name, email, signature, timestamp)
      },
      forget: () => new Promise((done) => messenger.forget(done)),
      leave: () => new Promise((done) => messenger.forget(done)),
      on: (event, listener) => messenger.on(events[event], listener),
    }
  }

  return defineChatVendor({
    id: 'kayako',
    name: 'Kayako',
    category,
    ...rest,
    disclosure: {
      operator: 'Kayako (ESW, Trilogy and Aurea group)',
      country: 'US',
      domains: [
        ...[loader, api, assets, realtime].map(domainOf),
        ...(hosts.loader ? [] : ['d2wy8f7a9ursnm.cloudfront.net']),
      ],
      storage: [
        { name: 'kayako:*', kind: 'local', purpose: 'settings', days: 0, confidence: 'verified' },
        { name: 'kayako*', kind: 'local', purpose: 'visitor-id', days: null, confidence: 'inferred' },
        { name: 'kayako*', kind: 'cookie', purpose: 'visitor-id', days: null, confidence: 'claimed' },
      ],
      data: ['messages', 'identity', 'visitor-id', 'page-address', 'referrer', 'browser', 'ip-address'],
      legalBasis: 'consent',
      transfers: [],
      policyUrl: policyUrl ?? null,
      evidence: () => import('./kayako-evidence.ts').then((chunk) => chunk.evidence),
    },
    traces: { globals: ['kayako'], nodes: ['#kayako-messenger'], appears: true },
    capabilities: {
      open: 'native',
      hide: 'native',
      visibility: 'native',
      identify: 'native',
      forget: 'native',
      unread: 'native',
    },
    mount,
  })
}
