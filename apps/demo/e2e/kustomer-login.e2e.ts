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

for (const [whose, signedWith, greeting, answers] of [
  ['its own', secret, 'Welcome back, ada@tendril-street.example', [200]],
  ['another’s', 'another secret', null, [401]],
] as const) {
  test(`Kustomer knows the customer by a token that we signed with ${whose} secret: ${greeting !== null}`, async ({
    page,
    context,
  }, { outputDir }) => {
    mkdirSync(outputDir, { recursive: true })
    const chunks = await bundle(outputDir, code(kustomerChatKey()))
    const entry = chunks.find(({ isEntry }) => isEntry)
    const service = await standInKustomer(context, { secret, replyDelay: 50 })
    await page.route(`${site}/**`, async (route) => {
      const { pathname } = new URL(route.request().url())
      const chunk = chunks.find(({ fileName }) => `/${fileName}` === pathname)
      if (chunk) return route.fulfill({ contentType: 'text/javascript', body: String(chunk.content) })
      if (pathname !== '/identity') return route.fulfill({ contentType: 'text/html', body: html(entry?.fileName) })
      const token = await kustomerToken({ secret: signedWith, email: 'ada@tendril-street.example' })
      return route.fulfill({ json: { token } })
    })
    const sessions = (method: string) =>
      service.log.filter((one) => one.method === method && one.url.endsWith('/visitor/session'))
    await page.goto(`${site}/`)
    await page.getByRole('button', { name: 'Allow chat' }).click()
    const conversation = page.frameLocator('#kustomer-ui-sdk-iframe').getByRole('log')
    await expect.poll(() => sessions('POST').map(({ status }) => status)).toEqual(answers)
    if (greeting === null) return expect(conversation).not.toContainText('Welcome back')
    await expect(conversation).toContainText(greeting)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect.poll(() => sessions('DELETE').map(({ status }) => status)).toEqual([200])
  })
}
