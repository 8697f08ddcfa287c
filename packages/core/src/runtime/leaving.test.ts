// @vitest-environment node
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { launch, openHostilePage, type HostilePage, type HostilePageOptions } from './hostile-page.fixture.ts'

// What a vendor can do to a page, in a real browser: only there a stack, a cookie jar and a frame are what they are.

const hosts = 'https://shop.test/app.js'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
}, 60_000)

afterAll(() => browser.close())

const open = (test: TestContext, options?: HostilePageOptions): Promise<HostilePage> =>
  openHostilePage(browser, test, options)

describe.concurrent('leaving a page in Chromium', () => {
  it('gives every function back', async (test) => {
    const { enter, leave, changed } = await open(test)
    await enter()
    expect(await changed()).not.toEqual([])
    const report = await leave()
    expect(await changed()).toEqual([])
    expect(report).toMatchObject({ remaining: [], unchecked: [], reloadAdvised: false })
  })

  it('stops timers, listeners and observers of the vendor, and none of the page', async (test) => {
    const { page, enter, leave, run } = await open(test)
    const work = (count: string): string => `
      const counts = (window[Symbol.for('counts')] ??= {})
      const count = (what) => (counts['${count} ' + what] = (counts['${count} ' + what] ?? 0) + 1)
      setInterval(() => count('interval'), 10)
      setTimeout(function again() { count('timeout'); setTimeout(again, 10) }, 10)
      requestAnimationFrame(function again() { count('frame'); requestAnimationFrame(again) })
      addEventListener('ping', () => count('window'))
      document.addEventListener('ping', { handleEvent() { count('document') } }, true)
      new MutationObserver(() => count('mutation')).observe(document.body, { attributes: true })
      new ResizeObserver(() => count('resize')).observe(document.body)
      matchMedia('(min-width: 700px)').addEventListener('change', () => count('media'))
    `
    await run('https://shop.test/app.js', `{${work('host')}}`)
    await enter(`{${work('vendor')}}`)
    await run('https://shop.test/late.js', `{${work('late')}}`)
    const provoke = async () => {
      await page.setViewportSize({ width: 600, height: 400 })
      await page.evaluate(() => {
        dispatchEvent(new Event('ping'))
        document.dispatchEvent(new Event('ping'))
        document.body.toggleAttribute('data-changed')
      })
      await page.setViewportSize({ width: 800, height: 600 })
      await page.waitForTimeout(150)
    }
    const counts = () => page.evaluate(() => Object.keys(Reflect.get(window, Symbol.for('counts')) ?? {}).toSorted())
    const reset = () =>
      page.evaluate(() => {
        const all = Reflect.get(window, Symbol.for('counts'))
        for (const name of Object.keys(all)) delete all[name]
      })
    const whats = ['document', 'frame', 'interval', 'media', 'mutation', 'resize', 'timeout', 'window']
    const names = (...who: string[]): string[] => who.flatMap((one) => whats.map((what) => `${one} ${what}`))
    const provoked = async () => {
      await provoke()
      return counts()
    }
    await test.expect.poll(provoked, { timeout: 10_000 }).toEqual(names('host', 'late', 'vendor'))
    const report = await leave()
    await reset()
    await test.expect.poll(provoked, { timeout: 10_000 }).toEqual(names('host', 'late'))
    const removed = report.removed.map(({ kind, name }) => `${kind} ${name}`)
    expect(removed).toEqual(
      expect.arrayContaining([
        'timer setInterval 10 ms',
        'timer setTimeout 10 ms',
        'timer requestAnimationFrame',
        'listener window: ping',
        'listener document: ping',
        'listener MediaQueryList: change',
        'observer MutationObserver',
        'observer ResizeObserver',
      ]),
    )
  })

  it('costs the page one look at the stack for all that it builds aside and then shows', async (test) => {
    const { page, enter, leave } = await open(test)
    const countLooks = (): number => {
      const errors = Error as unknown as { captureStackTrace: (...values: unknown[]) => void }
      const { captureStackTrace } = errors
      let looks = 0
      errors.captureStackTrace = (...values) => {
        looks++
        captureStackTrace(...values)
      }
      const list = document.createElement('ul')
      for (let row = 0; row < 1_000; row++) {
        const item = document.createElement('li')
        item.className = 'row'
        item.style.color = 'green'
        item.setAttribute('data-row', String(row))
        item.append('Row ', String(row))
        list.appendChild(item)
      }
      document.getElementById('app')?.appendChild(list)
      errors.captureStackTrace = captureStackTrace
      return looks
    }
    // A script of the page has an address, which what is evaluated from outside has not.
    const looksOf = () => page.evaluate(`(${String(countLooks)})()\n//# sourceURL=https://shop.test/list.js`)
    expect(await looksOf()).toBe(0)
    await enter()
    expect(await looksOf()).toBe(1)
    await leave()
    expect(await looksOf()).toBe(0)
  })

  it('closes what the vendor has opened, to whichever host, and nothing of the page', async (test) => {
    const { page, enter, leave, run } = await open(test)
    const opened: string[] = []
    await page.routeWebSocket(/./, (socket) => {
      opened.push(socket.url())
      socket.onMessage(() => undefined)
    })
    const connect = (who: string): string => `{
      const keep = []
      keep.push(new WebSocket('wss://live.${who}.test/'))
      keep.push(new BroadcastChannel('${who}'))
      keep.push(new Worker(URL.createObjectURL(new Blob(['setInterval(() => postMessage(0), 20)']))))
      keep.push(new RTCPeerConnection())
      keep.push(new EventSource('https://live.${who}.test/events'))
      const { port1, port2 } = new MessageChannel()
      const state = { messages: 0, ports: 0 }
      keep[1].onmessage = keep[2].onmessage = () => state.messages++
      port1.onmessage = () => { state.ports++; setTimeout(() => port2.postMessage(0), 5) }
      port2.postMessage(0)
      Object.defineProperty(window, Symbol.for('${who}'), { value: { keep, state } })
    }`
    await run(hosts, connect('shop'))
    await enter(connect('acme'))
    const stateOf = (who: string) =>
      page.evaluate((name) => {
        const { keep, state } = Reflect.get(window, Symbol.for(name))
        return { socket: keep[0].readyState, peer: keep[3].connectionState, ...state }
      }, who)
    await test.expect.poll(async () => (await stateOf('acme')).messages).toBeGreaterThan(0)
    expect(opened).toHaveLength(2)
    const { removed } = await leave()
    const tell = () =>
      page.evaluate(() => {
        for (const name of ['acme', 'shop']) new BroadcastChannel(name).postMessage(0)
      })
    const [vendor, shop] = [await stateOf('acme'), await stateOf('shop')]
    await tell()
    await page.waitForTimeout(100)
    await test.expect.poll(async () => (await stateOf('shop')).messages).toBeGreaterThan(shop.messages + 1)
    await test.expect.poll(async () => (await stateOf('shop')).ports).toBeGreaterThan(shop.ports)
    expect(await stateOf('shop')).toMatchObject({ socket: 1, peer: 'new' })
    expect(await stateOf('acme')).toEqual({ ...vendor, socket: 3, peer: 'closed' })
    expect(removed).toEqual(
      expect.arrayContaining([
        { kind: 'socket', name: 'wss://live.acme.test/' },
        { kind: 'socket', name: 'acme' },
        { kind: 'socket', name: 'RTCPeerConnection' },
        { kind: 'worker', name: expect.stringMatching(/^blob:/) },
      ]),
    )
  })

  it('lets no answer and no script that is on its way do anything more', async (test) => {
    const { page, enter, leave, changed } = await open(test)
    const held: (() => Promise<void>)[] = []
    await page.context().route(/late/, (route) => {
      held.push(() =>
        route.fulfill({
          contentType: 'text/javascript',
          headers: { 'Access-Control-Allow-Origin': '*' },
          body: 'window.acmeLate = 1; localStorage.setItem("late", 1)',
        }),
      )
    })
    await enter(`
      const done = (what) => () => { localStorage.setItem(what, 1); fetch('https://chat.acme.test/late-retry') }
      fetch('https://chat.acme.test/late-fetch').then(done('fetch'), done('fetch-failed'))
      const request = new XMLHttpRequest()
      request.open('GET', 'https://chat.acme.test/late-request')
      request.onload = request.onabort = request.onloadend = done('property')
      request.addEventListener('loadend', done('listener'))
      request.send()
      const script = document.createElement('script')
      script.src = 'https://elsewhere.test/late.js'
      script.onload = script.onerror = done('script')
      document.head.append(script)
    `)
    await test.expect.poll(() => held.length).toBe(3)
    const { removed, remaining } = await leave()
    for (const answer of held) await answer().catch(() => undefined)
    await page.waitForTimeout(200)
    expect(held).toHaveLength(3)
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    expect(await changed()).toEqual([])
    expect(remaining).toEqual([])
    expect(removed).toEqual(
      expect.arrayContaining([
        { kind: 'request', name: 'https://chat.acme.test/late-fetch' },
        { kind: 'request', name: 'XMLHttpRequest' },
        { kind: 'node', name: 'https://elsewhere.test/late.js' },
      ]),
    )
  })

  it('leaves a page on which the same vendor can live again, and be removed again', async (test) => {
    const { page, enter, leave, changed } = await open(test)
    // In a block: what a script declares for all scripts stays, and cannot be declared twice.
    const script = `{
      window.acmeOther = 1
      localStorage.setItem('acme', 1)
      document.body.append(Object.assign(document.createElement('div'), { id: 'acme' }))
      const tick = () => { document.getElementById('acme').dataset.live = 1 }
      setInterval(tick, 10)
    }`
    for (let life = 0; life < 3; life++) {
      await enter(script)
      await page.locator('#acme[data-live]').waitFor({ state: 'attached' })
      const { remaining, removed } = await leave()
      expect(remaining).toEqual([])
      expect(removed.map(({ name }) => name)).toEqual(expect.arrayContaining(['acmeOther', 'acme', 'div#acme']))
      expect(await changed()).toEqual([])
    }
  })

  it('counts a script that the vendor adds as its own, wherever that comes from', async (test) => {
    const { page, enter, leave, answer } = await open(test)
    answer('https://cdn.test/library.js', `localStorage.setItem('library', 1); window.library = 1`)
    await enter(`
      const script = document.createElement('script')
      script.src = 'https://cdn.test/library.js'
      document.head.append(script)
    `)
    await page.waitForFunction(() => 'library' in window)
    const { removed } = await leave()
    expect(await page.evaluate(() => 'library' in window)).toBe(false)
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    expect(removed).toContainEqual({ kind: 'local', name: 'library' })
  })
})

