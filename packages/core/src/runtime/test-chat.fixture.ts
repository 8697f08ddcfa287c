import { testVendor } from '../test-vendor.fixture.ts'
import type { ChatDriver, ChatVendor, ChatVisibility } from './chat.ts'
import type { VendorPage } from './mount.ts'

/** One load of a test chat: what it was told, and how the test answers. */
export interface TestLoad {
  readonly page: VendorPage
  /** What the driver was asked for, in order. */
  readonly calls: string[]
  /** Lets the vendor's API go live. */
  readonly succeed: () => void
  readonly fail: (reason?: unknown) => void
  /** Lets the vendor tell something. */
  readonly tell: (event: string, ...values: readonly unknown[]) => void
}

export interface TestChat extends ChatVendor {
  readonly loads: TestLoad[]
}

/** A chat whose `mount` the test controls. `driver` replaces parts of what a load answers with. */
export function testChat(
  id = 'chat',
  { driver = {}, ...more }: Partial<Omit<ChatVendor, 'mount'>> & { readonly driver?: Partial<ChatDriver> } = {},
): TestChat {
  const loads: TestLoad[] = []

  function mount(page: VendorPage): Promise<ChatDriver> {
    const calls: string[] = []
    const listeners: [string, (...values: never) => void][] = []
    let visibility: ChatVisibility = 'closed'
    const live: ChatDriver = {
      open() {
        calls.push('open')
        visibility = 'open'
      },
      close() {
        calls.push('close')
        visibility = 'closed'
      },
      show: () => void calls.push('show'),
      hide: () => void calls.push('hide'),
      focus: () => void calls.push('focus'),
      visibility: () => visibility,
      async identify(identity) {
        calls.push(`identify ${identity.email ?? 'nobody'}`)
      },
      async forget() {
        calls.push('forget')
      },
      leave: () => void calls.push('leave'),
      on: (event, listener) => void listeners.push([event, listener]),
      ...driver,
    }
    return new Promise((resolve, reject) => {
      loads.push({
        page,
        calls,
        succeed: () => resolve(live),
        fail: reject,
        tell(event, ...values) {
          for (const [name, listener] of listeners) if (name === event) listener(...(values as never))
        },
      })
    })
  }

  return {
    ...testVendor(id),
    traces: { globals: [], nodes: [] },
    capabilities: {
      open: 'native',
      hide: 'native',
      visibility: 'native',
      identify: 'native',
      forget: 'native',
      unread: 'native',
    },
    ...more,
    kind: 'chat',
    loads,
    mount,
  }
}
