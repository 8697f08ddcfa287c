import { testDisclosure } from '../../test-vendor.fixture.ts'
import type { ChatDriver, ChatVendor, ChatVisibility, LoadableVendor, VendorPage } from '../index.ts'
import type { Life } from './life.fixture.ts'
import type { Character, Id } from './steps.fixture.ts'

/** How a test hears of what the runtime asks of a vendor. */
export interface Ears {
  /** The runtime wants the vendor on the page. */
  readonly mount: (page: VendorPage) => Life
  /** The vendor was asked to leave. Resolves as soon as the walk lets it. */
  readonly goodbye: () => Promise<void>
}

/** An adapter as one would write it for a real vendor, of which a test holds the other end. */
export function standIn(id: Id, { kind, load, goodbye }: Character, ears: Ears): LoadableVendor | ChatVendor {
  async function mount(page: VendorPage): Promise<ChatDriver> {
    const life = ears.mount(page)
    const script = page.script(`https://${id}.acme.test/messenger.js`)
    life.element = [...page.window.document.scripts].findLast(({ src }) => src.includes(`//${id}.`)) ?? null
    await script
    if (id === 'one') await Promise.race([life.live, ended(page.signal)])
    else {
      await page.until(() => {
        if (life.fault) throw life.fault
        return life.isLive
      })
    }
    life.api?.live()
    return driver(life)
  }

  function driver(life: Life): ChatDriver {
    let visibility: ChatVisibility = 'closed'
    const note = (call: string): void => void life.calls.push(call)
    return {
      open() {
        note('open')
        visibility = 'open'
      },
      close() {
        note('close')
        visibility = 'closed'
      },
      show: () => note('show'),
      hide: () => note('hide'),
      focus: () => note('focus'),
      visibility: () => visibility,
      identify: async () => note('identify'),
      forget: async () => note('forget'),
      async leave() {
        note('leave')
        life.api?.stop()
        if (goodbye === 'slow') await ears.goodbye()
      },
      on: (event, listener) => {
        if (event === 'unread') life.tell = listener as (value: number) => void // the event that was just asked for
      },
    }
  }

  const common = {
    id,
    name: id,
    category: id === 'one' ? 'functional' : 'marketing',
    load,
    disclosure: {
      ...testDisclosure,
      domains: [`${id}.acme.test`],
      storage: [
        { name: `${id}.*`, kind: 'local', purpose: 'visitor-id', days: null, confidence: 'verified' },
        { name: `${id}_id`, kind: 'cookie', purpose: 'visitor-id', days: 365, confidence: 'verified' },
      ],
    },
    traces: { globals: [`${id}Api`], nodes: [`#${id}-root`] },
    mount,
  } as const satisfies LoadableVendor
  if (kind === 'plain') return common
  const can = { open: 'native', hide: 'native', visibility: 'native' } as const
  return { ...common, kind, capabilities: { ...can, identify: 'native', forget: 'native', unread: 'native' } }
}

const ended = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('ended')))
  })
