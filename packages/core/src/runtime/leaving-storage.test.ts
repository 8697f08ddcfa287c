// @vitest-environment node
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { launch, openHostilePage, type HostilePage, type HostilePageOptions } from './hostile-page.fixture.ts'

// What a vendor can leave on the device, in a real browser: its cookie jar, its frames, its databases.

const hosts = 'https://shop.test/app.js'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
}, 60_000)

afterAll(() => browser.close())

const open = (test: TestContext, options?: HostilePageOptions): Promise<HostilePage> =>
  openHostilePage(browser, test, options)

const stored = (page: Page) =>
  page.evaluate(async () => ({
    // Ours: what was stored under which unpublished names.
    local: Object.keys(localStorage)
      .filter((name) => !name.startsWith('askfirst.traces.'))
      .toSorted(),
    session: Object.keys(sessionStorage).toSorted(),
    databases: (await indexedDB.databases()).map(({ name = '' }) => name).toSorted(),
    caches: (await caches.keys()).toSorted(),
  }))

/** Every cookie of the browser, also those that no page sees. */
const cookies = async (page: Page): Promise<readonly string[]> =>
  (await page.context().cookies()).map(({ name, domain, path }) => `${name} ${domain}${path}`).toSorted()

/** Everything that a script can store in a realm, each under a name of its own. */
const store = (who: string): string => `{
  localStorage.setItem('${who}-set', 1)
  localStorage.${who}Property = 1
  window.localStorage['${who}-index'] = 1
  sessionStorage.setItem('${who}-session', 1)
  sessionStorage.${who}Session = 1
  document.cookie = '${who}=1; path=/'
  cookieStore.set('${who}-store', 1)
  indexedDB.open('${who}-database').onsuccess = () => undefined
  caches.open('${who}-cache')
}`

describe.concurrent('what a vendor has stored', () => {
  it('goes, whatever its name, in the page and in its frames; what the page stored at the same time stays', async (test) => {
    const { page, enter, leave, run } = await open(test)
    await run('https://shop.test/first.js', store('first'))
    await enter(`
      ${store('acme')}
      const div = document.createElement('div')
      const frame = document.createElement('iframe')
      div.append(frame)
      document.body.append(div)
      const inside = frame.contentDocument
      inside.open()
      inside.write(\`<script>${store('inline')}</scr\` + 'ipt>')
      inside.close()
      const script = inside.createElement('script')
      script.src = 'https://chat.acme.test/frame.js'
      inside.body.append(script)
    `)
    await run('https://chat.acme.test/frame.js', '')
    await run(hosts, store('host'))
    await page.frames()[1]?.evaluate(store('framed'))
    await page.waitForTimeout(100)
    const before = await stored(page)
    const whose = (name = ''): string => /^[a-z]+/.exec(name)?.[0] ?? ''
    expect([...new Set(before.local.map(whose))].toSorted()).toEqual(['acme', 'first', 'framed', 'host', 'inline'])
    const { remaining, unchecked } = await leave()
    expect(remaining).toEqual([])
    expect(unchecked).toEqual([])
    const ofThePage = (names: readonly string[]) => names.filter((name) => /^(?:first|host)/.test(name))
    expect(await stored(page)).toEqual({
      local: ofThePage(before.local),
      session: ofThePage(before.session),
      databases: ['first-database', 'host-database'],
      caches: ['first-cache', 'host-cache'],
    })
    expect(await cookies(page)).toEqual([
      'first shop.test/',
      'first-store shop.test/',
      'host shop.test/',
      'host-store shop.test/',
    ])
  })

  it('goes as well when it was stored on a page before this one, under names that nobody has published', async (test) => {
    const { page, enter, leave, goTo } = await open(test, { address: 'https://shop.test/plants/fern' })
    await enter(`${store('acme')} document.cookie = 'folder=1'`)
    await page.waitForTimeout(100)
    await goTo('https://shop.test/help')
    await enter('localStorage.getItem("acme-set")')
    await leave()
    expect(await stored(page)).toEqual({ local: [], session: [], databases: [], caches: [] })
    expect(await page.evaluate(() => localStorage.length), 'nor do we keep anything').toBe(0)
    expect(await cookies(page)).toEqual([])
  })

  it('of one of two vendors that are there at once goes alone, and so do its nodes and globals', async (test) => {
    const { page, enter, leave, changed } = await open(test)
    const live = (who: string): string => `
      ${store(who)}
      window.${who}Chat = 1
      window.${who}Other = 1
      document.body.append(Object.assign(document.createElement('div'), { id: '${who}-node' }))
      document.body.classList.add('${who}')
      setInterval(() => document.body.toggleAttribute('data-${who}'), 20)
      addEventListener('ping', () => document.body.setAttribute('data-heard', '${who}'))
    `
    await enter(live('acme'))
    await enter(live('bolt'), 'bolt')
    await leave()
    const state = () =>
      page.evaluate(() => [
        Object.keys(window)
          .filter((name) => /^(?:acme|bolt)/.test(name))
          .toSorted()
          .join(),
        Array.from(document.body.children, ({ id }) => id)
          .filter((id) => id.endsWith('-node'))
          .join(),
        document.body.className,
      ])
    expect(await state()).toEqual(['boltChat,boltOther', 'bolt-node', 'bolt'])
    expect((await stored(page)).local).toEqual(['bolt-index', 'bolt-set', 'boltProperty'])
    expect((await stored(page)).databases).toEqual(['bolt-database'])
    expect(await cookies(page)).toEqual(['bolt shop.test/', 'bolt-store shop.test/'])
    const toggled = await page.evaluate(
      () =>
        new Promise((resolve) => {
          dispatchEvent(new Event('ping'))
          const observer = new MutationObserver((records) => resolve(records.map(({ attributeName }) => attributeName)))
          observer.observe(document.body, { attributes: true, attributeFilter: ['data-acme', 'data-bolt'] })
        }),
    )
    expect(toggled).toEqual(['data-bolt'])
    expect(await page.getAttribute('body', 'data-heard')).toBe('bolt')
    const { unchecked } = await leave('bolt')
    expect(unchecked).toEqual([])
    expect(await state()).toEqual(['', '', ''])
    expect(await stored(page)).toEqual({ local: [], session: [], databases: [], caches: [] })
    expect(await cookies(page)).toEqual([])
    expect(await changed()).toEqual([])
  })

  it('is said to be there when it is written again, which no page can keep a promise from', async (test) => {
    const { page, enter, leave } = await open(test)
    await enter(`
      const again = async () => {
        for (;;) {
          await scheduler.postTask(() => {}, { delay: 20 })
          if (!localStorage.acme) localStorage.acme = 1
        }
      }
      again()
    `)
    const report = await leave()
    expect(report.removed).toContainEqual({ kind: 'local', name: 'acme' })
    expect(report.remaining).toEqual([{ kind: 'local', name: 'acme', why: 'returned' }])
    expect(report.reloadAdvised).toBe(true)
    expect((await stored(page)).local).toEqual(['acme'])
  })

  it('in a database that the page itself holds open is said to be kept', async (test) => {
    const { page, enter, leave } = await open(test, { storage: [['indexeddb', 'acme*']] })
    await enter(`indexedDB.open('acme-own')`)
    await page.evaluate(() => new Promise((resolve) => (indexedDB.open('acme-shared').onsuccess = resolve)))
    const report = await leave()
    expect(report.remaining).toEqual([{ kind: 'indexeddb', name: 'acme-shared', why: 'kept' }])
    expect(report.reloadAdvised).toBe(false)
    expect((await stored(page)).databases).toEqual(['acme-shared'])
  })

  it("in another site's frame is said to be out of reach", async (test) => {
    const { page, enter, leave } = await open(test)
    await enter(`
      const frame = document.createElement('iframe')
      frame.src = 'https://chat.acme.test/frame.html'
      document.body.append(frame)
    `)
    await test.expect.poll(() => page.frames()[1]?.url()).toBe('https://chat.acme.test/frame.html')
    const report = await leave()
    expect(report.unchecked).toEqual([{ kind: 'frame', name: 'https://chat.acme.test', why: 'elsewhere' }])
    expect(report.remaining).toEqual([])
    expect(page.frames()).toHaveLength(1)
  })
})

