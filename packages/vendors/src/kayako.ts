import { mistake, type CategoryId } from '@askfirst/core'
import type { ChatDriver, ChatVendor, VendorPage } from '@askfirst/core/runtime'
import { domainOf } from './address.ts'
import { defineChatVendor } from './define.ts'
import type { KayakoApi, KayakoConfig, KayakoEvents } from './kayako-api.ts'
import type { VendorOptions } from './options.ts'

export type { KayakoApi, KayakoConfig, KayakoEvents } from './kayako-api.ts'

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
  /** Kayako's own page-side settings, such as `hideLauncher` or `forceLocale`. @default {} */
  readonly config?: KayakoConfig | undefined
  /**
   * Category of the article suggestions, which choose what to show by the page that the visitor reads: off unless it is
   * granted. The strict reading; say `'functional'` to regard them as a part of the chat. @default 'marketing'
   */
  readonly articles?: CategoryId | undefined
}

/** Until the loader adds the methods. */
interface KayakoStub {
  readyQueue: (() => void)[]
  newEmbedCode: true
  ready: (listener: () => void) => void
  _settings: Readonly<Record<string, string>>
  config: KayakoConfig
}

/** Kayako Messenger. Throws unless `subdomain` is a host label. */
export function kayako({
  subdomain,
  hosts = {},
  config = {},
  articles = 'marketing',
  category = 'functional',
  policyUrl,
  ...rest
}: KayakoOptions): ChatVendor<'kayako', KayakoApi, KayakoEvents> {
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

  async function mount({ window, script, until, part, features }: VendorPage): Promise<ChatDriver<KayakoApi>> {
    // First: what cannot be driven is not loaded.
    const { drive } = await part(() => import('./kayako-driver.ts'))
    let isReady = false
    const stub: KayakoStub = {
      readyQueue: [() => (isReady = true)],
      newEmbedCode: true,
      ready: (listener) => stub.readyQueue.push(listener),
      _settings: { apiUrl: api, messengerUrl: loader, realtimeUrl: realtime },
      config: features.has('articles') ? config : withoutArticles(config),
    }
    Object.assign(window, { kayako: stub })
    // Not the stock snippet: that one waits for the window's load event, which has passed by the time of a late consent.
    await script(loader, { crossorigin: 'anonymous' })
    // The queue and the methods: a callback that comes late is reported never to run.
    await until(() => isReady || 'visibility' in stub)
    return drive(window, stub as unknown as KayakoApi, !config.hideLauncher) // the loader has added the methods
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
    features: { articles: { category: articles } },
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

/** Suggestions stay off by the widget's own switch, and by the setting that the loader would take from the help desk. */
const withoutArticles = (config: KayakoConfig): KayakoConfig => ({
  ...config,
  enableSuggestions: false,
  widgets: { ...config.widgets, articles: { ...config.widgets?.articles, enabled: false } },
})
