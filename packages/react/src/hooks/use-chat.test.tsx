import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, useEffect, type ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest'
import { createConsentStore, memoryStorage, type ConsentStore } from '@askfirst/core'
import type { ChatDriver, ChatVendor } from '@askfirst/core/runtime'
import { kayako, type KayakoApi } from '@askfirst/vendors/kayako'
import type { KustomerApi } from '@askfirst/vendors/kustomer'
import { ConsentProvider, GatedChat, useChat, type ChatSession } from '../index.ts'
import type { ChatApi } from '../register.ts'
import { runtimeOf } from '../runtime-of.ts'

interface Load {
  readonly signal: AbortSignal
  readonly calls: string[]
  readonly succeed: () => void
  readonly tell: (event: string, ...values: unknown[]) => void
}

let loads: Load[] = []

/** Kayako, without the network: the test says when it is ready. */
function testKayako(more: Partial<ChatDriver> = {}): ChatVendor<'kayako'> {
  const vendor: ChatVendor<'kayako'> = kayako({ subdomain: 'acme', load: 'now' })
  return {
    ...vendor,
    // Nothing of it comes onto the page.
    traces: { ...vendor.traces, appears: false },
    mount: ({ signal }) =>
      new Promise((resolve) => {
        const calls: string[] = []
        const listeners: [string, (...values: never) => void][] = []
        const note = (call: string) => () => void calls.push(call)
        let visibility: 'open' | 'closed' = 'closed'
        const driver: ChatDriver = {
          open: () => {
            calls.push('open')
            visibility = 'open'
          },
          close: note('close'),
          show: note('show'),
          hide: note('hide'),
          focus: note('focus'),
          visibility: () => visibility,
          identify: async ({ email = '' }) => void calls.push(`identify ${email}`),
          forget: async () => void calls.push('forget'),
          leave: note('leave'),
          on: (event, listener) => void listeners.push([event, listener]),
          api: { level: 3 },
          ...more,
        }
        loads.push({
          signal,
          calls,
          succeed: () => resolve(driver),
          tell(event, ...values) {
            if (event === 'close') visibility = 'closed'
            for (const [name, listener] of listeners) if (name === event) listener(...(values as never))
          },
        })
      }),
  }
}

const alive = (): Load[] => loads.filter(({ signal }) => !signal.aborted)

const newStore = (vendor = testKayako()): ConsentStore =>
  createConsentStore({ vendors: [vendor], storage: memoryStorage() })

/** Lets chunks arrive and timers pass. */
async function pass(milliseconds = 20): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
  })
}

/** Waits for the vendor's first load, or a later one: chunks come when they come. */
async function load(place = 0): Promise<Load> {
  return await waitFor(() => loads[place] ?? Promise.reject(new Error('The vendor was not loaded.')), {
    timeout: 5_000,
  })
}

async function succeed(place = 0): Promise<void> {
  const { succeed: goLive } = await load(place)
  goLive()
  await pass()
}

/** As long as a removal takes. */
const removal = 700

function Page({ store, children }: { readonly store: ConsentStore; readonly children?: ReactNode }): ReactNode {
  return (
    <StrictMode>
      <ConsentProvider store={store}>{children}</ConsentProvider>
    </StrictMode>
  )
}

const chat = <GatedChat vendor="kayako" fallback="Write to us" />

beforeEach(async () => {
  loads = []
  vi.stubGlobal('requestIdleCallback', (begin: () => void) => setTimeout(begin))
  // As on a page that has loaded anything before.
  await Promise.all([import('../follow-consent.ts'), import('../chat/panel.tsx')])
})

afterEach(() => vi.unstubAllGlobals())

describe('a chat on a page under StrictMode', () => {
  it('is loaded once, however often its components are mounted', async () => {
    const store = newStore()
    const { rerender } = render(<Page store={store}>{chat}</Page>)
    act(() => store.grantVendor('kayako'))
    await pass()
    rerender(<Page store={store} />)
    rerender(
      <Page store={store}>
        <p>Somewhere else</p>
        {chat}
      </Page>,
    )
    await succeed()
    expect(loads).toHaveLength(1)
    expect(loads[0]?.calls).not.toContain('hide')
  })

  it('whose component is gone is hidden, and shown again by the next one', async () => {
    const store = newStore()
    const { rerender } = render(<Page store={store}>{chat}</Page>)
    act(() => store.grantVendor('kayako'))
    await succeed()
    rerender(<Page store={store} />)
    await pass()
    expect(loads[0]?.calls.at(-1)).toBe('hide')
    rerender(<Page store={store}>{chat}</Page>)
    await pass()
    expect(loads[0]?.calls.at(-1)).toBe('show')
    expect(loads).toHaveLength(1)
  })

  it.each(['at once', 'while it loads', 'when it is ready'])(
    'that is unmounted with everything else %s can still be withdrawn',
    async (moment) => {
      const store = newStore()
      const { unmount } = render(<Page store={store}>{chat}</Page>)
      act(() => store.grantVendor('kayako'))
      if (moment === 'while it loads') await load()
      if (moment === 'when it is ready') await succeed()
      unmount()
      await pass()
      expect(alive()).toHaveLength(moment === 'at once' ? 0 : 1)
      store.withdrawVendor('kayako')
      await pass(removal)
      expect(alive()).toHaveLength(0)
      if (moment === 'when it is ready') expect(loads[0]?.calls.at(-1)).toBe('leave')
    },
  )

  it('mounted again by a new tree with the same store goes on as it was', async () => {
    const store = newStore()
    const first = render(<Page store={store}>{chat}</Page>)
    act(() => store.grantVendor('kayako'))
    await succeed()
    first.unmount()
    await pass()
    render(<Page store={store}>{chat}</Page>)
    await pass()
    expect(loads).toHaveLength(1)
    expect(loads[0]?.calls.at(-1)).toBe('show')
  })
})

