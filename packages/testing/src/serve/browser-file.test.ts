// @vitest-environment node
import { expect, test } from 'vitest'
import { createKayakoStandIn } from '../kayako/stand-in.ts'
import { createKustomerStandIn } from '../kustomer/stand-in.ts'

const request = { method: 'GET', url: new URL('https://stand-in.test/'), headers: {}, body: '' }

test('no script of a stand-in holds what its service signs with', async () => {
  const kayako = createKayakoStandIn({ token: 'kept-by-the-service', replyDelay: 51 })
  const kustomer = createKustomerStandIn({ secret: 'kept-by-the-service', replyDelay: 51 })
  for (const answer of [
    await kayako.respond({ host: 'loader', path: '/messenger' }, request),
    await kayako.respond({ host: 'assets', path: '/messenger/build-1.js' }, request),
    await kustomer.respond({ host: 'cdn', path: '/chat-web/release-v0.0.0/widget-main.js' }, request),
  ]) {
    const { body } = answer as { body: string }
    expect(body, 'it holds the other switches').toContain('replyDelay')
    expect(body).not.toContain('kept-by-the-service')
  }
})
