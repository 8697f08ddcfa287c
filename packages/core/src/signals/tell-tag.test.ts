import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryStorage } from '../storage/memory-storage.ts'
import type { ConsentStore } from '../store.ts'
import { day, start } from '../test-vendor.fixture.ts'
import { clarityConsent } from './clarity.ts'
import { metaConsent } from './meta.ts'
import { begin, endAll, loadScript, namesAddedBy, openPage, type TestPage } from './signals.fixture.ts'
import { tiktokConsent } from './tiktok.ts'
import { uetConsent } from './uet.ts'

// What holds for every vendor that has a tag on the page. Each tag here is live: it records what it is told.

interface Case {
  readonly connect: (store: ConsentStore, options?: { readonly category?: string }) => () => void
  /** Its name on `window`. */
  readonly name: string
  readonly makeTag: (record: (...call: unknown[]) => void) => unknown
  /** What it is told before the visitor has answered, after a yes, and after a no. */
  readonly undecided: readonly unknown[]
  readonly yes: readonly unknown[]
  readonly no: readonly unknown[]
}

const denied = { ad_Storage: 'denied', analytics_Storage: 'denied' }
const granted = { ad_Storage: 'granted', analytics_Storage: 'granted' }

const cases: readonly Case[] = [
  {
    connect: uetConsent,
    name: 'uetq',
    makeTag: (record) => ({ push: record }),
    undecided: ['consent', 'update', { ad_storage: 'denied' }],
    yes: ['consent', 'update', { ad_storage: 'granted' }],
    no: ['consent', 'update', { ad_storage: 'denied' }],
  },
  {
    connect: (store) => clarityConsent(store),
    name: 'clarity',
    makeTag: (record) => record,
    undecided: ['consentv2', denied],
    yes: ['consentv2', granted],
    no: ['consentv2', denied],
  },
  {
    connect: metaConsent,
    name: 'fbq',
    makeTag: (record) => record,
    undecided: ['consent', 'revoke'],
    yes: ['consent', 'grant'],
    no: ['consent', 'revoke'],
  },
  {
    connect: tiktokConsent,
    name: 'ttq',
    makeTag: (record) => ({
      holdConsent: () => record('hold'),
      grantConsent: () => record('grant'),
      revokeConsent: () => record('revoke'),
    }),
    undecided: ['hold'],
    yes: ['grant'],
    no: ['revoke'],
  },
]

let calls: unknown[][] = []
const record = (...call: unknown[]): void => void calls.push(call)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start * 1000 })
  calls = []
})

afterEach(() => {
  endAll()
  vi.useRealTimers()
})

