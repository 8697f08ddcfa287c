import type { APIRequestContext } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const banner = '<section data-askfirst="banner"'

async function htmlFor(request: APIRequestContext, path: string, record: string) {
  const response = await request.get(path, { headers: { cookie: `askfirst=${record}` } })
  return { html: await response.text(), headers: response.headers() }
}

test('the static page is byte for byte the same for everyone, and may be cached by all', async ({ request }) => {
  const accepted = await htmlFor(request, '/', 'accept-all')
  const stranger = await htmlFor(request, '/', '')
  expect(accepted.html).toBe(stranger.html)
  expect(accepted.html).toContain(banner)
  expect(accepted.headers['x-nextjs-cache']).toBe('HIT')
  expect(accepted.headers['cache-control']).toMatch(/s-maxage=\d{6,}/)
})

for (const path of ['/parcel', '/answers']) {
  test(`${path} has the banner in its HTML for those who are to be asked, and is kept in no shared cache`, async ({
    request,
  }) => {
    const records = ['', 'granted', 'accept-all', 'reject-all']
    const answers = await Promise.all(records.map((record) => htmlFor(request, path, record)))
    expect(answers.map(({ html }) => html.includes(banner))).toEqual([true, true, false, false])
    for (const { headers } of answers) expect(headers['cache-control']).toMatch(/private.*no-store/)
  })
}

test('the server answers as the browser will: who may run, and why', async ({ request }) => {
  expect((await htmlFor(request, '/parcel', 'accept-all')).html).toContain('allowed<!-- --> (<!-- -->category-granted')
  expect((await htmlFor(request, '/parcel', 'reject-all')).html).toContain(
    'not allowed<!-- --> (<!-- -->category-denied',
  )
  expect((await htmlFor(request, '/parcel', '')).html).toContain('not allowed<!-- --> (<!-- -->undecided')
})
