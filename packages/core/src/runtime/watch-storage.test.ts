import { runInThisContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StorageKind, StoredItem } from '../disclosure.ts'
import { addressMatcher } from './address.ts'
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

const vendorWrites = writeFrom('https://chat.acme.test/messenger.js')

const hostWrites = writeFrom('https://shop.example/app.js')

const originalSetItem = Storage.prototype.setItem

let watched: { stop: () => void }[] = []

function watch(disclosed: readonly StoredItem[] = []): ReturnType<typeof watchStorage> {
  const storage = watchStorage(window, isVendors, disclosed, [])
  watched.push(storage)
  return storage
}

beforeEach(() => {
  watched = []
})

afterEach(() => {
  for (const storage of watched) storage.stop()
  Storage.prototype.setItem = originalSetItem
  history.replaceState(null, '', '/')
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
      expect(window[area]).toHaveLength(0)
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
    const storage = watch([item('*', 'local'), item('*', 'session'), item('*', 'cookie')])
    vendorWrites(localStorage, 'askfirst')
    document.cookie = 'askfirst=1'
    expect(storage.sweep()).toEqual([])
    expect(localStorage.getItem('askfirst')).toBe('1')
    expect(sessionStorage.getItem('askfirst')).toBe('1')
    expect(document.cookie).toBe('askfirst=1')
  })

  it('finds again what comes back', () => {
    const storage = watch()
    vendorWrites(localStorage, 'acme-id')
    storage.sweep()
    vendorWrites(localStorage, 'acme-id')
    expect(storage.find()).toEqual([{ kind: 'local', name: 'acme-id' }])
  })
})

describe('watchStorage: cookies', () => {
  it('removes the cookies that the disclosure names, and no others', () => {
    document.cookie = 'acme_id=1; path=/'
    document.cookie = 'acme_visit=1; path=/'
    document.cookie = 'acmeish=1; path=/'
    document.cookie = 'cart=1; path=/'
    const storage = watch([item('acme_*', 'cookie'), item('cart', 'local')])
    expect(storage.sweep()).toEqual([
      { kind: 'cookie', name: 'acme_id' },
      { kind: 'cookie', name: 'acme_visit' },
    ])
    expect(document.cookie.split('; ').toSorted()).toEqual(['acmeish=1', 'cart=1'])
    expect(storage.find()).toEqual([])
  })

  it.each(['/', '/shop', '/shop/', '/shop/plants', '/shop/plants/', '/shop/plants/fern'])(
    'removes a cookie that was set for the path %s',
    (path) => {
      history.replaceState(null, '', '/shop/plants/fern')
      document.cookie = `acme_id=1; path=${path}`
      const storage = watch([item('acme_id', 'cookie')])
      expect(storage.sweep()).toEqual([{ kind: 'cookie', name: 'acme_id' }])
      const left = document.cookie
      document.cookie = `acme_id=; path=${path}; max-age=0`
      expect(left).toBe('')
    },
  )

  it('tries every parent domain, and the partitioned jar', () => {
    const set: string[] = []
    const page = {
      Storage,
      localStorage,
      sessionStorage,
      location: { hostname: 'www.shop.example', pathname: '/help' },
      document: {
        get cookie() {
          return 'acme_id=1'
        },
        set cookie(text: string) {
          set.push(text.toLowerCase())
        },
      },
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    } as unknown as Window & typeof globalThis // all of a page that is read
    const storage = watchStorage(page, isVendors, [item('acme_id', 'cookie')], [])
    watched.push(storage)
    storage.sweep()
    for (const domain of ['www.shop.example', 'shop.example']) {
      expect(set.some((text) => text.includes(`domain=${domain}`) && text.includes('path=/help'))).toBe(true)
      expect(set.some((text) => text.includes(`domain=${domain}`) && text.includes('partitioned'))).toBe(true)
    }
    expect(set.some((text) => !text.includes('domain='))).toBe(true)
    expect(set.every((text) => text.includes('max-age=0'))).toBe(true)
    expect(storage.find()).toEqual([{ kind: 'cookie', name: 'acme_id' }])
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
    document.cookie = 'acme_id=1'
    const storage = watch([item('acme_id', 'cookie'), item('acme_id', 'local')])
    expect(storage.sweep()).toEqual([{ kind: 'cookie', name: 'acme_id' }])
    vi.restoreAllMocks()
  })

  it('keeps going where cookies are blocked', () => {
    const denied = (): never => {
      throw new DOMException('denied', 'SecurityError')
    }
    Object.defineProperty(document, 'cookie', { configurable: true, get: denied, set: denied })
    const storage = watch([item('acme_id', 'cookie'), item('acme_id', 'local')])
    localStorage.setItem('acme_id', '1')
    let swept: unknown
    let thrown: unknown
    try {
      swept = storage.sweep()
    } catch (error) {
      thrown = error
    }
    Reflect.deleteProperty(document, 'cookie')
    expect(thrown).toBeUndefined()
    expect(swept).toEqual([{ kind: 'local', name: 'acme_id' }])
  })
})
