import { afterEach, describe, expect, it, vi } from 'vitest'
import { explainFailure } from './explain-failure.ts'
import { LoadFailure, type FailureReason } from './load-failure.ts'

const refused = 'script-src https://chat.acme.test/messenger.js'

const failure = (reason: FailureReason, detail: string | null = null): LoadFailure =>
  new LoadFailure(reason, 'no', detail)

function makeStorageFull(): void {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
}

afterEach(() => vi.restoreAllMocks())

describe('explainFailure', () => {
  it.each([new Error('no'), 'no', undefined, Object.assign(new Error('no'), { reason: 'offline' })])(
    'takes what a vendor throws (%s) for its fault',
    (error) => {
      expect(explainFailure(window, error, null)).toEqual({ reason: 'vendor', detail: null })
    },
  )

  it('keeps reason and detail where nothing else is known', () => {
    expect(explainFailure(window, failure('vendor', 'HTTP 500'), null)).toEqual({
      reason: 'vendor',
      detail: 'HTTP 500',
    })
    expect(explainFailure(window, failure('blocked'), null)).toEqual({ reason: 'blocked', detail: null })
  })

  it.each(['blocked', 'timeout', 'vendor', 'unavailable'] as const)(
    'takes %s for a mistake of the site where its policy has refused the vendor something',
    (reason) => {
      expect(explainFailure(window, failure(reason), refused)).toEqual({ reason: 'csp', detail: refused })
    },
  )

  it('takes a timeout without a network for that', () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    expect(explainFailure(window, failure('timeout'), null).reason).toBe('offline')
  })

  it.each(['timeout', 'vendor'] as const)('takes %s for a matter of storage where nothing can be stored', (reason) => {
    makeStorageFull()
    expect(explainFailure(window, failure(reason), null)).toEqual({ reason: 'storage', detail: 'QuotaExceededError' })
  })

  it('takes a vendor that cannot be reached for nothing else, though storage is full', () => {
    makeStorageFull()
    expect(explainFailure(window, failure('blocked'), null).reason).toBe('blocked')
  })

  it('says that storage is switched off', () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect(explainFailure(window, failure('timeout'), null)).toEqual({ reason: 'storage', detail: 'SecurityError' })
  })

  it('leaves nothing in the storage that it has tried', () => {
    explainFailure(window, failure('timeout'), null)
    expect(localStorage).toHaveLength(0)
  })
})
