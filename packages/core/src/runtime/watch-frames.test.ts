import { afterEach, describe, expect, it, vi } from 'vitest'
import { watchFrames } from './watch-frames.ts'

/** Adds a frame to the page, inside of an element with this id. */
function addFrame(id: string): HTMLIFrameElement {
  const container = document.createElement('div')
  container.id = id
  const frame = document.createElement('iframe')
  container.append(frame)
  document.body.append(container)
  return frame
}

let stop = (): void => undefined

afterEach(() => {
  stop()
  document.body.replaceChildren()
})

function watch(): { readonly onFrame: ReturnType<typeof vi.fn> } {
  const onFrame = vi.fn<(frame: Window) => void>()
  stop = watchFrames(document, (frame) => frame.closest('#acme-chat') !== null, onFrame).stop
  return { onFrame }
}

describe('watchFrames', () => {
  it('tells of a frame of the vendor when it appears', async () => {
    const { onFrame } = watch()
    const frame = addFrame('acme-chat')
    await vi.waitFor(() => expect(onFrame).toHaveBeenCalledExactlyOnceWith(frame.contentWindow))
  })

  it('tells of one that is there already', () => {
    const frame = addFrame('acme-chat')
    expect(watch().onFrame).toHaveBeenCalledExactlyOnceWith(frame.contentWindow)
  })

  it('leaves the frames of the page alone', async () => {
    const { onFrame } = watch()
    addFrame('shop-map')
    addFrame('acme-chat')
    await vi.waitFor(() => expect(onFrame).toHaveBeenCalledTimes(1))
  })

  it('tells of nothing once it was stopped', async () => {
    const { onFrame } = watch()
    stop()
    addFrame('acme-chat')
    await new Promise((resolve) => setTimeout(resolve))
    expect(onFrame).not.toHaveBeenCalled()
  })
})
