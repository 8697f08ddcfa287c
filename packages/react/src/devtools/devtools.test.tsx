import { describe, expect, it, vi } from 'vitest'
import { createConsentStore, memoryStorage, permission, type ConsentStore } from '@askfirst/core'
import { createVendorRuntime } from '@askfirst/core/runtime'
import { kayako } from '@askfirst/vendors/kayako'
import { youtube } from '@askfirst/vendors/youtube'
import { bugReport } from './bug-report.ts'
import { simulateFailure, simulateNewVendor, simulateOtherTab, simulateSignal } from './simulate.ts'
import { vendorFacts, type VendorFacts } from './vendor-facts.ts'

function page(): { store: ConsentStore; facts: (id: string) => VendorFacts } {
  const store = createConsentStore({
    vendors: [kayako({ subdomain: 'acme' }), youtube()],
    storage: memoryStorage(),
  })
  store.refresh()
  const runtime = createVendorRuntime(store)
  const facts = (id: string): VendorFacts => {
    const vendor = store.getState().vendors.get(id)
    if (!vendor) throw new Error(`no ${id}`)
    return vendorFacts(store.getState(), runtime, vendor)
  }
  return { store, facts }
}

describe('what the devtools see', () => {
  it('says why a vendor may not, before it does anything', () => {
    expect(page().facts('kayako')).toMatchObject({
      allowed: false,
      reason: 'undecided',
      status: 'blocked',
      requested: [],
      present: [],
      removed: [],
      remaining: [],
    })
  })

  it('finds what was requested and what is kept, and takes nothing of the page for the vendor’s', () => {
    const { facts } = page()
    localStorage.setItem('kayako_visitor', '1')
    localStorage.setItem('basket', '1')
    document.cookie = 'PREF=of-the-page'
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([
      { name: 'https://acme.kayakocdn.com/messenger?visitor=7' },
      { name: 'https://shop.example/app.js' },
    ] as never)
    expect(facts('kayako').requested).toEqual(['https://acme.kayakocdn.com/messenger'])
    expect(facts('kayako').present).toEqual(['local kayako_visitor'])
    expect(facts('youtube').present).toEqual([])
  })

  it('reports a bug without who, where and with what value', () => {
    const { store, facts } = page()
    store.acceptAll()
    localStorage.setItem('kayako_visitor', 'a secret')
    const { id } = store.getState().record ?? { id: 'none' }
    const odd = { ...facts('youtube'), remaining: ['local user-jo@acme.example', 'cookie a1b2c3d4e5f6a7b8c9d0'] }
    const text = bugReport(store.getState(), [facts('kayako'), odd], 'A browser')
    expect(text).toContain('kayako: allowed (category-granted)')
    expect(text).toContain('here: local kayako_visitor')
    expect(text).toContain('remaining: local …, cookie …')
    for (const secret of [id, 'a secret', 'jo@acme', 'a1b2c3', location.href]) expect(text).not.toContain(secret)
  })
})

describe('what the devtools play', () => {
  it('is a decision in another tab', () => {
    const { store, facts } = page()
    simulateOtherTab(store, true)
    expect(facts('kayako').reason).toBe('category-granted')
    simulateOtherTab(store, false)
    expect(facts('kayako').reason).toBe('category-denied')
  })

  it('is a vendor that was added since', () => {
    const { store, facts } = page()
    store.acceptAll()
    for (const vendor of store.getState().vendors.values())
      if (vendor.id === 'youtube') simulateNewVendor(store, vendor)
    expect(facts('youtube').reason).toBe('not-disclosed')
    expect(facts('kayako').reason).toBe('category-granted')
    store.refresh()
    expect(permission(store.getState(), 'youtube').reason).toBe('not-disclosed')
  })

  it('is a privacy signal', () => {
    const { store } = page()
    simulateSignal(store, true)
    expect(store.getState().signal).toBe('gpc')
    simulateSignal(store, false)
    expect(store.getState().signal).toBe('')
    Reflect.deleteProperty(navigator, 'globalPrivacyControl')
  })

  it('is a load that fails, until it does not', async () => {
    const { vendor } = page().facts('youtube')
    const mount = (): unknown => (vendor as unknown as { mount: () => unknown }).mount()
    simulateFailure(vendor, 'timeout')
    await expect(mount()).rejects.toMatchObject({ reason: 'timeout' })
    simulateFailure(vendor, 'csp')
    await expect(mount()).rejects.toMatchObject({ reason: 'csp' })
    simulateFailure(vendor, null)
    await expect(mount()).resolves.toEqual({})
  })
})
