import { act, screen } from '@testing-library/react'
import { hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createConsentStore, memoryStorage, policies, type ConsentStorage, type InitialConsent } from '@askfirst/core'
import { kayako } from '@askfirst/vendors/kayako'
import { ConsentBanner, ConsentGate, ConsentProvider, GatedChat, Preferences, PreferencesTrigger } from './index.ts'
import type { ConsentProviderProps } from './provider.tsx'

class FakeResizeObserver {
  observe(): void {}
  disconnect(): void {}
}

const vendors = [kayako({ subdomain: 'acme' })]
const categories = ['analytics']

/** What a visitor has stored who took this decision. */
function storedBy(decide: (store: ReturnType<typeof createConsentStore>) => void): string {
  const storage = memoryStorage()
  decide(createConsentStore({ vendors, categories, storage }))
  return storage.read() ?? ''
}

const accepted = storedBy((store) => store.acceptAll())
const refused = storedBy((store) => store.rejectAll())

const seenByServer = (stored: string | null): InitialConsent => ({
  stored,
  now: Date.now(),
  signal: '',
  policy: policies['opt-in'],
})

let root: Root | undefined
let errors: unknown[] = []

function Page(props: ConsentProviderProps) {
  return (
    <ConsentProvider vendors={vendors} categories={categories} {...props}>
      <ConsentBanner />
      <main>
        <ConsentGate category="analytics" fallback={<p>Statistics are off</p>}>
          <p>Statistics are on</p>
        </ConsentGate>
      </main>
      <GatedChat vendor="kayako" fallback={<a href="mailto:help@acme.example">Write to us</a>} />
      <PreferencesTrigger />
      <Preferences />
    </ConsentProvider>
  )
}

/** Renders on a server, which has no storage, and takes over in a browser that has this one. */
async function load(props: ConsentProviderProps, storage: ConsentStorage): Promise<string> {
  const html = renderToString(<Page {...props} storage={memoryStorage()} />)
  document.body.innerHTML = `<div id="root">${html}</div>`
  await act(async () => {
    root = hydrateRoot(document.querySelector('#root') as HTMLElement, <Page {...props} storage={storage} />, {
      onRecoverableError: (error) => errors.push(error),
    })
  })
  expect(errors, 'React has nothing to say about hydration').toEqual([])
  return html
}

beforeEach(() => {
  errors = []
  vi.stubGlobal('ResizeObserver', FakeResizeObserver)
  // No vendor loads: it would go on watching the page, which other tests share.
  vi.stubGlobal('requestIdleCallback', () => 0)
  vi.spyOn(console, 'error').mockImplementation((...said) => errors.push(said))
})

afterEach(() => {
  act(() => root?.unmount())
  document.body.innerHTML = ''
})

const banner = (): HTMLElement | null => screen.queryByRole('region', { name: 'Your privacy choices' })

describe('a page that is rendered for each request', () => {
  it('has the banner in its first HTML when a decision is due, where it was put', async () => {
    const html = await load({ initial: seenByServer(null) }, memoryStorage())
    expect(html).toContain('data-askfirst="banner" data-state="first"')
    expect(html.indexOf('data-askfirst="banner"')).toBeLessThan(html.indexOf('<main'))
    expect(banner()?.parentElement?.id).toBe('root')
    expect(banner()).not.toHaveAttribute('data-state')
  })

  it.each([
    ['accepted', accepted, 'Statistics are on'],
    ['refused', refused, 'Statistics are off'],
  ])('has no banner for a visitor who has %s, and what they said already holds', async (_, stored, statistics) => {
    const html = await load({ initial: seenByServer(stored) }, memoryStorage(stored))
    expect(html).not.toContain('data-askfirst="banner"')
    expect(html).toContain(statistics)
    expect(banner()).toBeNull()
    expect(screen.getByText(statistics)).toBeVisible()
  })

  it('follows the browser where it knows better than the server', async () => {
    const html = await load({ initial: seenByServer(accepted) }, memoryStorage(refused))
    expect(html).toContain('Statistics are on')
    expect(screen.getByText('Statistics are off')).toBeVisible()
  })

  it('honours a privacy signal that only the server has seen', async () => {
    await load({ initial: { ...seenByServer(accepted), signal: 'gpc' } }, memoryStorage(accepted))
    expect(screen.getByText('Statistics are off')).toBeVisible()
    expect(screen.getByRole('button', { name: /privacy signal honoured/ })).toBeVisible()
  })

  it('takes the policy of the visitor’s region from the server', async () => {
    const { california } = policies
    const html = await load({ initial: { ...seenByServer(null), policy: california } }, memoryStorage())
    expect(html).toContain('Statistics are on')
    expect(screen.getByText('Statistics are on')).toBeVisible()
  })
})

describe('a page that is built once', () => {
  it('has the banner in its HTML, for the script in its head to hide', async () => {
    const html = await load({ prepaint: true }, memoryStorage())
    expect(html).toContain('data-askfirst="banner" data-state="first"')
    expect(html).toContain('Statistics are off')
    expect(banner()).toBeVisible()
    expect(banner()).not.toHaveAttribute('data-state')
  })

  it.each([
    ['accepted', accepted],
    ['refused', refused],
  ])('takes it away for a visitor who has %s', async (_, stored) => {
    await load({ prepaint: true }, memoryStorage(stored))
    expect(banner()).toBeNull()
  })

  it('takes over what was decided before React came', async () => {
    const storage = memoryStorage()
    const html = renderToString(<Page prepaint storage={memoryStorage()} />)
    expect(html).toContain('data-state="first"')
    storage.write(refused)
    const onDecisionChange = vi.fn<() => void>()
    await load({ prepaint: true, onDecisionChange }, storage)
    expect(banner()).toBeNull()
    expect(storage.read(), 'nothing is decided a second time').toBe(refused)
    expect(onDecisionChange).toHaveBeenCalledOnce()
  })

  it('leaves the banner to the script while the page is only prerendered', async () => {
    Object.assign(document, { prerendering: true })
    await load({ prepaint: true, gates: { kayako: 'on-request' } }, memoryStorage(refused))
    expect(banner()).toHaveAttribute('data-state', 'first')
    expect(screen.getByText('Statistics are off')).toBeVisible()
    Reflect.deleteProperty(document, 'prerendering')
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    expect(banner()).toBeNull()
  })

  it('tells the site of no decision that is older than the page', async () => {
    vi.spyOn(performance, 'timeOrigin', 'get').mockReturnValue(Date.now() + 1)
    const onDecisionChange = vi.fn<() => void>()
    await load({ prepaint: true, onDecisionChange }, memoryStorage(refused))
    expect(onDecisionChange).not.toHaveBeenCalled()
  })
})

describe('a page that is rendered in the browser alone', () => {
  it('has no banner in a first render, and puts it first in the document', async () => {
    const html = await load({}, memoryStorage())
    expect(html).not.toContain('data-askfirst="banner"')
    expect(document.body.firstElementChild).toContainElement(banner())
  })
})
