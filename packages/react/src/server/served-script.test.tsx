import { act, render } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, it, vi } from 'vitest'
import { ServedScript } from './served-script.tsx'

const script = <ServedScript nonce="r4nd0m" dangerouslySetInnerHTML={{ __html: 'first()' }} />

afterEach(() => {
  document.body.innerHTML = ''
})

it('stays as the server wrote it when React takes over', async () => {
  const said = vi.spyOn(console, 'error')
  document.body.innerHTML = `<div>${renderToString(script)}</div>`
  const served = document.querySelector('script')
  expect(served?.outerHTML).toBe('<script nonce="r4nd0m">first()</script>')
  served?.setAttribute('nonce', '') // as browsers do
  const root = await act(async () => hydrateRoot(document.querySelector('div') as HTMLElement, script))
  expect(document.querySelector('script')).toBe(served)
  expect(said).not.toHaveBeenCalled()
  act(() => root.unmount())
})

it('is not made by a client: React would do that through innerHTML, and it would not run', () => {
  const said = vi.spyOn(console, 'error')
  const write = vi.spyOn(Element.prototype, 'innerHTML', 'set')
  render(script)
  expect(document.querySelector('script')).toBeNull()
  expect(write).not.toHaveBeenCalled()
  expect(said).not.toHaveBeenCalled()
})
