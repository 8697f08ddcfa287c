import { afterEach, expect, it, vi } from 'vitest'
import { createConsentStore, memoryStorage } from '@askfirst/core'
import { keepClear } from './keep-clear.ts'

/** Nobody hears that the banner has gone until the next frame. */
let drawFrame: () => void

class FrameResizeObserver {
  constructor(hear: () => void) {
    drawFrame = hear
  }
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

it('keeps the second click of a double one from what the banner had covered, before the next frame and after it', () => {
  vi.stubGlobal('ResizeObserver', FrameResizeObserver)
  document.body.innerHTML = '<section data-askfirst="banner"></section><a href="#covered">Covered</a>'
  const store = createConsentStore({ categories: ['analytics'], storage: memoryStorage() })
  stop = keepClear(store)
  expect(click(2), 'a double click elsewhere, before any answer').toBe(true)

  store.rejectAll('banner')
  document.querySelector('section')?.remove()
  expect(click(2), 'the second click of the answer').toBe(false)
  expect(click(1), 'the click after it').toBe(true)
  expect(click(2)).toBe(true)

  store.configure({ locale: 'de' })
  drawFrame()
  store.configure({ locale: 'fr' })
  expect(click(2), 'what else changes takes nothing from that').toBe(false)

  store.configure({ locale: 'en' })
  stop()
  expect(click(2), 'who has stopped leaves nothing behind').toBe(true)
})