describe('hot reloading of the site’s own modules', () => {
  it('that replaces the store takes over the vendor: one load, and removable', async () => {
    const storage = memoryStorage('accept-all')
    const old = createConsentStore({ vendors: [testKayako()], storage })
    const { unmount } = render(<Page store={old}>{chat}</Page>)
    await succeed()
    unmount()
    const fresh = createConsentStore({ vendors: [testKayako()], storage })
    render(<Page store={fresh}>{chat}</Page>)
    await load(1)
    expect(loads).toHaveLength(2)
    expect(loads[0]?.calls.at(-1)).toBe('leave')
    expect(alive()).toHaveLength(1)
    await succeed(1)
    act(() => fresh.rejectAll())
    await pass(removal)
    expect(alive()).toHaveLength(0)
  })
})

describe('useChat', () => {
  function Visitor({ onSession }: { readonly onSession: (session: ChatSession) => void }): ReactNode {
    const session = useChat('kayako' as never) as ChatSession
    const { identify, forget, on } = session
    useEffect(() => {
      identify(() => Promise.resolve({ email: 'ann@acme.test' }))
      return forget
    }, [identify, forget])
    useEffect(() => on('unread', () => onSession(session)), [on, onSession, session])
    return <output>{`${session.status} ${session.visibility} ${session.unread}`}</output>
  }

  it('tells how the chat stands, drives it, and ends the identity with the component', async () => {
    const store = newStore()
    const sessions: ChatSession[] = []
    const visitor = <Visitor onSession={(session) => sessions.push(session)} />
    const { rerender } = render(<ConsentProvider store={store}>{visitor}</ConsentProvider>)
    expect(screen.getByRole('status')).toHaveTextContent('blocked closed 0')
    rerender(
      <ConsentProvider store={store}>
        {chat}
        {visitor}
      </ConsentProvider>,
    )
    act(() => store.grantVendor('kayako'))
    await succeed()
    act(() => loads[0]?.tell('unread', 2))
    expect(screen.getAllByRole('status').at(-1)).toHaveTextContent('ready closed 2')
    expect(sessions[0]?.capabilities).toMatchObject({ identify: 'native' })
    await expect(sessions[0]?.native((api) => api)).resolves.toEqual({ level: 3 })
    rerender(<ConsentProvider store={store}>{chat}</ConsentProvider>)
    await pass()
    expect(loads[0]?.calls).toEqual(['identify ann@acme.test', 'forget'])
  })

  it('knows the API and the events of a registered vendor', () => {
    // The demo registers one of the two.
    expectTypeOf<ChatApi<'kayako'>>().toEqualTypeOf<KayakoApi>()
    expectTypeOf<ChatApi<'kustomer'>>().toEqualTypeOf<KustomerApi>()
    const drive = ({ native, on }: ReturnType<typeof useChat<'kayako'>>): void => {
      expectTypeOf(native((api) => api.visibility())).resolves.toEqualTypeOf<
        'minimized' | 'maximized' | 'hidden' | undefined
      >()
      on('unread', (count) => expectTypeOf(count).toEqualTypeOf<number>())
      on('unread_messages_count_changed', (count) => expectTypeOf(count).toEqualTypeOf<number>())
      // @ts-expect-error there is no such event
      on('onLogin', () => undefined)
    }
    expect(drive).toBeTypeOf('function')
  })
})

describe('a vendor that shows no button of its own', () => {
  it('keeps ours while its window is closed, and gives the focus back to it', async () => {
    const user = userEvent.setup()
    const store = newStore(testKayako({ hasLauncher: false }))
    render(<ConsentProvider store={store}>{chat}</ConsentProvider>)
    act(() => store.grantVendor('kayako'))
    await succeed()
    await user.click(screen.getByRole('button', { name: 'Start chat' }))
    expect(loads[0]?.calls).toEqual(['open', 'focus'])
    expect(screen.queryByRole('button', { name: 'Start chat' })).toBeNull()
    act(() => loads[0]?.tell('close'))
    expect(screen.getByRole('button', { name: 'Start chat' })).toHaveFocus()
  })

  it('is the only one that does: where there is a button of the vendor, ours is gone', async () => {
    const store = newStore()
    render(<ConsentProvider store={store}>{chat}</ConsentProvider>)
    act(() => store.grantVendor('kayako'))
    await succeed()
    expect(screen.queryByRole('button', { name: 'Start chat' })).toBeNull()
  })
})

describe('hot reloading of our own modules', () => {
  it('keeps the runtime of a store, so that nothing loads twice', async () => {
    const store = newStore()
    const runtime = runtimeOf(store, {})
    vi.resetModules()
    const fresh = await import('../runtime-of.ts')
    expect(fresh.runtimeOf).not.toBe(runtimeOf)
    expect(fresh.runtimeOf(store, {})).toBe(runtime)
  })
})
