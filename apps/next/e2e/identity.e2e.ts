import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Response } from '@playwright/test'
import { chatToken } from './chat-token.ts'
import { expect, test } from './fixtures.ts'
import { isHydrated } from './scripts.ts'

const staticFiles = fileURLToPath(new URL('../dist/.next/static/', import.meta.url))

/** Everything that the context's pages receive and send from now on: headers and bodies. */
function recordBytes(context: BrowserContext): () => Promise<string> {
  const responses: Response[] = []
  context.on('response', (response) => responses.push(response))
  const textOf = async (response: Response): Promise<string> => {
    const request = response.request()
    const body = await response.body().catch(() => Buffer.from('')) // Redirects and preflights have none.
    return [request.url(), request.postData(), JSON.stringify(response.headers()), body.toString('latin1')].join('\n')
  }
  return async () => (await Promise.all(responses.map(textOf))).join('\n')
}

test('a visitor who is not signed in gets no identity', async ({ request }) => {
  for (const cookie of [
    '',
    'demo-session=',
    'demo-session=nobody',
    'demo-signed-in=1; email=ada@tendril-street.example',
  ]) {
    const response = await request.get('/api/chat-identity?email=ada@tendril-street.example', { headers: { cookie } })
    expect(response.status()).toBe(401)
    expect(await response.text()).toBe('')
    expect(response.headers()['cache-control']).toBe('private, no-store')
  }
})

test('the chat knows a signed-in customer, on every kind of page, and the token is in no byte of the browser', async ({
  page,
  context,
  service,
  parts,
}) => {
  service.set({ token: chatToken })
  const bytes = recordBytes(context)
  const identities = () => service.log.filter(({ url }) => url.endsWith('/messenger/identity'))
  const answers = () => identities().flatMap(({ method, status }) => (method === 'OPTIONS' ? [] : [method, status]))
  await page.goto('/parcel')
  await isHydrated(page)
  await page.getByRole('button', { name: 'Sign in as Ada (demo)' }).click()
  await expect(page.getByText('Signed in as Ada Lovelace.')).toBeVisible()
  await parts.start.click()
  await parts.allow.click()
  await expect(parts.conversation).toContainText('Welcome back, Ada Lovelace.')
  expect(answers()).toEqual(['POST', 200])

  await page.goto('/')
  await isHydrated(page)
  await parts.launcher.click()
  await expect(parts.conversation).toContainText('Welcome back, Ada Lovelace.')
  expect(answers()).toEqual(['POST', 200, 'POST', 200])

  await page.goto('/parcel')
  await isHydrated(page)
  await expect(parts.launcher).toBeVisible()
  const kept = JSON.stringify(await context.storageState())
  expect(kept).toContain('demo-session')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in as Ada (demo)' })).toBeVisible()
  expect(answers().slice(-2)).toEqual(['DELETE', 200])
  expect((await page.request.get('/api/chat-identity')).status()).toBe(401)

  const received = await bytes()
  expect(received, 'the signature is among what was recorded').toMatch(/"signature":"[\da-f]{64}"/)
  const built = readdirSync(staticFiles, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
  expect(built.join('\n'), 'the page’s own part is among what was built').toContain('/api/chat-identity')
  for (const text of [received, ...built, kept]) expect(text.includes(chatToken)).toBe(false)
})

test.describe('with a token that the chat does not know', () => {
  test.use({ expectedComplaints: /403/ })

  test('nothing is revealed, and the chat goes on without a name', async ({ page, service, parts }) => {
    service.set({ token: 'another' })
    await page.goto('/parcel')
    await isHydrated(page)
    await page.getByRole('button', { name: 'Sign in as Ada (demo)' }).click()
    await parts.start.click()
    await parts.allow.click()
    await expect.poll(() => service.log.map(({ status }) => status)).toContain(403)
    await parts.message.fill('Hello')
    await page.keyboard.press('Enter')
    await expect(parts.conversation).toContainText('Thanks for writing.')
    await expect(parts.conversation).not.toContainText('Ada')
  })
})
