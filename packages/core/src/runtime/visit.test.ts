import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ConsentState, Visit } from '../state.ts'
import { memoryStorage } from '../storage/memory-storage.ts'
import { createConsentStore } from '../store.ts'
import { no, testRecord, testVendor } from '../test-vendor.fixture.ts'
import { readVisit, rememberVisit } from './visit.ts'

const now = 1_800_000_000_000

const store = createConsentStore({ vendors: [testVendor('chat'), testVendor('maps')], storage: memoryStorage() })

/** A state in which nothing but the visit allows anything. */
const stateWith = (visit: Visit, time = now): ConsentState => ({ ...store.getState(), visit, now: time })

/** What a page remembers that is opened at a time, where the visitor has answered nothing. */
const readAt = (time: number): Visit => readVisit(stateWith(new Map(), time))

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('a visit', () => {
  it('remembers what was allowed only this time, and which answer that set aside', () => {
    rememberVisit(
      stateWith(
        new Map([
          ['chat', now - 60_000],
          ['maps', now],
        ]),
      ),
    )
    expect(readAt(now).get('chat')).toBe(now - 60_000)
    expect(readAt(now).get('maps')).toBe(now)
  })

  it('begins with nothing, and writes nothing while there is nothing to remember', () => {
    expect(readAt(now).size).toBe(0)
    rememberVisit(stateWith(new Map()))
    expect(sessionStorage).toHaveLength(0)
  })

  it('remembers also what only another page of the site has', () => {
    rememberVisit(stateWith(new Map([['elsewhere', now]])))
    expect(readAt(now).has('elsewhere')).toBe(true)
  })

  it('goes on over pauses of less than half an hour, and ends with a longer one', () => {
    rememberVisit(stateWith(new Map([['chat', now - 9_000_000]])))
    expect(readAt(now + 1_799_999).has('chat')).toBe(true)
    expect(readAt(now + 1_800_000).has('chat')).toBe(false)
  })

  it('does not outlast a clock that was turned back', () => {
    rememberVisit(stateWith(new Map([['chat', now]])))
    expect(readAt(now - 1_800_000).has('chat')).toBe(false)
  })

  it('leaves no trace when nothing is allowed any more', () => {
    rememberVisit(stateWith(new Map([['chat', now]])))
    rememberVisit(stateWith(new Map()))
    expect(sessionStorage).toHaveLength(0)
  })

  it('forgets what was answered since, whatever clock that was by', () => {
    rememberVisit(
      stateWith(
        new Map([
          ['chat', now],
          ['maps', 0],
          ['elsewhere', 0],
        ]),
      ),
    )
    const answered = (time: number): ConsentState => ({
      ...stateWith(new Map()),
      record: testRecord({ vendors: new Map([['chat', no(time)]]) }),
    })
    expect([...readVisit(answered(now)).keys()]).toEqual(['chat', 'maps', 'elsewhere'])
    expect([...readVisit(answered(now + 1)).keys()]).toEqual(['maps', 'elsewhere'])
    expect([...readVisit(answered(now - 1)).keys()]).toEqual(['maps', 'elsewhere'])
  })

  it('keeps nothing outside of the tab', () => {
    rememberVisit(stateWith(new Map([['chat', now]])))
    expect(localStorage).toHaveLength(0)
    expect(document.cookie).toBe('')
  })

  it.each([
    '',
    'chat',
    'null',
    '[]',
    '{}',
    '{"chat":1800000000000}',
    '[["chat",1800000000000]]',
    '["soon",["chat",1800000000000]]',
    '[0,["chat",1800000000000]]',
    '[1800090000000,["chat",1800000000000]]',
    '[1800000000000,"chat"]',
    '[1800000000000,["chat",1800000000000]',
  ])('reads nothing from %j', (text) => {
    rememberVisit(stateWith(new Map([['chat', now]])))
    sessionStorage.setItem(sessionStorage.key(0) ?? '', text)
    expect(readAt(now).has('chat')).toBe(false)
  })

  it('reads nothing and does not throw where storage is blocked', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(() => rememberVisit(stateWith(new Map([['chat', now]])))).not.toThrow()
    expect(readAt(now).size).toBe(0)
  })

  it('reads nothing and does not throw where the storage cannot even be named', () => {
    vi.stubGlobal('sessionStorage', undefined)
    expect(() => rememberVisit(stateWith(new Map([['chat', now]])))).not.toThrow()
    expect(readAt(now).size).toBe(0)
  })
})
