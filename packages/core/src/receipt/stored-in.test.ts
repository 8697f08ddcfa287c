import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cookieStorage } from '../storage/cookie-storage.ts'
import { memoryStorage } from '../storage/memory-storage.ts'
import type { ConsentStorage } from '../storage/storage.ts'
import { webStorage } from '../storage/web-storage.ts'
import { createConsentStore } from '../store.ts'
import { testVendor } from '../test-vendor.fixture.ts'
import { storedIn } from './stored-in.ts'

function decided(storage: ConsentStorage) {
  const store = createConsentStore({ vendors: [testVendor('chat')], storage })
  store.acceptAll()
  return store
}

beforeEach(() => {
  document.cookie = 'other=1'
  localStorage.setItem('other', 'id=1&')
})

afterEach(() => vi.unstubAllGlobals())

describe('storedIn', () => {
  it('finds the cookie, by its own name', () => {
    expect(storedIn(decided(cookieStorage()))).toEqual([{ kind: 'cookie', name: 'askfirst' }])
    expect(storedIn(decided(cookieStorage({ name: 'choices' })))).toContainEqual({ kind: 'cookie', name: 'choices' })
  })

  it('finds web storage', () => {
    expect(storedIn(decided(webStorage()))).toEqual([{ kind: 'local', name: 'askfirst' }])
    expect(storedIn(decided(webStorage('sessionStorage', 'mine')))).toEqual([{ kind: 'session', name: 'mine' }])
  })

  it('finds a record that is stored in other words, by its id', () => {
    const storage: ConsentStorage = { read: () => null, write: (text) => localStorage.setItem('part', `x&${text}`) }
    expect(storedIn(decided(storage))).toEqual([{ kind: 'local', name: 'part' }])
  })

  it('says nothing of what the site keeps elsewhere, or of blocked storage', () => {
    expect(storedIn(decided(memoryStorage()))).toEqual([])
    const store = decided(cookieStorage())
    vi.stubGlobal('localStorage', undefined)
    vi.stubGlobal('document', undefined)
    expect(storedIn(store)).toEqual([])
  })

  it('finds a value written by hand', () => {
    document.cookie = 'askfirst=reject-all'
    const store = createConsentStore({ vendors: [testVendor('chat')] })
    store.refresh()
    expect(storedIn(store)).toEqual([{ kind: 'cookie', name: 'askfirst' }])
  })
})
