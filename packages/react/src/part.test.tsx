import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { createConsentStore, memoryStorage } from '@askfirst/core'
import { kayako } from '@askfirst/vendors/kayako'
import { ConsentBanner, ConsentProvider, PreferencesTrigger } from './index.ts'
import { part } from './part.tsx'

const SystemButton = ({ children, ...props }: ComponentProps<'button'>) => (
  <button {...props} className={`system ${props.className ?? ''}`}>
    {children}
  </button>
)

describe('a part', () => {
  it('is our element with our props, unless told otherwise', () => {
    render(part('button', 'reject', 'Reject all', {}, () => undefined))
    const button = screen.getByRole('button', { name: 'Reject all' })
    expect(button).toHaveAttribute('data-askfirst', 'reject')
    expect(button).toHaveAttribute('type', 'button')
  })

  it('is the element that is given, which gets ours and wins where both say something', () => {
    const own = <SystemButton className="big" aria-label="No" title="theirs" />
    render(part('button', 'reject', 'Reject all', { render: own }, () => undefined, { title: 'ours', lang: 'en' }))
    const button = screen.getByRole('button', { name: 'No' })
    expect(button).toHaveClass('system', 'big')
    expect(button).toHaveTextContent('Reject all')
    expect(button).toHaveAttribute('data-askfirst', 'reject')
    expect(button).toHaveAttribute('title', 'theirs')
    expect(button).toHaveAttribute('lang', 'en')
  })

  it.each<[string, (press: () => void) => object]>([
    ['on the part', (onClick) => ({ onClick })],
    ['on the element that is given', (onClick) => ({ render: <SystemButton onClick={onClick} /> })],
  ])('runs a handler %s first, which may keep ours from running', async (_, given) => {
    const order: string[] = []
    let prevents = false
    const theirs = vi.fn<(event?: { preventDefault: () => void }) => void>((event) => {
      order.push('theirs')
      if (prevents) event?.preventDefault()
    })
    render(part('button', 'reject', 'Reject all', given(theirs), () => order.push('ours')))
    await userEvent.click(screen.getByRole('button'))
    expect(order).toEqual(['theirs', 'ours'])
    prevents = true
    await userEvent.click(screen.getByRole('button'))
    expect(order).toEqual(['theirs', 'ours', 'theirs'])
  })

  it('leaves an element without a handler of ours alone', () => {
    expect(renderToString(part('h2', 'banner-title', 'Title', {}))).toBe('<h2 data-askfirst="banner-title">Title</h2>')
  })
})

describe('a banner of a design system', () => {
  it('answers, is labelled, and says the same words, on a server too', async () => {
    const store = createConsentStore({ vendors: [kayako({ subdomain: 'acme' })], storage: memoryStorage() })
    const page = (
      <ConsentProvider store={store} prepaint>
        <ConsentBanner.Root render={<aside />}>
          <ConsentBanner.Title render={<strong />} />
          <ConsentBanner.Reject render={<SystemButton />} />
        </ConsentBanner.Root>
        <PreferencesTrigger render={<SystemButton />}>Choices</PreferencesTrigger>
      </ConsentProvider>
    )
    expect(renderToString(page)).toMatch(
      /^<aside data-askfirst="banner" data-state="first".+<\/strong><button data-askfirst="reject"/,
    )
    vi.stubGlobal('ResizeObserver', function ResizeObserver() {
      return { observe: () => undefined, disconnect: () => undefined }
    })
    render(page)
    expect(screen.getByRole('complementary', { name: 'Your privacy choices' })).toBeVisible()
    expect(screen.getByText('Your privacy choices').tagName).toBe('STRONG')
    expect(screen.getByRole('button', { name: 'Choices' })).toHaveAttribute('aria-haspopup', 'dialog')
    await userEvent.click(screen.getByRole('button', { name: 'Reject all' }))
    expect(store.getState().record?.surface).toBe('banner')
    expect(store.getState().record?.categories.get('functional')?.decision).toBe('denied')
  })
})
