import { runInThisContext } from 'node:vm'
import { afterEach, describe, expect, it } from 'vitest'
import type { StorageKind, StoredItem } from '../disclosure.ts'
import { addressMatcher } from './address.ts'
import { createMemory } from './memory.ts'
import { watchCookies, type CookieWatch } from './watch-cookies.ts'

const isVendors = addressMatcher(['chat.acme.test'])

const item = (name: string, kind: StorageKind): StoredItem => ({
  name,
  kind,
  purpose: 'visitor-id',
  days: null,
  confidence: 'verified',
})

/** Sets a cookie as a script of that address does. */
const setFrom = (address: string): ((text: string) => void) =>
  runInThisContext('(text) => { document.cookie = text }', { filename: address })

const watched: CookieWatch[] = []

function watch(disclosed: readonly StoredItem[] = []): CookieWatch {
  const cookies = watchCookies(window, isVendors, disclosed, createMemory(window, 'acme'))
  watched.push(cookies)
  return cookies
}

afterEach(() => {
  for (const cookies of watched.splice(0)) cookies.stop()
  history.replaceState(null, '', '/')
})

describe('watchCookies', () => {
  it('removes the cookies that the disclosure names, and no others', () => {
    document.cookie = 'acme_id=1; path=/'
    document.cookie = 'acme_visit=1; path=/'
    document.cookie = 'acmeish=1; path=/'
    document.cookie = 'cart=1; path=/'
    const cookies = watch([item('acme_*', 'cookie'), item('cart', 'local')])
    expect(cookies.sweep()).toEqual([
      { kind: 'cookie', name: 'acme_id' },
      { kind: 'cookie', name: 'acme_visit' },
    ])
    expect(document.cookie.split('; ').toSorted()).toEqual(['acmeish=1', 'cart=1'])
    expect(cookies.find()).toEqual([])
  })

  it.each(['/', '/shop', '/shop/', '/shop/plants', '/shop/plants/', '/shop/plants/fern'])(
    'removes a cookie that was set for the path %s',
    (path) => {
      history.replaceState(null, '', '/shop/plants/fern')
      document.cookie = `acme_id=1; path=${path}`
      const cookies = watch([item('acme_id', 'cookie')])
      expect(cookies.sweep()).toEqual([{ kind: 'cookie', name: 'acme_id' }])
      const left = document.cookie
      document.cookie = `acme_id=; path=${path}; max-age=0`
      expect(left).toBe('')
    },
  )

  it('tries every parent domain, and the partitioned jar', () => {
    const set: string[] = []
    const page = {
      location: { hostname: 'www.shop.example', pathname: '/help' },
      document: {
        get cookie() {
          return 'acme_id=1'
        },
        set cookie(text: string) {
          set.push(text.toLowerCase())
        },
      },
    } as unknown as Window & typeof globalThis // all of a page that is read
    const cookies = watchCookies(page, isVendors, [item('acme_id', 'cookie')], createMemory(window, 'acme'))
    watched.push(cookies)
    cookies.sweep()
    for (const domain of ['www.shop.example', 'shop.example']) {
      expect(set.some((text) => text.includes(`domain=${domain}`) && text.includes('path=/help'))).toBe(true)
      expect(set.some((text) => text.includes(`domain=${domain}`) && text.includes('partitioned'))).toBe(true)
    }
    expect(set.some((text) => !text.includes('domain='))).toBe(true)
    expect(set.every((text) => text.includes('max-age=0'))).toBe(true)
    expect(cookies.find()).toEqual([{ kind: 'cookie', name: 'acme_id' }])
  })

  it('removes what the script of the vendor has set under a name that nobody published', () => {
    const cookies = watch()
    setFrom('https://chat.acme.test/messenger.js')('unpublished=1')
    setFrom('https://shop.example/app.js')('cart=1')
    expect(cookies.sweep()).toEqual([{ kind: 'cookie', name: 'unpublished' }])
    expect(document.cookie).toBe('cart=1')
  })

  it('removes one that was set on a page that the visitor has left since', () => {
    history.replaceState(null, '', '/shop/plants/fern')
    const cookies = watch()
    setFrom('https://chat.acme.test/messenger.js')('unpublished=1')
    history.replaceState(null, '', '/help')
    expect(cookies.sweep()).toEqual([{ kind: 'cookie', name: 'unpublished' }])
    history.replaceState(null, '', '/shop/plants/fern')
    expect(document.cookie).toBe('')
  })

  it('never takes our own for that of a vendor', () => {
    const cookies = watch([item('*', 'cookie')])
    setFrom('https://chat.acme.test/messenger.js')('askfirst=1')
    expect(cookies.sweep()).toEqual([])
    expect(document.cookie).toBe('askfirst=1')
  })

  it('says which of the disclosed it has never seen', () => {
    document.cookie = 'acme_id=1; path=/'
    const cookies = watch([item('acme_*', 'cookie'), item('acme-server', 'cookie'), item('acme-key', 'local')])
    cookies.sweep()
    expect(cookies.unseen()).toEqual([{ kind: 'cookie', name: 'acme-server' }])
  })

  it('gives the setter back, and is not confused by its own deletions', () => {
    const own = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
    const cookies = watch([item('acme_id', 'cookie')])
    document.cookie = 'acme_id=1'
    cookies.sweep()
    setFrom('https://chat.acme.test/messenger.js')('acme_id=2')
    expect(cookies.find()).toEqual([{ kind: 'cookie', name: 'acme_id' }])
    cookies.stop()
    expect(Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')).toEqual(own)
  })

  it('keeps going where cookies are blocked', () => {
    const denied = (): never => {
      throw new DOMException('denied', 'SecurityError')
    }
    Object.defineProperty(document, 'cookie', { configurable: true, get: denied, set: denied })
    const cookies = watch([item('acme_id', 'cookie')])
    let swept: unknown
    let thrown: unknown
    try {
      swept = cookies.sweep()
    } catch (error) {
      thrown = error
    }
    Reflect.deleteProperty(document, 'cookie')
    expect(thrown).toBeUndefined()
    expect(swept).toEqual([])
  })
})
