import { afterEach, describe, expect, it } from 'vitest'
import { createAuthor } from './author.ts'
import { watchGlobals } from './watch-globals.ts'

const names = ['acmeChat', 'AcmeCore']

const nobody = createAuthor(() => false, '')

const setGlobal = (name: string, value: unknown): boolean => Reflect.set(window, name, value)

afterEach(() => {
  for (const name of names) Reflect.deleteProperty(window, name)
})

describe('watchGlobals', () => {
  it('finds nothing where the vendor has left nothing', () => {
    expect(watchGlobals(window, names, nobody).find()).toEqual([])
    expect(watchGlobals(window, names, nobody).sweep()).toEqual([])
  })

  it('removes what the vendor has put on the page', () => {
    const globals = watchGlobals(window, names, nobody)
    setGlobal('acmeChat', {})
    expect(globals.find()).toEqual([{ kind: 'global', name: 'acmeChat' }])
    expect(globals.sweep()).toEqual([{ kind: 'global', name: 'acmeChat' }])
    expect('acmeChat' in window).toBe(false)
    expect(globals.find()).toEqual([])
  })

  it('puts back what the page had under the name', () => {
    const own = { of: 'the page' }
    setGlobal('acmeChat', own)
    const globals = watchGlobals(window, names, nobody)
    setGlobal('acmeChat', {})
    expect(globals.sweep()).toHaveLength(1)
    expect(Reflect.get(window, 'acmeChat')).toBe(own)
    expect(globals.find()).toEqual([])
  })

  it('puts back an accessor of the page, and is content', () => {
    Object.defineProperty(window, 'acmeChat', { configurable: true, get: () => 'own' })
    const globals = watchGlobals(window, names, nobody)
    expect(globals.find()).toEqual([])
    Object.defineProperty(window, 'acmeChat', { configurable: true, value: {} })
    globals.sweep()
    expect(Reflect.get(window, 'acmeChat')).toBe('own')
    expect(globals.find()).toEqual([])
  })

  it('leaves all other names alone', () => {
    const globals = watchGlobals(window, names, nobody)
    setGlobal('AcmeCore', {})
    setGlobal('acmeHost', 1)
    globals.sweep()
    expect(Reflect.get(window, 'acmeHost')).toBe(1)
    Reflect.deleteProperty(window, 'acmeHost')
  })

  it('finds again what comes back', () => {
    const globals = watchGlobals(window, names, nobody)
    setGlobal('acmeChat', {})
    globals.sweep()
    setGlobal('acmeChat', {})
    expect(globals.find()).toEqual([{ kind: 'global', name: 'acmeChat' }])
  })

  it('does not hide what cannot be removed', () => {
    const page = { document } as unknown as typeof globalThis & Window // can be thrown away: what is set here stays
    const globals = watchGlobals(page, names, nobody)
    Object.defineProperty(page, 'acmeChat', { value: {}, configurable: false })
    expect(() => globals.sweep()).not.toThrow()
    expect(globals.find()).toEqual([{ kind: 'global', name: 'acmeChat' }])
  })
})
