import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryStorage, policies } from '@askfirst/core'
import { kayako } from '@askfirst/vendors/kayako'
import { ConsentBanner, ConsentProvider, GatedChat, Preferences, PreferencesTrigger } from '../index.ts'
import { english } from '../locales/english.fixture.ts'
import { loadMessages } from './load-messages.ts'
import { useLocale, type Language } from './use-locale.ts'

class FakeResizeObserver {
  observe(): void {}
  disconnect(): void {}
}

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', FakeResizeObserver)
  // Here nothing has a size, and the dialog would take itself for hidden.
  vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue([{}] as never)
})

afterEach(() => vi.unstubAllGlobals())

const vendors = [kayako({ subdomain: 'acme' })]
const initial = { stored: null, now: Date.now(), signal: '', policy: policies['opt-in'] } as const

const keys = Object.keys(english)
const banner = (): Element | null => document.querySelector('[data-askfirst=banner]')

interface PageProps {
  readonly wanted: string
  readonly served?: Pick<Language, 'locale' | 'messages'>
}

function Page({ wanted, served }: PageProps) {
  const { locale, messages, dir } = useLocale(wanted, served)
  return (
    <ConsentProvider vendors={vendors} storage={memoryStorage()} initial={initial} locale={locale} messages={messages}>
      <main dir={dir} lang={locale}>
        <ConsentBanner />
        <PreferencesTrigger />
        <Preferences />
        <GatedChat vendor="kayako" fallback="Write to us" />
      </main>
    </ConsentProvider>
  )
}

/** No text of ours is empty, or has a key or a `{word}` for a visitor to read. */
function isReadable(): void {
  const elements = [...document.body.querySelectorAll('*')].filter(({ children }) => children.length === 0)
  for (const { textContent } of elements) {
    expect(textContent).not.toMatch(/\{\w+\}|undefined|\[object/)
    expect(keys).not.toContain(textContent)
  }
  for (const button of screen.getAllByRole('button', { hidden: true })) expect(button).not.toHaveTextContent(/^$/)
}

describe('useLocale', () => {
  it('speaks English until the language is here, and then that', async () => {
    render(<Page wanted="de-AT" />)
    expect(screen.getByRole('button', { name: 'Reject all' })).toBeVisible()
    expect(banner()).toHaveAttribute('lang', 'en')
    isReadable()
    expect(await screen.findByRole('button', { name: 'Alle ablehnen' })).toBeVisible()
    await waitFor(() => expect(banner()).toHaveAttribute('lang', 'de'))
    isReadable()
  })

  it('changes the language of what is open: banner, chat panel and preferences', async () => {
    const user = userEvent.setup()
    const { rerender } = render(<Page wanted="de" />)
    await user.click(await screen.findByRole('button', { name: 'Chat starten' }))
    const panel = await screen.findByRole('dialog', { name: 'Chatten Sie mit uns' })
    await user.click(screen.getAllByRole('button', { name: 'Datenschutzeinstellungen' })[0] as HTMLElement)
    const preferences = await screen.findByRole('dialog', { name: 'Datenschutzeinstellungen' })
    expect(await screen.findByRole('button', { name: 'Auswahl speichern' })).toBeVisible()

    rerender(<Page wanted="ar" />)
    await waitFor(() => expect(preferences).toHaveTextContent('حفظ الخيارات'))
    await waitFor(() => expect(preferences).toHaveAttribute('dir', 'rtl'))
    expect(preferences).toHaveAttribute('lang', 'ar')
    expect(panel).toHaveTextContent('تحدّث معنا')
    expect(panel).toHaveAttribute('dir', 'rtl')
    expect(banner()).toHaveTextContent('رفض الكل')
    expect(preferences).not.toHaveTextContent(/Datenschutz|Save/)
    isReadable()

    rerender(<Page wanted="en" />)
    await waitFor(() => expect(preferences).toHaveTextContent('Save choices'))
    await waitFor(() => expect(preferences).toHaveAttribute('dir', 'ltr'))
    expect(panel).toHaveTextContent('Chat with us')
    isReadable()
  })

  it('keeps English where the chunk does not come', async () => {
    const loads = vi.fn<() => void>()
    vi.doMock('../locales/it.ts', () => {
      loads()
      throw new Error('blocked')
    })
    render(<Page wanted="it" />)
    await waitFor(() => expect(loads).toHaveBeenCalled())
    await act(async () => undefined)
    expect(screen.getByRole('button', { name: 'Reject all' })).toBeVisible()
    expect(banner()).toHaveAttribute('lang', 'en')
    isReadable()
  })

  it('says that the second layer is English where only its chunk does not come', async () => {
    vi.doMock('../locales/fr-preferences.ts', () => {
      throw new Error('blocked')
    })
    const user = userEvent.setup()
    render(<Page wanted="fr" />)
    await user.click(await screen.findByRole('button', { name: 'Choix de confidentialité' }))
    const preferences = await screen.findByRole('dialog', { name: 'Privacy choices' })
    expect(preferences).toHaveAttribute('lang', 'en')
    expect(screen.getByRole('button', { name: 'Tout refuser', hidden: true })).toBeInTheDocument()
    isReadable()
  })

  it('agrees with the server in its first render', async () => {
    for (const served of [undefined, { locale: 'de', messages: await loadMessages('de') }] as const) {
      const page = <Page wanted="de" {...(served && { served })} />
      const html = renderToString(page)
      expect(html).toContain(served ? 'Alle ablehnen' : 'Reject all')
      document.body.innerHTML = `<div id="root">${html}</div>`
      const errors: unknown[] = []
      const root = await act(async () =>
        hydrateRoot(document.querySelector('#root') as HTMLElement, page, {
          onRecoverableError: (error) => errors.push(error),
        }),
      )
      expect(await screen.findByRole('button', { name: 'Alle ablehnen' })).toBeVisible()
      expect(errors).toEqual([])
      act(() => root.unmount())
    }
  })
})
