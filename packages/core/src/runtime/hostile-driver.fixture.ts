import type { StoredItem } from '../disclosure.ts'
import { testVendor } from '../test-vendor.fixture.ts'
import { enterPage, type Stay } from './enter-page.ts'
import type { Mounted } from './mount.ts'
import type { RemovalReport } from './removal-report.ts'

// Runs in the page, bundled with the runtime's own code: what a test in Chromium asks of it.

export interface HostileDriver {
  readonly enter: (vendor: string, storage: readonly StoredItem[]) => Promise<void>
  readonly leave: (vendor: string) => Promise<RemovalReport>
  /** Members of the page that are not what they were before the first vendor. */
  readonly changed: () => readonly string[]
}

interface Life {
  readonly stay: Stay
  readonly end: AbortController
  readonly mounted: Mounted
}

const lives = new Map<string, Life>()

const prototypes =
  'Node Element HTMLElement Document DocumentFragment CharacterData Range Storage EventTarget XMLHttpRequest IDBFactory CacheStorage CookieStore ServiceWorkerContainer History Navigator'.split(
    ' ',
  )

function members(): ReadonlyMap<string, readonly unknown[]> {
  const objects: readonly (readonly [string, object])[] = [
    ['window', window],
    ['console', console],
    ['history', history],
    ...prototypes.map((name) => [name, (Reflect.get(window, name) as typeof Node).prototype] as const),
  ]
  return new Map(
    objects.flatMap(([label, object]) =>
      Object.getOwnPropertyNames(object)
        .filter((name) => !/^(?:askfirst|\d+$)/.test(name))
        .map((name) => {
          const own: Record<string, unknown> = { ...Object.getOwnPropertyDescriptor(object, name) }
          const handler: unknown = object === window && name.startsWith('on') && Reflect.get(window, name)
          return [`${label}.${name}`, [own['value'], own['get'], own['set'], handler]] as const
        }),
    ),
  )
}

const before = members()

const driver: HostileDriver = {
  async enter(vendor, storage) {
    const end = new AbortController()
    const base = testVendor(vendor)
    const stay = enterPage(
      {
        ...base,
        disclosure: { ...base.disclosure, domains: [`chat.${vendor}.test`, `*.${vendor}.live`], storage },
        traces: { globals: [`${vendor}Chat`], nodes: [`#${vendor}-chat`] },
        async mount({ script }) {
          await script(`https://chat.${vendor}.test/messenger.js`)
          return { leave: () => Reflect.get(window, `${vendor}Chat`)?.goodbye?.() }
        },
      },
      { signal: end.signal, timeout: 5_000, nonce: undefined },
    )
    lives.set(vendor, { stay, end, mounted: await stay.mount() })
  },
  async leave(vendor) {
    const { stay, end, mounted } = lives.get(vendor) as Life // the test entered before
    end.abort()
    return stay.leave(mounted)
  },
  changed() {
    const after = members()
    return [...new Set([...before.keys(), ...after.keys()])].filter((name) => {
      const [was, is] = [before.get(name), after.get(name)]
      return !was || !is || was.some((value, index) => !Object.is(value, is[index]))
    })
  },
}

Object.defineProperty(window, Symbol.for('hostile'), { value: driver })
