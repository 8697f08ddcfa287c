import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { policies } from '../policies/index.ts'
import { memoryStorage } from '../storage/memory-storage.ts'
import { createConsentStore } from '../store.ts'
import type { ChatDriver } from './chat.ts'
import { createVendorRuntime } from './create-vendor-runtime.ts'
import { clearPage, lastLoad, openPage, pass, type TestPage } from './page.fixture.ts'
import { testChat, type TestChat } from './test-chat.fixture.ts'

let page: TestPage

const withFeatures = (driver: Partial<ChatDriver> = {}): TestChat =>
  testChat('chat', { features: { prompts: { category: 'marketing' }, articles: { category: 'analytics' } }, driver })

async function goLive(vendor: TestChat): Promise<void> {
  page.runtime.vendor('chat').open()
  await pass()
  lastLoad(vendor).succeed()
  await pass()
}

const entered = (vendor: TestChat): string[] => [...lastLoad(vendor).page.features]

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})

afterEach(() => {
  page.unmount()
  vi.useRealTimers()
  clearPage()
})

describe('a feature', () => {
  it('is off when only the vendor is allowed', async () => {
    const vendor = withFeatures()
    page = openPage([vendor])
    page.store.grantVendor('chat')
    await goLive(vendor)
    expect(entered(vendor)).toEqual([])
  })

  it('is on when its category is granted as well', async () => {
    const vendor = withFeatures()
    page = openPage([vendor], { categories: ['marketing', 'analytics'] })
    page.store.acceptAll()
    await goLive(vendor)
    expect(entered(vendor)).toEqual(['prompts', 'articles'])
  })

  it('is off where its category was refused, and the others are not', async () => {
    const vendor = withFeatures()
    page = openPage([vendor], { categories: ['marketing', 'analytics'] })
    page.store.savePreferences({ categories: { functional: true, analytics: true, marketing: false } })
    await goLive(vendor)
    expect(entered(vendor)).toEqual(['articles'])
  })

  it.each(['functional', 'preferences'])(
    'in the category of the vendor, called %s, is on with a vendor that is allowed alone',
    async (category) => {
      const vendor = testChat('chat', { features: { prompts: { category } } })
      page = openPage([vendor])
      page.store.rejectAll()
      page.store.grantVendor('chat', { onlyThisTime: true })
      await goLive(vendor)
      expect(entered(vendor)).toEqual(['prompts'])
    },
  )

  it.each([
    [false, ['prompts', 'articles']],
    [true, []],
  ])('follows the policy: with a privacy signal (%s) it is %j', async (globalPrivacyControl, features) => {
    vi.stubGlobal('navigator', { onLine: true, globalPrivacyControl })
    const vendor = withFeatures()
    page = openPage([vendor], { policy: policies.california })
    await goLive(vendor)
    expect(entered(vendor)).toEqual(features)
    vi.unstubAllGlobals()
  })

  it('that is no longer allowed is switched off at once by a vendor that can', async () => {
    const setFeatures = vi.fn<(allowed: ReadonlySet<string>) => void>()
    const vendor = withFeatures({ setFeatures })
    page = openPage([vendor], { categories: ['marketing', 'analytics'] })
    page.store.acceptAll()
    await goLive(vendor)
    expect(setFeatures).not.toHaveBeenCalled()
    page.store.savePreferences({ categories: { functional: true, analytics: true, marketing: false } })
    expect(setFeatures.mock.calls).toEqual([[new Set(['articles'])]])
    page.store.acceptAll()
    expect(setFeatures).toHaveBeenLastCalledWith(new Set(['prompts', 'articles']))
    page.store.rejectAll()
    await pass(5_000)
    expect(setFeatures).toHaveBeenCalledTimes(2)
    expect(vendor.loads).toHaveLength(1)
  })

  it('that was allowed while the vendor was loading is switched on when it is ready, by a vendor that can', async () => {
    const setFeatures = vi.fn<(allowed: ReadonlySet<string>) => void>()
    const vendor = withFeatures({ setFeatures })
    page = openPage([vendor], { categories: ['marketing', 'analytics'] })
    page.store.grantVendor('chat')
    page.runtime.vendor('chat').open()
    await pass()
    page.store.acceptAll()
    lastLoad(vendor).succeed()
    await pass()
    expect(setFeatures.mock.calls).toEqual([[new Set(['prompts', 'articles'])]])
    expect(vendor.loads).toHaveLength(1)
  })

  it('that is no longer allowed takes down a vendor that cannot switch it off, which then loads without it', async () => {
    const vendor = withFeatures()
    page = openPage([vendor], { categories: ['marketing', 'analytics'] })
    const chat = page.runtime.vendor('chat')
    chat.retain()
    page.store.acceptAll()
    await goLive(vendor)
    page.store.savePreferences({ categories: { functional: true, analytics: true, marketing: false } })
    expect(chat.getState().status).toBe('removing')
    await pass(5_000)
    expect(vendor.loads).toHaveLength(2)
    expect(entered(vendor)).toEqual(['articles'])
    lastLoad(vendor).succeed()
    await pass()
    expect(chat.getState().status).toBe('ready')
    expect(vendor.loads[0]?.calls.at(-1)).toBe('leave')
  })

  it('that is refused while a click waits does not lose the click', async () => {
    const vendor = withFeatures()
    page = openPage([vendor], { categories: ['marketing', 'analytics'] })
    page.store.acceptAll()
    page.runtime.vendor('chat').open()
    await pass()
    page.store.savePreferences({ categories: { functional: true, analytics: true, marketing: false } })
    await pass(5_000)
    expect(vendor.loads).toHaveLength(2)
    lastLoad(vendor).succeed()
    await pass()
    expect(lastLoad(vendor).calls).toEqual(['open', 'focus'])
  })

  it('that becomes allowed ends no conversation: it comes with the next load', async () => {
    const vendor = withFeatures()
    page = openPage([vendor], { categories: ['marketing', 'analytics'] })
    page.store.grantVendor('chat')
    await goLive(vendor)
    page.store.acceptAll()
    await pass(60_000)
    expect(vendor.loads).toHaveLength(1)
    page.store.rejectAll()
    await pass(5_000)
    page.store.acceptAll()
    await goLive(vendor)
    expect(entered(vendor)).toEqual(['prompts', 'articles'])
  })

  it('in a category that the site does not have is a mistake that says so', () => {
    const vendor = testChat('chat', { features: { maps: { category: 'experience' } } })
    page = openPage([])
    const store = createConsentStore({ vendors: [vendor], storage: memoryStorage() })
    expect(() => createVendorRuntime(store)).toThrow(/^Askfirst: no category "experience", so .+ or add it to/)
    const asks = createConsentStore({ vendors: [vendor], categories: ['experience'], storage: memoryStorage() })
    expect(() => createVendorRuntime(asks)).not.toThrow()
  })
})
