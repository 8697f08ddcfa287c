import { afterEach, expect, it, vi } from 'vitest'
import { createConsentStore, memoryStorage } from '@askfirst/core'
import { keepClear } from './keep-clear.ts'

/** As long as no frame is drawn, nobody hears that the banner has gone. */
class SilentResizeObserver {
  observe(): void {}
  disconnect(): void {}
}

let stop: (() => void) | undefined

afterEach(() => {
  stop?.()
  document.body.replaceChildren()
})

function click(detail: number): boolean {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, detail })
  return document.querySelector('a')?.dispatchEvent(event) === true
}

it('keeps the second click of a double one from what the banner had covered, also before the next frame', () => {
  vi.stubGlobal('ResizeObserver', SilentResizeObserver)
  document.body.innerHTML = '<section data-askfirst="banner"></section><a href="#covered">Covered</a>'
  const store = createConsentStore({ categories: ['analytics'], storage: memoryStorage() })
  stop = keepClear(store)
  click(1) // A store of another test may have been waiting for its second click.
  expect(click(2), 'a double click elsewhere, before any answer').toBe(true)

  store.rejectAll('banner')
  document.querySelector('section')?.remove()
  expect(click(2), 'the second click of the answer').toBe(false)
  expect(click(1), 'the click after it').toBe(true)
  expect(click(2)).toBe(true)
})
