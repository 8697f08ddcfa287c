// @vitest-environment node
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { embedKayako, launch, openShop, poll, giveTime } from '../shop.fixture.ts'
import { standInKayako } from './stand-in-kayako.ts'
import { watchTraffic } from './watch-traffic.ts'

giveTime()
let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

test.each(['page', 'context'] as const)(
  'records every foreign host that is contacted, sockets included (%s)',
  async (kind) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await openShop(page)
    const target = kind === 'page' ? page : context
    const traffic = watchTraffic(target, { ownHosts: ['shop.test'] })
    await standInKayako(target, { subdomain: 'acme' })
    await page.reload()
    expect(traffic.entries).toEqual([])

    await embedKayako(page)
    await expect
      .poll(() => traffic.hosts().toSorted())
      .toEqual([
        'acme.kayako.com',
        'acme.kayakocdn.com',
        'assets.kayako.com',
        'd2wy8f7a9ursnm.cloudfront.net',
        'kre.kayako.net',
      ])
    expect(traffic.entries[0]).toMatchObject({ order: 0, kind: 'request', type: 'script', method: 'GET' })
    expect(traffic.entries.filter((entry) => entry.kind === 'socket')).toHaveLength(1)

    // A socket that nobody intercepts is seen as well. Its name leads nowhere in this browser.
    await page.evaluate(() => void new WebSocket('wss://elsewhere.example/socket'))
    await poll(() => traffic.hosts()).toContain('elsewhere.example')
    traffic.clear()
    traffic.stop()
    await page.reload()
    await embedKayako(page)
    expect(traffic.entries).toEqual([])
    await context.close()
  },
)

test('a wrong subdomain is answered with 404 and reaches nobody', async () => {
  const page = await browser.newPage()
  await openShop(page)
  const kayako = await standInKayako(page, { subdomain: 'another' })
  await embedKayako(page)
  await poll(() => kayako.log.map(({ status }) => status)).toEqual([404])
  expect(kayako.log[0]?.host).toBeNull()
})
