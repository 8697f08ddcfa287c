import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { memoryStorage } from '../storage/memory-storage.ts'
import { testVendor } from '../test-vendor.fixture.ts'
import { begin, endAll, openPage } from './signals.fixture.ts'
import { tiktokConsent as connect } from './tiktok.ts'

const tiktokConsent: typeof connect = (...args) => begin(connect(...args))

let calls: string[] = []

beforeEach(() => {
  calls = []
  vi.stubGlobal('ttq', {
    holdConsent: () => calls.push('hold'),
    grantConsent: () => calls.push('grant'),
    revokeConsent: () => calls.push('revoke'),
  })
})

afterEach(endAll)

it('holds while the visitor has answered nothing, and revokes when they refuse', () => {
  const page = openPage()
  tiktokConsent(page)
  page.connect()
  expect(calls).toEqual(['hold'])
  page.rejectAll()
  expect(calls).toEqual(['hold', 'revoke'])
})

it('revokes on the page after a refusal', () => {
  const page = openPage({ storage: memoryStorage('reject-all') })
  tiktokConsent(page)
  page.connect()
  expect(calls).toEqual(['hold', 'revoke'])
})

it('revokes where the visitor has answered, and not about this', () => {
  const page = openPage({ vendors: [testVendor('chat')] })
  page.connect()
  page.grantVendor('chat')
  tiktokConsent(page)
  expect(calls).toEqual(['revoke'])
})

it('waits for a base code that knows the calls', () => {
  vi.stubGlobal('ttq', [])
  const page = openPage({ storage: memoryStorage('accept-all') })
  page.connect()
  expect(() => tiktokConsent(page)).not.toThrow()
  vi.stubGlobal('ttq', { grantConsent: () => calls.push('grant') })
  page.openPreferences()
  expect(calls).toEqual(['grant'])
})