describe.concurrent('nodes', () => {
  const ids = (page: HostilePage['page']) =>
    page.evaluate(() => Array.from(document.querySelectorAll('[id]'), ({ id }) => id).toSorted())

  it('removes what the vendor added anywhere, in whichever way, and nothing that the page added meanwhile', async (test) => {
    const { page, enter, leave, run } = await open(test)
    const add = (who: string): string => `{
      const make = (id, tag = 'div') => Object.assign(document.createElement(tag), { id: '${who}-' + id })
      const app = document.getElementById('app')
      document.body.appendChild(make('appendChild'))
      document.body.insertBefore(make('insertBefore'), app)
      document.body.append(make('append'))
      document.body.prepend(make('prepend'))
      app.before(make('before'))
      app.after(make('after'))
      app.insertAdjacentElement('beforeend', make('adjacent'))
      app.insertAdjacentHTML('beforeend', '<p id="${who}-html"><b>x</b></p>')
      document.body.appendChild(Object.assign(make('section', 'section'), { innerHTML: '<p>x</p>' }))
      const fragment = document.createDocumentFragment()
      fragment.append(make('fragment'))
      document.documentElement.append(fragment)
      document.head.append(Object.assign(make('style', 'style'), { textContent: 'p { color: red }' }))
      const range = document.createRange()
      range.selectNode(app)
      range.insertNode(make('range'))
      const shadow = make('shadow')
      shadow.attachShadow({ mode: 'closed' }).innerHTML = '<button>Chat</button>'
      document.body.append(shadow)
      const sheet = new CSSStyleSheet()
      document.adoptedStyleSheets.push(sheet)
      setTimeout(() => document.body.append(make('late')))
    }`
    await run('https://shop.test/first.js', add('first'))
    await enter(add('acme'))
    await run(hosts, add('host'))
    await page.waitForTimeout(30)
    const before = await ids(page)
    expect(before.filter((id) => id.startsWith('acme-'))).toHaveLength(14)
    const { removed, remaining } = await leave()
    expect(await ids(page)).toEqual(before.filter((id) => !id.startsWith('acme-')))
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(2)
    expect(remaining).toEqual([])
    expect(removed).toEqual(expect.arrayContaining([{ kind: 'node', name: 'div#acme-shadow' }]))
  })

  it('gives back what the vendor has moved or wrapped', async (test) => {
    const { page, enter, leave } = await open(test)
    await page.evaluate(() =>
      document.body.insertAdjacentHTML('beforeend', '<main id="main"></main><nav id="nav"></nav>'),
    )
    await enter(`
      const wrapper = document.createElement('div')
      document.body.append(wrapper)
      wrapper.append(document.getElementById('main'))
      document.body.prepend(document.getElementById('nav'))
    `)
    await leave()
    expect(await ids(page)).toEqual(['app', 'main', 'nav'])
  })

  it('keeps a function of the page, which the vendor calls, from counting as the vendor', async (test) => {
    const { page, enter, leave, run } = await open(test)
    await run(
      hosts,
      `
      Object.defineProperty(window, Symbol.for('onOpen'), { value: () => {
        document.body.append(Object.assign(document.createElement('div'), { id: 'of-the-page' }))
        localStorage.setItem('of-the-page', '1')
        localStorage.alsoOfThePage = '1'
        document.cookie = 'page=1; path=/'
        document.body.style.color = 'red'
        addEventListener('ping', () => document.body.classList.add('heard'))
        setTimeout(() => document.body.classList.add('later'), 900)
      } })
    `,
    )
    await enter(`window[Symbol.for('onOpen')]()`)
    await leave()
    await page.evaluate(() => dispatchEvent(new Event('ping')))
    await page.waitForTimeout(600)
    expect(
      await page.evaluate(() => [
        document.getElementById('of-the-page')?.id,
        Object.keys(localStorage).toSorted().join(),
        document.cookie,
        document.body.style.color,
        document.body.className,
      ]),
    ).toEqual(['of-the-page', 'alsoOfThePage,of-the-page', 'page=1', 'red', 'heard later'])
  })

  it('restores what the vendor changed on html and body, where nobody has changed it since', async (test) => {
    const { page, enter, leave, run } = await open(test)
    await page.evaluate(() => {
      document.documentElement.className = 'light'
      document.body.style.cssText = 'margin: 1px; padding: 2px !important'
      document.title = 'Ferns'
    })
    await enter(`
      document.documentElement.classList.add('chat-open')
      document.documentElement.classList.remove('light')
      document.documentElement.setAttribute('data-chat', '1')
      document.body.style.overflow = 'hidden'
      document.body.style.margin = '0'
      document.body.style.setProperty('padding', '9px')
      document.body.inert = true
      document.title = '(1) New message'
    `)
    await run(
      hosts,
      `
      document.documentElement.classList.add('dark')
      document.body.style.color = 'red'
      document.body.style.margin = '5px'
    `,
    )
    const { removed, remaining } = await leave()
    expect(
      await page.evaluate(() => [
        document.documentElement.className.split(' ').toSorted().join(' '),
        document.documentElement.hasAttribute('data-chat'),
        document.body.style.overflow,
        document.body.style.margin,
        document.body.style.padding,
        document.body.style.getPropertyPriority('padding-top'),
        document.body.style.color,
        document.body.inert,
        document.title,
      ]),
    ).toEqual(['dark light', false, '', '5px', '2px', 'important', 'red', false, 'Ferns'])
    expect(remaining).toEqual([])
    expect(removed).toContainEqual({ kind: 'attribute', name: 'body style overflow-x' })
  })
})

