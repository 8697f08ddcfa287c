// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import type { Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { createServer, preview } from 'vite'
import type { ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { embedKayako, embedKustomer, launch, newPage, poll, giveTime } from '../shop.fixture.ts'
import { kustomerChatKey, standInHosts } from '../index.ts'
import { watchTraffic } from '../playwright.ts'
import { createLocalStandIns } from './local-stand-ins.ts'
import { standIns } from './plugin.ts'
import { serveRequests } from './serve.ts'

const root = mkdtempSync(join(tmpdir(), 'askfirst-stand-ins-'))
const inline = { root, configFile: false as const, logLevel: 'error' as const, plugins: [standIns()] }
const originOf = (listening: Pick<Server, 'address'> | null) => {
  const address = listening?.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}
giveTime()
let browser: Browser
let page: Page
let server: ViteDevServer
let origin = ''

beforeAll(async () => {
  const html =
    '<!doctype html><html lang="en"><title>Shop</title><body><h1>Shop</h1><script src="data:text/javascript,"></script></body>'
  writeFileSync(join(root, 'index.html'), html)
  server = await createServer({
    ...inline,
    server: { host: '127.0.0.1', port: 0 },
    optimizeDeps: { noDiscovery: true },
  })
  await server.listen()
  origin = originOf(server.httpServer)
  browser = await launch()
  page = await newPage(browser)
})
afterAll(async () => {
  await browser.close()
  await server.close()
  rmSync(root, { recursive: true })
})

const kayakoOverrides = ({ api, loader, realtime }: ReturnType<typeof standInHosts.kayako>) => ({
  api,
  loader,
  realtime,
})

test('Kayako is served by the dev server, with its socket, beside Vite’s own', async () => {
  const traffic = watchTraffic(page)
  const consoleLines: string[] = []
  page.on('console', (message) => consoleLines.push(message.text()))
  await page.goto(origin)
  await embedKayako(page, kayakoOverrides(standInHosts.kayako(origin, { replyDelay: 20 })))
  const frame = page.frameLocator('#kayako-messenger-frame')
  await frame.getByRole('button', { name: 'Open chat' }).click()
  await frame.getByLabel('Your message').fill('Hello')
  await page.keyboard.press('Enter')
  await frame.getByText('I am a scripted stand-in').waitFor()
  expect(traffic.entries).toEqual([])
  expect(consoleLines).toContain('[vite] connected.')
})

test('Kustomer is served by the dev server, with its socket', async () => {
  const traffic = watchTraffic(page)
  await page.goto(origin)
  const { script } = standInHosts.kustomer(origin, { replyDelay: 20 })
  await embedKustomer(page, { key: kustomerChatKey(), script })
  const frame = page.frameLocator('#kustomer-ui-sdk-iframe')
  await frame.getByRole('button', { name: 'Open chat' }).click()
  await frame.getByLabel('Your message').fill('Hello')
  await page.keyboard.press('Enter')
  await frame.getByText('I am a scripted stand-in').waitFor()
  expect(traffic.entries).toEqual([])
})

test('switches travel in the addresses', async () => {
  await page.goto(origin)
  await embedKayako(
    page,
    kayakoOverrides(standInHosts.kayako(origin, { socket: 'refused', hideLauncher: true, cookie: true })),
  )
  const frame = page.frameLocator('#kayako-messenger-frame')
  await poll(() => frame.getByText('No live connection').count()).toBe(1)
  expect(await frame.getByRole('button').count()).toBe(0)
  expect((await page.context().cookies()).map(({ name }) => name)).toEqual(['kayako_stand_in_visitor'])
  const mistyped = await fetch(`${origin}/stand-in/kayako/~lodaer=fails/messenger`)
  expect([mistyped.status, await mistyped.text()]).toEqual([400, expect.stringContaining('no switch "lodaer"')])
})

test('a server that embeds Vite, as Storybook does, gets the socket too', async () => {
  const outer = createHttpServer()
  const embedded = await createServer({
    ...inline,
    server: { middlewareMode: true, hmr: { server: outer } },
    optimizeDeps: { noDiscovery: true },
  })
  outer.on('request', embedded.middlewares)
  await new Promise<void>((resolve) => {
    outer.listen(0, '127.0.0.1', resolve)
  })
  const { realtime } = standInHosts.kayako(originOf(outer))
  const socket = new WebSocket(`${realtime}/websocket?fingerprint_id=f`)
  const answered = await new Promise((resolve) => {
    socket.on('open', () => {
      socket.send(JSON.stringify({ topic: 'phoenix', event: 'heartbeat', payload: {}, ref: '1' }))
    })
    socket.on('message', (message: Buffer) => {
      resolve(JSON.parse(message.toString()))
    })
  })
  expect(answered).toMatchObject({ event: 'phx_reply', ref: '1' })
  socket.terminate()
  await embedded.close()
  outer.close()
})

test('the preview server serves them too', async () => {
  const previewed = await preview({ ...inline, build: { outDir: '.' }, preview: { host: '127.0.0.1', port: 0 } })
  const { loader } = standInHosts.kayako(originOf(previewed.httpServer))
  expect(await (await fetch(loader)).text()).toContain('kayako-messenger-frame')
  await previewed.close()
})

test('a page on another origin gets its preflights answered', async () => {
  const methods: string[] = []
  const serve = serveRequests(createLocalStandIns())
  const other = createHttpServer((request, response) => {
    methods.push(request.method ?? '')
    serve(request, response, () => response.writeHead(404).end())
  })
  await new Promise<void>((resolve) => {
    other.listen(0, '127.0.0.1', resolve)
  })
  await page.goto(origin)
  const hosts = standInHosts.kayako(originOf(other))
  await embedKayako(page, kayakoOverrides(hosts))
  await poll(() => page.evaluate(() => (window as unknown as { log: unknown[] }).log)).toContainEqual([
    'ready',
    'second',
  ])
  expect(methods.slice(0, 4)).toContain('OPTIONS')
  other.closeAllConnections()
  other.close()
})
