import type { BrowserContext } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { tracesOf, untouched } from './traces.ts'

/** Kayako's loader adds an error reporter from here to the page: the place for a script that behaves badly. */
const reporter = 'https://d2wy8f7a9ursnm.cloudfront.net/**'

/** In a block, so that it can run again: what a script declares for all scripts cannot be undone. */
const badly = `{
  L = 1; var R = 2; T = { of: 'the vendor' }
  onmessage = () => {}
  console.error = () => {}
  document.documentElement.classList.add('chat-here')
  document.body.style.overflow = 'hidden'
  document.head.append(Object.assign(document.createElement('style'), { textContent: 'h1 { color: red }' }))
  const host = document.createElement('div')
  host.id = 'unpublished-bubble'
  host.attachShadow({ mode: 'closed' }).innerHTML = '<button>Chat</button>'
  document.querySelector('main').append(host)
  localStorage.unpublished = 1
  sessionStorage.setItem('unpublished', 1)
  document.cookie = 'unpublished=1; path=/'
  document.cookie = '__Host-unpublished=1; path=/; secure'
  indexedDB.open('unpublished')
  caches.open('unpublished')
  addEventListener('scroll', () => localStorage.setItem('scrolled', 1))
  document.addEventListener('keydown', () => localStorage.setItem('typed', 1), true)
  setInterval(() => localStorage.setItem('ticked', 1), 50)
  const beat = () => { localStorage.setItem('beat', 1); setTimeout(beat, 50) }
  beat()
  new WebSocket('wss://elsewhere.example/live')
}`

async function reportWith(context: BrowserContext, body: string): Promise<void> {
  await context.route(reporter, (route) =>
    route.fulfill({ contentType: 'text/javascript', headers: { 'access-control-allow-origin': '*' }, body }),
  )
}

test('a vendor that spreads over the page is taken off it, and the page keeps what is its own', async ({
  page,
  context,
  visit,
  parts,
  service,
}) => {
  const sockets: string[] = []
  await context.routeWebSocket('wss://elsewhere.example/**', (socket) => {
    sockets.push('open')
    socket.onClose(() => sockets.push('closed'))
  })
  await reportWith(context, badly)
  await visit('/privacy')
  await page.evaluate(() => {
    const own = { beats: 0, keys: 0 }
    Object.defineProperty(window, Symbol.for('own'), { value: own })
    setInterval(() => own.beats++, 50)
    addEventListener('keydown', () => own.keys++)
  })
  await parts.start.click()
  await parts.allow.click()
  await expect(parts.frame).toBeFocused()
  await expect.poll(async () => (await tracesOf(page)).local).toContain('ticked')
  // The page goes on while the vendor is there.
  await page.evaluate(() => {
    localStorage.setItem('host', '1')
    document.cookie = 'host=1; path=/'
    document.body.style.color = 'green'
    document.body.append(Object.assign(document.createElement('p'), { id: 'host' }))
    indexedDB.open('host')
  })
  await page.getByRole('button', { name: 'Withdraw Kayako' }).click()
  await expect(parts.removed).toBeVisible()

  const { replaced, globals, ...others } = await tracesOf(page)
  expect(others).toEqual({
    ...untouched,
    replaced: undefined,
    globals: undefined,
    local: ['host'],
    databases: ['host'],
    cookies: ['askfirst', 'host'],
  })
  expect(replaced).toEqual([])
  const report = page.getByRole('region', { name: 'Kayako' }).locator('.removal')
  // The test's own observers are at work at the same moment, so that nobody can tell whose a name is: then it stays, and
  // is said to. What a script declares cannot be deleted, only emptied.
  const kept = await page.evaluate((names) => names.filter((name) => Reflect.get(window, name) !== undefined), globals)
  for (const name of kept) await expect(report).toContainText(`${name}: it appeared meanwhile`)
  expect(service.openSockets()).toEqual([])
  await expect.poll(() => sockets).toEqual(['open', 'closed'])
  const state = () =>
    page.evaluate(() => ({
      ...Reflect.get(window, Symbol.for('own')),
      overflow: document.body.style.overflow,
      color: document.body.style.color,
      classes: document.documentElement.className,
      ids: Array.from(document.querySelectorAll('#host, #unpublished-bubble'), ({ id }) => id),
      styles: Array.from(document.querySelectorAll('style'), ({ textContent }) => textContent),
    }))
  const before = await state()
  expect(before).toMatchObject({ overflow: '', color: 'green', classes: '', ids: ['host'], styles: [] })
  await page.keyboard.press('Shift')
  await page.mouse.wheel(0, 200)
  await expect.poll(async () => (await state()).beats).toBeGreaterThan(before.beats + 5)
  expect((await state()).keys).toBe(before.keys + 1)
  expect((await tracesOf(page)).local).toEqual(['host'])
  await expect(report).toContainText('What remains: nothing')
  for (const line of [
    'timer setInterval 50 ms',
    'listener window: scroll',
    'listener document: keydown',
    'database unpublished',
    'part of the page div#unpublished-bubble',
    'setting of the page body style overflow-x',
  ]) {
    await expect(report).toContainText(line)
  }

  await parts.start.click()
  await parts.allow.click()
  await expect(parts.message).toBeVisible()
  await expect(parts.frame).toHaveCount(1)
})

test('what comes back is said with the reason, and a reload is offered, not forced', async ({
  page,
  context,
  visit,
  parts,
}) => {
  await reportWith(
    context,
    `const again = async () => {
      for (;;) {
        await scheduler.postTask(() => {}, { delay: 20 })
        localStorage.setItem('unpublished', 1)
      }
    }
    again()`,
  )
  await visit('/privacy')
  await parts.start.click()
  await parts.allow.click()
  await expect(parts.frame).toBeFocused()
  await page.evaluate(() => document.documentElement.setAttribute('data-same-page', ''))
  await page.getByRole('button', { name: 'Withdraw Kayako' }).click()
  await expect(parts.alert).toContainText('“unpublished”: it came back after it was removed')
  await expect(page.getByRole('region', { name: 'Kayako' }).locator('.removal')).toContainText(
    'something wrote it again',
  )
  await expect(page.locator('html[data-same-page]')).toBeAttached()
  await parts.alert.getByRole('button', { name: 'Reload the page' }).click()
  await expect(page.locator('html[data-same-page]')).toHaveCount(0)
  await expect(parts.start).toBeVisible()
})
