import { render, screen, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createConsentStore, memoryStorage, type ConsentStore } from '@askfirst/core'
import '@askfirst/core/runtime'
import { googleMaps } from '@askfirst/vendors/google-maps'
import { youtube } from '@askfirst/vendors/youtube'
import { ConsentProvider, GatedFrame, type GatedFrameProps } from '../index.ts'
import { wordingOf } from '../wording.ts'

const film = 'https://www.youtube-nocookie.com/embed/leaf'

const makeStore = (): ConsentStore =>
  createConsentStore({ vendors: [youtube({ load: 'now' }), googleMaps()], storage: memoryStorage() })

function Page({ store, ...props }: { readonly store: ConsentStore } & Partial<GatedFrameProps>) {
  return (
    <ConsentProvider store={store}>
      <GatedFrame vendor="youtube" src={film} title="A leaf opens" fallback="elsewhere" {...props} />
    </ConsentProvider>
  )
}

class NoObserver {
  observe(): void {}
  disconnect(): void {}
}

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', NoObserver)
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

describe('GatedFrame', () => {
  it('is in the HTML of a server as a placeholder of its size, without address and inline style', () => {
    const store = makeStore()
    const html = renderToString(<Page store={store} aspectRatio="4 / 3" />)
    expect(html).toContain('viewBox="0 0 4 3"')
    expect(html).toContain('Show “A leaf opens”')
    expect(html).toContain('elsewhere')
    expect(html).not.toMatch(/youtube-nocookie|<iframe|style=/)
    // Also where the vendor is allowed: it loads in the browser.
    store.grantVendor('youtube')
    expect(renderToString(<Page store={store} />)).not.toMatch(/youtube-nocookie|<iframe/)
  })

  it.each([
    [{ aspectRatio: 1.5 }, ['0 0 1.5 1', '100%', null]],
    [{ height: 450 }, [null, '100%', '450']],
    [{ width: 560, height: 315 }, [null, '560', '315']],
    [{ width: 560 }, ['0 0 16 9', '560', null]],
  ] as const)('takes the room that %j asks for', (size, expected) => {
    const { container } = render(<Page store={makeStore()} {...size} />)
    const space = container.querySelector('svg')
    expect(['viewBox', 'width', 'height'].map((name) => space?.getAttribute(name) ?? null)).toEqual(expected)
  })

  it('sets the address with the permission, once under StrictMode, and takes it away with it', async () => {
    const store = makeStore()
    render(
      <StrictMode>
        <Page store={store} />
      </StrictMode>,
    )
    expect(document.querySelector('iframe')).toBeNull()
    store.grantVendor('youtube')
    await waitFor(() => expect(screen.getByTitle('A leaf opens')).toHaveAttribute('src', film))
    store.withdrawVendor('youtube')
    await waitFor(() => expect(document.querySelector('iframe')).toBeNull())
  })

  it('is not shown for a permission of another vendor', async () => {
    const store = makeStore()
    render(<Page store={store} />)
    store.grantVendor('google-maps')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(document.querySelector('iframe')).toBeNull()
  })

  const foreign = 'https://www.youtube.com.evil.example/embed/leaf'

  it.each([foreign, 'https://www.google.com/maps/embed', 'javascript:alert(1)', 'data:text/html,x'])(
    'says in development that %s is no page of the vendor',
    (src) => {
      expect(() => render(<Page store={makeStore()} src={src} />)).toThrow(
        /^Askfirst: ".+" is no page of YouTube, so what visitors allow there would be given to somebody else\. Use an/,
      )
    },
  )

  it('leaves the other way, and never the frame, where that happens in production', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    const store = makeStore()
    store.grantVendor('youtube')
    render(<Page store={store} src={foreign} />)
    expect(await screen.findByText('elsewhere')).toBeVisible()
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
    expect(document.querySelector('iframe')).toBeNull()
  })

  it('is part of the wording that a receipt of a gate has', async () => {
    const { hash, text } = await wordingOf('gate')
    expect(text).toContain('Allow {name}')
    expect((await wordingOf('gate', { messages: { frameAllow: 'Show {name}' } })).hash).not.toBe(hash)
  })
})
