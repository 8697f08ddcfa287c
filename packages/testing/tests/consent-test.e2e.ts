import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import { consentTest as test } from '@askfirst/testing/playwright'
import { vendor as parley } from './adapters/parley.ts'

const baseURL = 'https://shop.test'

test.use({ baseURL, vendors: [parley], consentCookie: { name: 'choices' } })

test.beforeEach(async ({ context }) => {
  await context.route('https://cdn.parley.test/**', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  )
  await context.route(`${baseURL}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><title>Shop</title>',
    }),
  )
})

/** What a site does that asks nobody. */
const breakRule = (): void => {
  document.body.append(Object.assign(document.createElement('script'), { src: 'https://cdn.parley.test/parley.js' }))
}

test.describe('a visitor', () => {
  test.use({
    nothingBefore: 'end',
    consent: { vendors: { parley: true } },
    gpc: true,
    region: 'DE',
    regionHeader: 'x-country',
    // A server, since what a test answers itself is answered before headers are added.
    baseURL: async ({ browserName }, provide) => {
      const server = createServer(({ headers }, response) => {
        response.setHeader('content-type', 'text/html')
        response.end(
          `<!doctype html><title>${String(headers['x-country'])} ${String(headers['sec-gpc'])} ${browserName}</title>`,
        )
      }).listen(0, '127.0.0.1')
      await once(server, 'listening')
      await provide(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
      server.closeAllConnections()
      server.close()
    },
  })

  test('comes with consent, signal and region, and passes where nothing happens', async ({ page }) => {
    await page.goto('/')
    await expect(page).toHaveTitle('DE 1 chromium')
    expect(await page.evaluate(() => (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl)).toBe(true)
    expect(await page.evaluate(() => document.cookie)).toMatch(/^choices=v=1&.*vendors=parley:granted/)
  })
})

test.describe('the whole test is watched', () => {
  test.use({ nothingBefore: 'end' })

  test('until the visitor says yes', async ({ page, beforeConsent, rememberPage }) => {
    await page.goto('/')
    const before = await rememberPage()
    await beforeConsent.end()
    await page.evaluate(breakRule)
    await expect(before.expectRemoved(parley)).rejects.toThrow('Node script https://cdn.parley.test/parley.js')
  })

  test('and fails at its end', async ({ page }) => {
    test.fail()
    await page.goto('/')
    await page.evaluate(breakRule)
  })
})

test.describe('the whole test is watched, at once', () => {
  test.use({ nothingBefore: 'at-once' })

  test('and does not go on after the first finding', async ({ page }) => {
    test.fail()
    await page.goto('/')
    await page.evaluate(breakRule)
    await page.waitForTimeout(20_000)
    // Were it to come here, the test would take too long for its time.
    test.setTimeout(1)
  })
})

test('a vendor is made to fail, and what the page does before consent is told when asked', async ({
  page,
  simulate,
  beforeConsent,
}) => {
  await page.goto('/')
  await beforeConsent.expectNothing()
  const failure = await simulate('blocked', { of: parley, times: 1 })
  for (const outcome of ['error', 'load']) {
    const happened = page.evaluate(
      () =>
        new Promise((resolve) => {
          const script = document.createElement('script')
          for (const event of ['load', 'error']) script.addEventListener(event, () => resolve(event))
          script.src = `https://cdn.parley.test/parley.js?${Math.random()}`
          document.body.append(script)
        }),
    )
    expect(await happened).toBe(outcome)
  }
  expect(failure.tries()).toBe(2)
  await expect(beforeConsent.expectNothing()).rejects.toThrow('Request to https://cdn.parley.test/parley.js')
})
