import { runInThisContext } from 'node:vm'
import { act, screen } from '@testing-library/react'
import { hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseRecord, policies, type InitialConsent } from '@askfirst/core'
import { kayako } from '@askfirst/vendors/kayako'
import { kustomer } from '@askfirst/vendors/kustomer'
import { ConsentBanner, ConsentProvider } from '../index.ts'
import { prepaintScript, PrepaintScript } from './index.ts'

const site = {
  vendors: [kayako({ subdomain: 'acme' }), kustomer({ apiKey: 'key', brandId: 'brand' })],
  policy: policies.eea,
}

const askedAgain: InitialConsent = { stored: null, now: Date.now(), signal: '', policy: policies.eea }

interface PageProps {
  readonly initial?: InitialConsent | undefined
  readonly onDecisionChange?: (() => void) | undefined
}

function Page({ initial, onDecisionChange }: PageProps) {
  return (
    <>
      <PrepaintScript nonce="r4nd0m" {...site} initial={initial} />
      <ConsentProvider {...site} prepaint initial={initial} onDecisionChange={onDecisionChange}>
        <ConsentBanner />
        <main />
      </ConsentProvider>
    </>
  )
}

let root: Root | undefined
let complaints: unknown[] = []
let rules: string[] = []

class Sheet {
  readonly insertRule = (rule: string): unknown => rules.push(rule)
}

/** What a browser shows of the server's HTML before React arrives. */
function showHtml(props: PageProps): void {
  document.body.innerHTML = `<div id="root">${renderToString(<Page {...props} />)}</div>`
  const script = document.querySelector('script')
  // As browsers do when the element is connected: nobody can read the nonce from the page.
  script?.setAttribute('nonce', '')
  runInThisContext(script?.textContent ?? '')
}

async function hydrate(props: PageProps): Promise<void> {
  await act(async () => {
    root = hydrateRoot(document.querySelector('#root') as HTMLElement, <Page {...props} />, {
      onRecoverableError: (error) => complaints.push(error),
    })
  })
  expect(complaints, 'React finds nothing changed').toEqual([])
}

const banner = (): HTMLElement | null => document.querySelector('[data-askfirst=banner]')
const isHidden = (): boolean => rules.some((rule) => banner()?.matches(rule.replace('{display:none!important}', '')))
const cookie = (): string => document.cookie.replace('askfirst=', '')

beforeEach(() => {
  complaints = []
  rules = []
  Object.defineProperty(document, 'adoptedStyleSheets', { configurable: true, value: [] })
  vi.spyOn(globalThis, 'addEventListener')
  vi.stubGlobal('CSSStyleSheet', Sheet)
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  )
  vi.spyOn(console, 'error').mockImplementation((...said) => complaints.push(said))
})

afterEach(() => {
  for (const [type, listener] of vi.mocked(addEventListener).mock.calls) removeEventListener(type, listener, true)
  act(() => root?.unmount())
  document.body.innerHTML = ''
  Reflect.deleteProperty(document, 'adoptedStyleSheets')
})

it('is a script element that holds the text, with the nonce', () => {
  const html = renderToString(<PrepaintScript nonce="r4nd0m" {...site} />)
  expect(html).toBe(`<script nonce="r4nd0m">${prepaintScript(site)}</script>`)
})

describe.each([
  ['a page that is built once', undefined],
  ['a page that was rendered for the visitor', askedAgain],
])('on %s', (_, initial) => {
  it.each([
    ['Accept all', 'granted'],
    ['Reject all', 'denied'],
  ])('"%s" is answered before React arrives, and is one decision', async (name, decision) => {
    const onDecisionChange = vi.fn<() => void>()
    showHtml({ initial })
    expect(isHidden()).toBe(false)
    screen.getByRole('button', { name }).click()
    const stored = cookie()
    expect(parseRecord(stored)?.categories.get('functional')?.decision).toBe(decision)
    expect(isHidden()).toBe(true)

    await hydrate({ initial, onDecisionChange })
    expect(banner()).toBeNull()
    expect(cookie()).toBe(stored)
    expect(onDecisionChange).toHaveBeenCalledOnce()
  })

  it('React answers once it has read what is stored', async () => {
    showHtml({ initial })
    await hydrate({ initial })
    expect(isHidden()).toBe(false)
    act(() => screen.getByRole('button', { name: 'Reject all' }).click())
    expect(parseRecord(cookie())?.categories.get('functional')?.decision).toBe('denied')
    expect(banner()).toBeNull()
  })

  it('a visitor who has decided since never sees the banner', async () => {
    document.cookie = 'askfirst=reject-all;path=/'
    showHtml({ initial })
    expect(isHidden()).toBe(true)
    await hydrate({ initial })
    expect(banner()).toBeNull()
  })

  it('a visitor who is asked again sees it when React has read why', async () => {
    document.cookie = 'askfirst=unreadable;path=/'
    showHtml({ initial })
    expect(isHidden()).toBe(true)
    await hydrate({ initial })
    expect(banner()).toBeVisible()
    expect(isHidden()).toBe(false)
  })
})

it('is not on a page without the banner', async () => {
  document.cookie = 'askfirst=reject-all;path=/'
  const initial = { ...askedAgain, stored: 'reject-all' }
  showHtml({ initial })
  expect(document.querySelector('script')).toBeNull()
  expect(banner()).toBeNull()
  await hydrate({ initial })
})
