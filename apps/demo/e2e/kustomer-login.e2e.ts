import { mkdirSync } from 'node:fs'
import { kustomerToken } from '@askfirst/server'
import { kustomerChatKey } from '@askfirst/testing'
import { standInKustomer } from '@askfirst/testing/playwright'
import { bundle } from '../../../scripts/bundle.mjs'
import { expect, test } from './fixtures.ts'

const secret = 'the organisation’s chat secret'
const site = 'https://shop.test'

/** A page of a site whose customer is signed in, and whose server signs for the chat. */
const code = (apiKey: string) => `
  import { createConsentStore } from '@askfirst/core'
  import { createVendorRuntime } from '@askfirst/core/runtime'
  import { kustomer } from '@askfirst/vendors/kustomer'
  const store = createConsentStore({ vendors: [kustomer({ apiKey: '${apiKey}', brandId: 'acme' })] })
  const runtime = createVendorRuntime(store)
  const chat = runtime.vendor('kustomer')
  store.connect()
  runtime.connect()
  chat.retain()
  chat.identify(() => fetch('/identity').then((answer) => answer.json()))
  const onPress = (id, run) => document.getElementById(id).addEventListener('click', run)
  onPress('allow', () => (store.grantVendor('kustomer'), chat.open()))
  onPress('sign-out', () => chat.forget())`

const html = (entry = '') =>
  `<!doctype html><title>Shop</title><button id="allow">Allow chat</button><button id="sign-out">Sign out</button>
  <script type="module" src="/${entry}"></script>`

test('Kustomer knows the customer by a token that we signed with its own secret, and by no other', async ({
  page,
  context,
}, { outputDir }) => {
  mkdirSync(outputDir, { recursive: true })
  const chunks = await bundle(outputDir, code(kustomerChatKey()))
  const entry = chunks.find(({ isEntry }) => isEntry)
  const service = await standInKustomer(context, { secret, replyDelay: 50 })
  let signedWith = 'another secret'
  await page.route(`${site}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    const chunk = chunks.find(({ fileName }) => `/${fileName}` === pathname)
    if (chunk) return route.fulfill({ contentType: 'text/javascript', body: String(chunk.content) })
    if (pathname !== '/identity') return route.fulfill({ contentType: 'text/html', body: html(entry?.fileName) })
    const token = await kustomerToken({ secret: signedWith, email: 'ada@tendril-street.example' })
    return route.fulfill({ json: { token } })
  })
  const sessions = (method: string) =>
    service.log
      .filter((one) => one.method === method && one.url.endsWith('/visitor/session'))
      .map(({ status }) => status)
  const conversation = page.frameLocator('#kustomer-ui-sdk-iframe').getByRole('log')
  await test.step('another’s secret', async () => {
    await page.goto(`${site}/`)
    await page.getByRole('button', { name: 'Allow chat' }).click()
    await expect.poll(() => sessions('POST')).toEqual([401])
    await expect(conversation).not.toContainText('Welcome back')
  })
  await test.step('its own, until the customer signs out', async () => {
    signedWith = secret
    await context.clearCookies()
    await page.evaluate(() => localStorage.clear())
    await page.goto(`${site}/`)
    await page.getByRole('button', { name: 'Allow chat' }).click()
    await expect.poll(() => sessions('POST')).toEqual([401, 200])
    await expect(conversation).toContainText('Welcome back, ada@tendril-street.example')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect.poll(() => sessions('DELETE')).toEqual([200])
  })
})