describe.each(cases)('$name', ({ name, makeTag, undecided, yes, no, ...vendor }) => {
  const connect: Case['connect'] = (...args) => begin(vendor.connect(...args))
  const addTag = (): void => void vi.stubGlobal(name, makeTag(record))
  const removeTag = (): boolean => Reflect.deleteProperty(window, name)

  /** A page whose storage was read. */
  function readPage(text: string | null = null): TestPage {
    const page = openPage({ storage: memoryStorage(text) })
    page.connect()
    return page
  }

  it.each([null, 'accept-all', 'reject-all'])('makes nothing where the vendor is absent and %j is stored', (text) => {
    const page = openPage({ storage: memoryStorage(text) })
    const names = namesAddedBy(() => {
      connect(page)
      page.connect()
      page.acceptAll()
      page.withdrawAll()
    })
    expect(names).toEqual([])
    expect(document.querySelectorAll('script, link, iframe, img')).toHaveLength(0)
  })

  it('tells a tag that is there "no" before storage was read', () => {
    addTag()
    connect(openPage({ storage: memoryStorage('accept-all') }))
    expect(calls).toEqual([undecided])
  })

  it('says a grant, a withdrawal and another grant, each once', () => {
    addTag()
    const page = readPage()
    connect(page)
    page.acceptAll()
    page.withdrawAll()
    page.openPreferences()
    page.acceptAll()
    expect(calls).toEqual([undecided, yes, no, yes])
  })

  it('says a yes that was stored on an earlier page', () => {
    addTag()
    const page = openPage({ storage: memoryStorage('accept-all') })
    connect(page)
    page.connect()
    expect(calls).toEqual([undecided, yes])
  })

  it('says no when a privacy signal arrives', () => {
    addTag()
    const page = readPage('accept-all')
    connect(page)
    page.seeSignal()
    expect(calls).toEqual([yes, no])
  })

  it('says no when the yes has expired', () => {
    addTag()
    const storage = memoryStorage()
    const first = openPage({ storage })
    first.connect()
    first.acceptAll()
    vi.setSystemTime((start + 200 * day) * 1000)
    const later = openPage({ storage })
    later.connect()
    connect(later)
    expect(calls).toEqual([no])
  })

  it('tells a tag that loads late, and not twice', () => {
    const page = readPage()
    connect(page)
    page.acceptAll()
    expect(calls).toEqual([])
    loadScript(addTag)
    loadScript()
    expect(calls).toEqual([yes])
  })

  it('tells a late tag before its own handler of the load event runs', () => {
    connect(readPage('accept-all'))
    loadScript(addTag, () => record('the vendor begins'))
    expect(calls).toEqual([yes, ['the vendor begins']])
  })

  it('tells a late tag of a refusal, too', () => {
    connect(readPage('reject-all'))
    loadScript(addTag)
    expect(calls).toEqual([no])
  })

  it('tells a tag that came back after a withdrawal anew', () => {
    const page = readPage('accept-all')
    connect(page)
    loadScript(addTag)
    page.withdrawAll()
    removeTag()
    page.acceptAll()
    expect(calls).toEqual([yes, no])
    loadScript(addTag)
    expect(calls).toEqual([yes, no, yes])
  })

  it('called twice, says nothing that contradicts itself', () => {
    addTag()
    const page = readPage('accept-all')
    connect(page)()
    connect(page)
    expect(calls).toEqual([yes, yes])
    page.withdrawAll()
    expect(calls).toEqual([yes, yes, no])
  })

  it('keeps a failing tag from disturbing the page, and tells it again', () => {
    let isBroken = true
    const fail = (): void => {
      if (isBroken) throw new Error('the vendor failed')
    }
    vi.stubGlobal(
      name,
      makeTag((...call) => {
        fail()
        record(...call)
      }),
    )
    const page = readPage('accept-all')
    connect(page)
    const told = vi.fn<() => void>()
    page.subscribe(told)
    expect(() => page.withdrawAll()).not.toThrow()
    expect(told).toHaveBeenCalledTimes(1)
    expect(calls).toEqual([])
    isBroken = false
    loadScript()
    expect(calls).toEqual([no])
  })

  it('takes an element of that name for no tag', () => {
    vi.stubGlobal(name, document.createElement('div'))
    const page = readPage('accept-all')
    expect(() => connect(page)).not.toThrow()
    loadScript(addTag)
    expect(calls).toEqual([yes])
  })

  it('ends when stopped', () => {
    addTag()
    const page = readPage()
    connect(page)()
    page.acceptAll()
    loadScript()
    expect(calls).toEqual([undecided])
  })
})

describe.each(cases.filter(({ name }) => name !== 'clarity'))(
  '$name',
  ({ name, makeTag, undecided, yes, ...vendor }) => {
    const connect: Case['connect'] = (...args) => begin(vendor.connect(...args))

    it('listens to the category that the site names', () => {
      vi.stubGlobal(name, makeTag(record))
      const page = openPage()
      connect(page, { category: 'analytics' })
      page.savePreferences({ categories: { analytics: true } })
      expect(calls).toEqual([undecided, yes])
    })

    it('throws for a category that the site does not have', () => {
      expect(() => connect(openPage(), { category: 'adverts' })).toThrow('no category "adverts"')
    })
  },
)
