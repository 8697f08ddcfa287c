import { createHash } from 'node:crypto'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createConsentStore, memoryStorage, type ConsentStore, type Surface } from '@askfirst/core'
import { createReceipt } from '@askfirst/core/receipt'
import { kayako } from '@askfirst/vendors/kayako'
import { kustomer } from '@askfirst/vendors/kustomer'
import { ConsentBanner, ConsentProvider, GatedChat, Preferences, PreferencesTrigger, type Messages } from './index.ts'
import { loadMessages } from './language/load-messages.ts'
import { runtimeOf } from './runtime-of.ts'
import { trustClicks } from './trusted-clicks.fixture.ts'
import { wordingOf } from './wording.ts'

class FakeResizeObserver {
  observe(): void {}
  disconnect(): void {}
}

let stopTrusting = (): void => undefined

beforeEach(() => {
  stopTrusting = trustClicks()
  vi.stubGlobal('ResizeObserver', FakeResizeObserver)
  // Here nothing has a size, and the dialog would take itself for hidden.
  vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue([{}] as never)
})

afterEach(() => {
  stopTrusting()
  vi.unstubAllGlobals()
})

/** There is no network here: it fails at once, instead of being waited for. */
const fails = { mount: () => Promise.reject(new Error('offline')) }

const vendors = [
  { ...kayako({ subdomain: 'acme' }), ...fails },
  kustomer({ apiKey: 'a.eyJvcmdOYW1lIjoiYSJ9.b', brandId: 'acme' }),
]

interface PageProps {
  readonly store: ConsentStore
  readonly messages?: Partial<Messages>
  readonly banner?: ReactNode
}

async function open({ store, messages = {}, banner = <ConsentBanner /> }: PageProps): Promise<void> {
  render(
    <ConsentProvider store={store} messages={messages}>
      {banner}
      <PreferencesTrigger />
      <Preferences />
      <GatedChat vendor="kayako" fallback="Write to us" />
    </ConsentProvider>,
  )
  // What is fetched after the first screen follows the store by then.
  await act(async () => {
    await import('./follow-consent.ts')
    await new Promise((resolve) => setTimeout(resolve))
  })
}

const newStore = (locale = 'en'): ConsentStore =>
  createConsentStore({ vendors, storage: memoryStorage(), locale, revision: '2' })

/** The wording that a receipt has for the latest decision, once it is kept. */
async function recorded(store: ConsentStore, surface: Surface): Promise<string | undefined> {
  await waitFor(() => expect(localStorage.getItem('askfirst.wording')).not.toBeNull())
  const [wording] = createReceipt(store)?.processing.privacy_notice.wording ?? []
  expect(wording).toMatchObject({ surface, revision: '2', locale: store.getState().locale, algorithm: 'SHA-256' })
  return wording?.hash
}

describe('the wording in a receipt', () => {
  it.each([
    ['Reject all', 'denied'],
    ['Accept all', 'granted'],
  ])('is that of the banner, after %s', async (name, decision) => {
    const store = newStore()
    await open({ store })
    await userEvent.click(await screen.findByRole('button', { name }))
    expect(store.getState().record?.categories.get('functional')?.decision).toBe(decision)
    expect(await recorded(store, 'banner')).toBe((await wordingOf('banner', { vendors: 2 })).hash)
  })

  it('is that of the banner in the words of the site', async () => {
    const store = newStore('de')
    const german = await loadMessages('de')
    await open({ store, messages: german })
    await userEvent.click(await screen.findByRole('button', { name: 'Alle ablehnen' }))
    const { hash } = await wordingOf('banner', { locale: 'de', messages: german, vendors: 2 })
    expect(await recorded(store, 'banner')).toBe(hash)
  })

  it('is that of the banner with what is new', async () => {
    const storage = memoryStorage()
    const before = createConsentStore({ vendors: vendors.slice(0, 1), storage, revision: '2' })
    before.acceptAll()
    const store = createConsentStore({ vendors, storage, revision: '2' })
    await open({ store })
    await userEvent.click(await screen.findByRole('button', { name: 'Accept all' }))
    const { hash } = await wordingOf('banner', { vendors: 2, added: ['Kustomer'] })
    expect(await recorded(store, 'banner')).toBe(hash)
  })

  it('is what a banner of its own parts and words says, and no other', async () => {
    const store = newStore()
    const banner = (
      <ConsentBanner.Root>
        <ConsentBanner.Title>May we?</ConsentBanner.Title>
        <div>
          <em>Nothing</em> {'runs   before.'}
        </div>
        <ConsentBanner.Reject />
        <ConsentBanner.Accept />
      </ConsentBanner.Root>
    )
    await open({ store, banner })
    await userEvent.click(await screen.findByRole('button', { name: 'Reject all' }))
    const byHand =
      '{"locale":"en","surface":"banner","texts":["May we?","Nothing","runs before.","Reject all","Accept all"]}'
    expect(await recorded(store, 'banner')).toBe(createHash('sha256').update(byHand).digest('hex'))
  })

  it('is that of the preferences', async () => {
    const store = newStore()
    const messages = { save: 'Save these choices' }
    await open({ store, messages })
    await userEvent.click(screen.getByRole('button', { name: 'Privacy choices' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Save these choices' }))
    expect(await recorded(store, 'preferences')).toBe((await wordingOf('preferences', { messages })).hash)
  })

  it('is that of the chat', async () => {
    const store = newStore()
    await open({ store })
    await userEvent.click(screen.getByRole('button', { name: 'Start chat' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Allow chat' }))
    expect(await recorded(store, 'gate')).toBe((await wordingOf('gate')).hash)
    // Nothing of the chat may stay on the page for the tests after this one.
    act(() => store.rejectAll())
    const chat = runtimeOf(store, {}).vendor('kayako')
    await waitFor(() => expect(chat.getState().status).toBe('blocked'), { timeout: 4_000 })
  })

  it('is not recorded for what was decided without a surface of ours', async () => {
    const store = newStore()
    await open({ store, banner: null })
    vi.useFakeTimers({ toFake: ['Date'] })
    act(() => store.acceptAll('banner'))
    vi.advanceTimersByTime(1) // What is said in one millisecond counts as said at once.
    act(() => store.withdrawVendor('kustomer'))
    await Promise.resolve()
    expect(localStorage.getItem('askfirst.wording')).toBeNull()
    expect(createReceipt(store)?.processing.privacy_notice.wording).toEqual([
      { event_time: expect.any(String) as string, hash: 'not recorded' },
      { event_time: expect.any(String) as string, hash: 'not recorded' },
    ])
  })
})

describe('wordingOf', () => {
  it('gives the text that the hash was taken of', async () => {
    const { text, hash } = await wordingOf('banner', { messages: { choose: 'Look closer' }, vendors: 3 })
    expect(text).toContain('"Look closer"')
    expect(text).toContain('(3)')
    expect(hash).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
  })

  it('gives another hash for another word, language or number of companies', async () => {
    const hashes = await Promise.all(
      (['banner', 'preferences', 'gate'] as const).flatMap((surface) => [
        wordingOf(surface),
        wordingOf(surface, { locale: 'de' }),
        wordingOf(surface, { messages: { bannerTitle: 'x', chatTitle: 'x', preferencesTitle: 'x' } }),
      ]),
    )
    expect(new Set(hashes.map(({ hash }) => hash)).size).toBe(9)
    expect((await wordingOf('banner', { vendors: 1 })).hash).not.toBe((await wordingOf('banner')).hash)
    expect((await wordingOf('preferences', { vendors: 1 })).hash).toBe((await wordingOf('preferences')).hash)
  })
})
