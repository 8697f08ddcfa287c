import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { guardCalls } from './guard-calls.ts'

const fault = new Error('told to throw')

const throws = (): never => {
  throw fault
}

const report = vi.fn<(error: unknown) => void>()

beforeEach(() => vi.stubGlobal('reportError', report))

afterEach(() => {
  vi.unstubAllGlobals()
  report.mockReset()
})

describe('guardCalls', () => {
  it('passes calls and answers through', () => {
    const side = guardCalls(Object.freeze({ add: (one: number, two: number) => one + two, name: 'chat' }))
    expect(side.add(1, 2)).toBe(3)
    expect(side.name).toBe('chat')
    expect(report).not.toHaveBeenCalled()
  })

  it('keeps the methods of a class on their object', () => {
    class Side {
      readonly #calls: string[] = []
      show(): readonly string[] {
        this.#calls.push('show')
        return this.#calls
      }
    }
    expect(guardCalls(new Side()).show()).toEqual(['show'])
  })

  it('reports what a method throws, once, and goes on', () => {
    const side = guardCalls({ show: throws })
    expect(() => side.show()).not.toThrow()
    expect(report).toHaveBeenCalledExactlyOnceWith(fault)
  })

  it('takes a chat for closed that cannot say how it stands', () => {
    expect(guardCalls({ visibility: throws }).visibility()).toBe('closed')
  })

  it('lets the first opening fail, which is the click that has loaded it', () => {
    const side = guardCalls({ open: throws })
    expect(() => side.open()).toThrow(fault)
    expect(report).not.toHaveBeenCalled()
  })

  it('reports a later opening that throws', () => {
    const open = vi.fn<() => void>()
    const side = guardCalls({ open })
    side.open()
    open.mockImplementation(throws)
    expect(() => side.open()).not.toThrow()
    expect(report).toHaveBeenCalledExactlyOnceWith(fault)
  })

  it('is no promise, though it answers to every name', async () => {
    const side = guardCalls({ leave: () => undefined })
    await expect(Promise.resolve(side)).resolves.toBe(side)
  })
})
