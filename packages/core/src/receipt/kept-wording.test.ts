import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryStorage } from '../storage/memory-storage.ts'
import { createConsentStore, type ConsentStore } from '../store.ts'
import { start, testRecord, testVendor } from '../test-vendor.fixture.ts'
import { keepWording, keptWordings } from './kept-wording.ts'

const texts = { title: 'May we?' }

const hash = createHash('sha256').update('{"locale":"en","surface":"banner","texts":{"title":"May we?"}}').digest('hex')

let store: ConsentStore

const record = () => store.getState().record ?? testRecord()

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
  store = createConsentStore({ vendors: [testVendor('chat')], storage: memoryStorage(), revision: '3' })
  store.refresh()
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('the wording behind a decision', () => {
  it('is kept by its hash, beside the record', async () => {
    store.acceptAll('banner')
    await keepWording(store, 'banner', texts)
    expect(keptWordings(record())).toEqual([{ time: start, surface: 'banner', locale: 'en', revision: '3', hash }])
    expect(localStorage.getItem('askfirst.wording'), 'the words themselves are not kept').not.toContain('May we?')
  })

  it('is kept for each decision that still stands', async () => {
    store.acceptAll('banner')
    await keepWording(store, 'banner', texts)
    vi.setSystemTime(start + 5)
    store.withdrawVendor('chat', 'preferences')
    await keepWording(store, 'preferences', texts)
    expect(keptWordings(record()).map(({ time }) => time)).toEqual([start, start + 5])
    vi.setSystemTime(start + 9)
    store.rejectAll('banner')
    await keepWording(store, 'banner', texts)
    expect(keptWordings(record()).map(({ time }) => time)).toEqual([start + 9])
  })

  it('is not kept for a decision that was taken elsewhere, or at another time', async () => {
    store.acceptAll('banner')
    await keepWording(store, 'preferences', texts)
    vi.setSystemTime(start + 5)
    store.refresh()
    await keepWording(store, 'banner', texts)
    expect(localStorage).toHaveLength(0)
  })

  it('is not kept when nothing was decided for good', async () => {
    store.grantVendor('chat', { onlyThisTime: true }, 'gate')
    await keepWording(store, 'gate', texts)
    expect(localStorage).toHaveLength(0)
  })

  it('is not recorded for another record', async () => {
    store.acceptAll('banner')
    await keepWording(store, 'banner', texts)
    expect(keptWordings({ ...record(), id: 'another' })).toEqual([])
  })

  it.each(['', 'null', '[]', '{"id":"k3j9x0"}', '{"id":"k3j9x0","shown":[1,null,{"time":1,"hash":"x"}]}', '{'])(
    'is not recorded where what is kept reads %j',
    (kept) => {
      localStorage.setItem('askfirst.wording', kept)
      expect(keptWordings(testRecord())).toEqual([])
    },
  )

  it('is not recorded where there is no storage, and nothing throws', async () => {
    vi.stubGlobal('localStorage', undefined)
    store.acceptAll('banner')
    await keepWording(store, 'banner', texts)
    expect(keptWordings(record())).toEqual([])
  })

  it('is not recorded where the page is no secure context', async () => {
    store.acceptAll('banner')
    vi.stubGlobal('crypto', {})
    await keepWording(store, 'banner', texts)
    expect(localStorage).toHaveLength(0)
  })
})
