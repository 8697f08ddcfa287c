// @vitest-environment node
import { expect, it, vi } from 'vitest'
import { permission } from './permission.ts'
import { parseRecord } from './parse-record.ts'
import { memoryStorage } from './storage/memory-storage.ts'
import { createConsentStore } from './store.ts'
import { testVendor } from './test-vendor.fixture.ts'

it('takes decisions where there is no browser at all', () => {
  vi.stubGlobal('navigator', undefined)
  const storage = memoryStorage()
  const store = createConsentStore({ vendors: [testVendor('chat')], storage })
  store.acceptAll()
  expect(permission(store.getState(), 'chat').allowed).toBe(true)
  expect(parseRecord(storage.read())?.signal).toBe('')
})
