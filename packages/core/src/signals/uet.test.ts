import { afterEach, describe, expect, it, vi } from 'vitest'
import { memoryStorage } from '../storage/memory-storage.ts'
import { begin, endAll, loadScript, openPage } from './signals.fixture.ts'
import { uetConsent as connect } from './uet.ts'

const uetConsent: typeof connect = (...args) => begin(connect(...args))

afterEach(endAll)

const byDefault = ['consent', 'default', { ad_storage: 'denied' }]
const granted = ['consent', 'update', { ad_storage: 'granted' }]
const denied = ['consent', 'update', { ad_storage: 'denied' }]

/** Microsoft's snippet: a queue, and a script that hands the queue over when it has loaded. */
function snippet(queue: unknown[]): { readonly load: () => void; readonly told: unknown[] } {
  const told: unknown[] = []
  vi.stubGlobal('uetq', queue)
  return {
    told,
    load: () =>
      loadScript(undefined, () => {
        told.push(...queue)
        const tag = { push: (...items: unknown[]) => told.push(...items) }
        vi.stubGlobal('uetq', tag)
        tag.push('pageLoad')
      }),
  }
}

function readPage(text: string | null = null) {
  const page = openPage({ storage: memoryStorage(text) })
  page.connect()
  return page
}

describe('a queue that is not consumed yet', () => {
  it('gets the default before anything else', () => {
    const queue: unknown[] = []
    vi.stubGlobal('uetq', queue)
    const page = openPage({ storage: memoryStorage('accept-all') })
    uetConsent(page)
    expect(queue).toEqual(byDefault)
    page.connect()
    expect(queue).toEqual([...byDefault, ...granted])
  })

  it('gets one default, also when called twice', () => {
    const queue: unknown[] = []
    vi.stubGlobal('uetq', queue)
    const page = readPage('accept-all')
    uetConsent(page)()
    uetConsent(page)
    expect(queue).toEqual([...byDefault, ...granted, ...granted])
  })

  it('gets no second default where the page has pushed one', () => {
    const queue: unknown[] = [...byDefault]
    vi.stubGlobal('uetq', queue)
    uetConsent(readPage('reject-all'))
    expect(queue).toEqual([...byDefault, ...denied])
  })

  it('takes part in a withdrawal before the tag has loaded', () => {
    const queue: unknown[] = []
    vi.stubGlobal('uetq', queue)
    const page = readPage('accept-all')
    uetConsent(page)
    page.withdrawAll()
    expect(queue).toEqual([...byDefault, ...granted, ...denied])
  })
})

describe('Microsoft’s snippet', () => {
  it('hears the answer before its first event, when it comes late', () => {
    const page = readPage('accept-all')
    uetConsent(page)
    const tag = snippet([])
    tag.load()
    expect(tag.told).toEqual([...byDefault, ...granted, 'pageLoad'])
    page.withdrawAll()
    expect(tag.told).toEqual([...byDefault, ...granted, 'pageLoad', ...denied])
  })

  it('hears "denied" before its first event, when the page loads it without a gate', () => {
    uetConsent(readPage())
    const tag = snippet([])
    tag.load()
    expect(tag.told).toEqual([...byDefault, 'pageLoad'])
  })

  it('is not told again what its queue has told it', () => {
    const tag = snippet([])
    uetConsent(readPage('accept-all'))
    tag.load()
    loadScript()
    expect(tag.told).toEqual([...byDefault, ...granted, 'pageLoad'])
  })
})