describe.concurrent('cookies', () => {
  it('go from every parent domain, path and partition, and prefixed ones, also below a public suffix of two labels', async (test) => {
    const address = 'https://www.shop.acme.co.uk/help/chat/now'
    const { page, enter, leave, run } = await open(test, { address, storage: [['cookie', 'named*']] })
    await page.evaluate(() => {
      for (const attributes of [
        '',
        'Domain=www.shop.acme.co.uk',
        'Domain=shop.acme.co.uk; Path=/help',
        'Domain=acme.co.uk; Path=/',
        'Domain=acme.co.uk; Path=/help/chat/',
        'Path=/help/chat/now; Secure; SameSite=None; Partitioned',
        'Domain=acme.co.uk; Path=/; Secure; SameSite=None; Partitioned',
      ]) {
        document.cookie = `named=1; ${attributes}`
      }
      document.cookie = 'named-suffix=1; Domain=co.uk'
    })
    await enter(`
      document.cookie = '__Host-acme=1; Secure; Path=/'
      document.cookie = '__Secure-acme=1; Secure; Domain=acme.co.uk; Path=/help'
      document.cookie = '__Host-parted=1; Secure; Path=/; SameSite=None; Partitioned'
      document.cookie = 'elsewhere=1; Path=/shop/plants'
      document.cookie = 'parent=1; Domain=acme.co.uk'
    `)
    await run('https://www.shop.acme.co.uk/app.js', `document.cookie = 'cart=1; Domain=acme.co.uk; Path=/'`)
    expect(await cookies(page)).toHaveLength(7 + 5 + 1)
    await page.evaluate(() => history.replaceState(null, '', '/help/chat/now?at=end'))
    const { remaining, removed } = await leave()
    expect(await cookies(page)).toEqual(['cart .acme.co.uk/'])
    expect(remaining).toEqual([])
    expect(removed.flatMap(({ kind, name }) => (kind === 'cookie' ? [name] : [])).toSorted()).toEqual(
      ['__Host-acme', '__Host-parted', '__Secure-acme', 'elsewhere', 'named', 'parent'].toSorted(),
    )
  })

  it('that only the server sees are said to be out of sight', async (test) => {
    const { page, enter, leave } = await open(test, {
      headers: { 'Set-Cookie': 'acme-server=1; HttpOnly; Path=/' },
      storage: [
        ['cookie', 'acme-server'],
        ['cookie', 'acme-seen'],
      ],
    })
    await page.evaluate(() => (document.cookie = 'acme-seen=1'))
    await enter()
    const report = await leave()
    expect(report.removed).toContainEqual({ kind: 'cookie', name: 'acme-seen' })
    expect(report.unchecked).toEqual([{ kind: 'cookie', name: 'acme-server', why: 'hidden' }])
    expect(report.remaining).toEqual([])
    expect(report.reloadAdvised).toBe(false)
    expect(await cookies(page)).toEqual(['acme-server shop.test/'])
  })
})
