import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createConsentStore, memoryStorage, type ConsentStorage } from '@askfirst/core'
import { kayako } from '@askfirst/vendors/kayako'
import { ConsentBanner, ConsentGate, ConsentProvider, GatedChat, useConsent, useIsGranted } from './index.ts'

class FakeResizeObserver {
  observe(): void {}
  disconnect(): void {}
}

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', FakeResizeObserver)
  // React reports what a test makes it throw.
  vi.spyOn(console, 'error').mockReturnValue()
})

afterEach(() => vi.unstubAllGlobals())

const chat = kayako({ subdomain: 'acme' })

function Granted({ category }: { readonly category: string }): string {
  return useIsGranted(category) ? 'granted' : 'not granted'
}

function Due(): string {
  return useConsent().needsDecision ? 'due' : 'not due'
}

describe('a mistake in the program', () => {
  it('is told when a hook is used outside of the provider', () => {
    expect(() => render(<Due />)).toThrow(
      'Askfirst: used outside <ConsentProvider>, so there is no store to read. Wrap your app in <ConsentProvider>.',
    )
  })

  it('is told when a chat is not registered, with those that are', () => {
    const page = (
      <ConsentProvider vendors={[chat]} storage={memoryStorage()}>
        <GatedChat vendor={'kustomer'} fallback="Write to us" />
      </ConsentProvider>
    )
    expect(() => render(page)).toThrow(/^Askfirst: no vendor "kustomer", so .+ kayako;/)
  })

  it('is told when a gate names a category that the site does not have', () => {
    const page = (
      <ConsentProvider vendors={[chat]} storage={memoryStorage()}>
        <ConsentGate category="maps">map</ConsentGate>
      </ConsentProvider>
    )
    expect(() => render(page)).toThrow(
      /^Askfirst: no category "maps", so .+necessary, functional, analytics, marketing/,
    )
  })

  it('is told when a vendor is registered twice', () => {
    expect(() => render(<ConsentProvider vendors={[chat, chat]} />)).toThrow(/"kayako" is registered twice, so .+\. /)
  })
})

describe('everything else that goes wrong', () => {
  const broken: ConsentStorage = {
    read: () => {
      throw new DOMException('denied', 'SecurityError')
    },
    write: () => {
      throw new DOMException('denied', 'SecurityError')
    },
  }

  it.each([
    ['an unreadable cookie', memoryStorage('v=1&id=%E0%A4%A&__proto__=1')],
    ['a very long one', memoryStorage('a'.repeat(4_000))],
    ['storage whose getters throw', broken],
  ])('%s grants nothing, and the page asks', async (_, storage) => {
    render(
      <ConsentProvider vendors={[chat]} storage={storage}>
        <ConsentBanner />
        <Granted category="functional" />
      </ConsentProvider>,
    )
    expect(await screen.findByRole('region', { name: 'Your privacy choices' })).toBeVisible()
    expect(screen.getByText('not granted')).toBeVisible()
  })

  it('a refusal holds for the page where nothing can be stored', async () => {
    render(
      <ConsentProvider vendors={[chat]} storage={broken}>
        <ConsentBanner />
        <Due />
      </ConsentProvider>,
    )
    await userEvent.click(await screen.findByRole('button', { name: 'Reject all' }))
    expect(screen.getByText('not due')).toBeVisible()
    expect(screen.queryByRole('region')).toBeNull()
  })

  it('reads the category by its other name', () => {
    const store = createConsentStore({ vendors: [chat], storage: memoryStorage('accept-all') })
    store.connect()
    render(
      <ConsentProvider store={store}>
        <Granted category="preferences" />
      </ConsentProvider>,
    )
    expect(screen.getByText('granted')).toBeVisible()
  })
})
