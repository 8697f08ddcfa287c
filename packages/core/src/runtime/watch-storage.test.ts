import { runInThisContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StorageKind, StoredItem } from '../disclosure.ts'
import { addressMatcher } from './address.ts'
import { createMemory } from './memory.ts'
import { watchStorage } from './watch-storage.ts'

const isVendors = addressMatcher(['chat.acme.test'])

const item = (name: string, kind: StorageKind): StoredItem => ({
  name,
  kind,
  purpose: 'visitor-id',
  days: null,
  confidence: 'verified',
})

/** `setItem` as a script of that address calls it. */
const writeFrom = (address: string): ((area: Storage, key: string) => void) =>
  runInThisContext('(area, key) => area.setItem(key, "1")', { filename: address })

const vendorScript = 'https://chat.acme.test/messenger.js'

const vendorWrites = writeFrom(vendorScript)

const hostWrites = writeFrom('https://shop.example/app.js')

const originalSetItem = Storage.prototype.setItem

let watched: { stop: () => void }[] = []

function watch(disclosed: readonly StoredItem[] = []): ReturnType<typeof watchStorage> {
  const storage = watchStorage(window, isVendors, disclosed, createMemory(window, 'acme'))
  watched.push(storage)
  return storage
}

beforeEach(() => {
  watched = []
  const page = runInThisContext('() => { localStorage.ofThePage = 1 }', { filename: 'https://shop.example/app.js' })
  Reflect.set(globalThis, 'page', page)
})

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'page')
  for (const storage of watched) storage.stop()
  Storage.prototype.setItem = originalSetItem
  vi.restoreAllMocks()
})

describe('watchStorage: keys', () => {
  it.each(['localStorage', 'sessionStorage'] as const)(
    'removes from %s what the script of the vendor wrote',
    (area) => {
      const storage = watch()
      vendorWrites(window[area], 'acme-id')
      const found = [{ kind: area === 'localStorage' ? 'local' : 'session', name: 'acme-id' }]
      expect(storage.find()).toEqual(found)
      expect(storage.sweep()).toEqual(found)
      expect(window[area].getItem('acme-id')).toBeNull()
      expect(storage.find()).toEqual([])
    },
  )

  it('leaves the keys that the page itself has written while the vendor was there', () => {
    const storage = watch()
    hostWrites(localStorage, 'cart')
    localStorage.setItem('theme', 'dark')
    sessionStorage.setItem('step', '2')
    expect(storage.sweep()).toEqual([])
    expect(localStorage.getItem('cart')).toBe('1')
    expect(localStorage.getItem('theme')).toBe('dark')
    expect(sessionStorage.getItem('step')).toBe('2')
  })

  it('leaves the keys that were there before', () => {
    localStorage.setItem('cart', '1')
    expect(watch().sweep()).toEqual([])
    expect(localStorage).toHaveLength(1)
  })

  it('knows which area a key is in', () => {
    const storage = watch()
    localStorage.setItem('id', 'of the page')
    vendorWrites(sessionStorage, 'id')
    expect(storage.sweep()).toEqual([{ kind: 'session', name: 'id' }])
    expect(localStorage.getItem('id')).toBe('of the page')
  })

  it('takes no look-alike for the script of the vendor', () => {
    const storage = watch()
    writeFrom('https://chat.acme.test.evil.example/x.js')(localStorage, 'a')
    writeFrom('https://shop.example/chat.acme.test/x.js')(localStorage, 'b')
    expect(storage.find()).toEqual([])
  })

  it('removes what the disclosure names, whoever wrote it and whenever', () => {
    localStorage.setItem('acme-id', '1')
    localStorage.setItem('acme-id-2', '1')
    const storage = watch([item('acme-id', 'local'), item('acme:*', 'session'), item('acme', 'cookie')])
    sessionStorage.setItem('acme:visit', '1')
    sessionStorage.setItem('acme', '1')
    expect(storage.sweep()).toEqual([
      { kind: 'local', name: 'acme-id' },
      { kind: 'session', name: 'acme:visit' },
    ])
    expect(localStorage.getItem('acme-id-2')).toBe('1')
    expect(sessionStorage.getItem('acme')).toBe('1')
  })

  it('never takes our own keys for those of a vendor', () => {
    localStorage.setItem('askfirst', '1')
    sessionStorage.setItem('askfirst', '1')
    const storage = watch([item('*', 'local'), item('*', 'session')])
    vendorWrites(localStorage, 'askfirst')
    expect(storage.sweep()).toEqual([])
    expect(localStorage.getItem('askfirst')).toBe('1')
    expect(sessionStorage.getItem('askfirst')).toBe('1')
  })

  it('removes what the vendor assigned as a property, and nothing that the page did so in between', async () => {
    const storage = watch()
    runInThisContext('localStorage.acmeOne = 1; page(); sessionStorage.acmeTwo = 1', { filename: vendorScript })
    await Promise.resolve()
    expect(storage.sweep()).toEqual([
      { kind: 'local', name: 'acmeOne' },
      { kind: 'session', name: 'acmeTwo' },
    ])
    expect([localStorage.getItem('ofThePage'), localStorage.getItem('acmeOne')]).toEqual(['1', null])
  })

  it('leaves a key to whoever wrote it last, and to the page what it had written before', () => {
    const storage = watch()
    vendorWrites(localStorage, 'theme')
    hostWrites(localStorage, 'theme')
    hostWrites(localStorage, 'cart')
    vendorWrites(localStorage, 'cart')
    expect(storage.find()).toEqual([])
  })

  it('finds again what comes back', () => {
    const storage = watch()
    vendorWrites(localStorage, 'acme-id')
    storage.sweep()
    vendorWrites(localStorage, 'acme-id')
    expect(storage.find()).toEqual([{ kind: 'local', name: 'acme-id' }])
  })
})

describe('watchStorage and the page', () => {
  it('lets the page write as before, with the error it would have had', () => {
    watch()
    localStorage.setItem('theme', 'dark')
    expect(localStorage.getItem('theme')).toBe('dark')
    expect(() => Reflect.apply(Storage.prototype.setItem, {}, ['a', 'b'])).toThrow('not a valid instance of Storage')
  })

  it('puts setItem back', () => {
    const storage = watch()
    expect(Storage.prototype.setItem).not.toBe(originalSetItem)
    storage.stop()
    expect(Storage.prototype.setItem).toBe(originalSetItem)
  })

  it('goes on watching for a vendor that stays when another leaves', () => {
    const first = watch()
    const second = watch()
    first.stop()
    vendorWrites(localStorage, 'acme-id')
    expect(second.find()).toEqual([{ kind: 'local', name: 'acme-id' }])
  })

  it('does not undo what somebody else has put over it', () => {
    const storage = watch()
    const other = function setItem(this: Storage, key: string, value: string): void {
      Reflect.apply(originalSetItem, this, [key, value])
    }
    Storage.prototype.setItem = other
    storage.stop()
    expect(Storage.prototype.setItem).toBe(other)
  })

  it.each(['in the order in which they came', 'in the other order'])(
    'puts setItem back after two vendors have left %s',
    (order) => {
      const first = watch()
      const second = watch()
      const [one, two] = order === 'in the other order' ? [second, first] : [first, second]
      one.stop()
      two.stop()
      expect(Storage.prototype.setItem).toBe(originalSetItem)
    },
  )

  it('keeps going where local and session storage are blocked', () => {
    const denied = (): never => {
      throw new DOMException('denied', 'SecurityError')
    }
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(denied)
    vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(denied)
    expect(watch([item('acme_id', 'local')]).sweep()).toEqual([])
    vi.restoreAllMocks()
  })
})