describe.concurrent('globals', () => {
  it('takes away what the vendor made and puts back what it replaced; those of the page stay', async (test) => {
    const { page, enter, leave, run, changed } = await open(test)
    await run(
      'https://shop.test/first.js',
      `
      L = { of: 'the page' }
      onmessage = function ofThePage() {}
      onresize = function ofThePage() {}
    `,
    )
    await enter(`
      var R = 1
      T = { of: 'acme' }
      L = { of: 'acme' }
      function acmeTop() {}
      window.acmeChat = { goodbye() {} }
      onmessage = function ofAcme() {}
      onerror = function ofAcme() {}
      console.log = function ofAcme() {}
      history.pushState = function ofAcme() {}
      const own = fetch
      window.fetch = function ofAcme(...values) { return own(...values) }
      setTimeout(() => { window.acmeLater = 1 }, 5)
      addEventListener('ping', () => { window.acmeHeard = 1 })
    `)
    await run(hosts, `hostLater = 1; var hostVar = 2; ondrop = function ofThePage() {}`)
    await page.waitForTimeout(30)
    await page.evaluate(() => {
      Reflect.set(window, 'hostAlways', 1)
      dispatchEvent(new Event('ping'))
    })
    const { removed, remaining, unchecked } = await leave()
    const left = await page.evaluate(() =>
      Object.fromEntries(
        [
          'R',
          'T',
          'acmeTop',
          'acmeChat',
          'acmeLater',
          'acmeHeard',
          'hostLater',
          'hostVar',
          'hostAlways',
          'onerror',
        ].map((name) => [name, Reflect.get(window, name) ?? null]),
      ),
    )
    const none = { R: null, T: null, acmeTop: null, acmeChat: null, acmeLater: null, acmeHeard: null, onerror: null }
    expect(left).toEqual({ ...none, hostLater: 1, hostVar: 2, hostAlways: 1 })
    expect(
      await page.evaluate(() => [
        Reflect.get(window, 'L').of,
        window.onmessage?.name,
        window.ondrop?.name,
        console.log.name,
        history.pushState.name,
        fetch.name,
      ]),
    ).toEqual(['the page', 'ofThePage', 'ofThePage', 'log', 'pushState', 'fetch'])
    // Names that were declared, not assigned, stay without content.
    expect((await changed()).toSorted()).toEqual(
      ['L', 'R', 'acmeTop', 'hostAlways', 'hostLater', 'hostVar', 'ondrop', 'onmessage', 'onresize'].map(
        (name) => `window.${name}`,
      ),
    )
    expect(remaining).toEqual([])
    expect(removed.filter(({ kind }) => kind === 'global').map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'acmeChat',
        'R',
        'T',
        'L',
        'acmeTop',
        'acmeLater',
        'acmeHeard',
        'onmessage',
        'onerror',
        'console.log',
        'history.pushState',
        'fetch',
      ]),
    )
    expect(unchecked).toEqual([{ kind: 'global', name: 'hostAlways', why: 'unsure' }])
  })
})
