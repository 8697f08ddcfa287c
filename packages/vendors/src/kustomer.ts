import { mistake, type CategoryId } from '@askfirst/core'
import type { ChatDriver, ChatVendor, VendorPage } from '@askfirst/core/runtime'
import { domainOf } from './address.ts'
import { defineChatVendor } from './define.ts'
import type { KustomerApi, KustomerEvents, KustomerStart } from './kustomer-api.ts'
import { apiOf } from './kustomer-host.ts'
import type { VendorOptions } from './options.ts'

export type {
  KustomerAnswer,
  KustomerApi,
  KustomerConversation,
  KustomerEvents,
  KustomerSession,
  KustomerStart,
  KustomerUnread,
} from './kustomer-api.ts'

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
  /** Kustomer's own `start` options, such as `lang` or `hideChatIcon`. @default {} */
  readonly start?: KustomerStart | undefined
  /**
   * Category of proactive prompts: off unless it is granted, which Kustomer does for a chat without a button of its own,
   * so that ours stays. The strict reading; say `'functional'` if you send none. @default 'marketing'
   */
  readonly prompts?: CategoryId | undefined
}

/** Kustomer Chat (web SDK v2). Throws without an `apiKey`. */
export function kustomer({
  apiKey,
  brandId,
  hosts = {},
  start = {},
  prompts = 'marketing',
  category = 'functional',
  policyUrl = 'https://www.kustomer.com/privacy/statement/',
  ...rest
}: KustomerOptions): ChatVendor<'kustomer', KustomerApi, KustomerEvents> {
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

  async function mount({ script, part, ...page }: VendorPage): Promise<ChatDriver<KustomerApi>> {
    // First: what cannot be driven is not loaded.
    const { drive } = await part(() => import('./kustomer-driver.ts'))
    await script(widget, { 'data-kustomer-api-key': apiKey })
    // With a button of the page's own, Kustomer sends no prompts.
    const isQuiet = !page.features.has('prompts') && { hideChatIcon: true }
    return drive(page, { brandId, ...start, ...isQuiet })
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
    features: { prompts: { category: prompts } },
    traces: { globals: ['Kustomer', 'KustomerCore'], nodes: ['#kustomer-ui-sdk-iframe'] },
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
