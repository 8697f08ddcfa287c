import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createIdleLine } from './idle-line.ts'
import { clearPage, openPage, pass, type TestPage } from './page.fixture.ts'
import { testChat } from './test-chat.fixture.ts'

let page: TestPage | undefined

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})

afterEach(() => {
  page?.unmount()
  vi.useRealTimers()
  clearPage()
})

describe('an idle line', () => {
  it('begins one thing at a time, in order, each in its own idle moment', () => {
    const moments: (() => void)[] = []
    vi.stubGlobal('requestIdleCallback', (begin: () => void) => moments.push(begin))
    const line = createIdleLine()
    const begun: string[] = []
    for (const name of ['first', 'second', 'third']) line(() => begun.push(name))
    expect(moments).toHaveLength(1)
    moments[0]?.()
    expect(begun).toEqual(['first'])
    moments[1]?.()
    moments[2]?.()
    expect(begun).toEqual(['first', 'second', 'third'])
    expect(moments).toHaveLength(3)
  })

  it('goes on with what is added while something begins, and with what is added later', () => {
    const moments: (() => void)[] = []
    vi.stubGlobal('requestIdleCallback', (begin: () => void) => moments.push(begin))
    const line = createIdleLine()
    const begun: string[] = []
    line(() => {
      begun.push('first')
      line(() => begun.push('second'))
    })
    moments[0]?.()
    moments[1]?.()
    expect(moments).toHaveLength(2)
    line(() => begun.push('third'))
    moments[2]?.()
    expect(begun).toEqual(['first', 'second', 'third'])
  })
})

describe('several vendors that are allowed at once', () => {
  it('never start in the same task', async () => {
    const vendors = ['one', 'two', 'three'].map((id) => testChat(id))
    page = openPage(vendors)
    for (const { id } of vendors) page.runtime.vendor(id).retain()
    page.store.acceptAll()
    const loading = (): number =>
      vendors.filter(({ id }) => page?.runtime.vendor(id).getState().status === 'loading').length
    expect(loading()).toBe(0)
    const seen: number[] = []
    for (let turn = 0; turn < 3; turn++) {
      vi.advanceTimersToNextTimer()
      seen.push(loading())
    }
    expect(seen).toEqual([1, 2, 3])
    await pass(5_000)
    for (const { loads } of vendors) expect(loads).toHaveLength(1)
  })

  it('start in a task each also with strategy "now"', async () => {
    const vendors = ['one', 'two', 'three'].map((id) => testChat(id, { load: 'now' }))
    page = openPage(vendors)
    for (const { id } of vendors) page.runtime.vendor(id).retain()
    page.store.acceptAll()
    expect(vi.getTimerCount()).toBe(3)
    for (const { id } of vendors) expect(page.runtime.vendor(id).getState().status).toBe('idle')
    await pass()
    for (const { loads } of vendors) expect(loads).toHaveLength(1)
  })

  it('start only after the time for a paint, where the browser cannot say when it is idle', async () => {
    const vendor = testChat()
    page = openPage([vendor])
    page.runtime.vendor('chat').retain()
    page.store.grantVendor('chat')
    await pass(49)
    expect(vendor.loads).toHaveLength(0)
    await pass(1)
    expect(vendor.loads).toHaveLength(1)
  })

  it('of which one is refused while it waits leave the others their turn', async () => {
    const vendors = ['one', 'two', 'three'].map((id) => testChat(id))
    page = openPage(vendors)
    for (const { id } of vendors) page.runtime.vendor(id).retain()
    page.store.acceptAll()
    page.store.withdrawVendor('one')
    await pass(5_000)
    expect(vendors.map(({ loads }) => loads.length)).toEqual([0, 1, 1])
  })
})
