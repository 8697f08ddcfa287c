// @vitest-environment node
import { expect, test } from 'vitest'
import { parseObject } from '../serve/message.ts'
import type { StandInRequest } from '../serve/message.ts'
import { createKayakoStandIn } from './stand-in.ts'

const settingsPath = '/api/v1/messenger/settings/current'

function request(method: string, headers: Record<string, string> = {}): StandInRequest {
  return { method, url: new URL(`https://acme.kayako.com${settingsPath}`), headers, body: '' }
}

test('1: answers the preflight of the custom header, then JSON', async () => {
  const standIn = createKayakoStandIn({})
  const place = { host: 'api', path: settingsPath } as const
  const origin = 'https://shop.test'
  const asked = { origin, 'access-control-request-headers': 'x-stand-in' }
  expect(await standIn.respond(place, request('OPTIONS', asked))).toMatchObject({
    status: 204,
    headers: { 'access-control-allow-origin': origin, 'access-control-allow-headers': 'x-stand-in' },
  })
  expect(await standIn.respond(place, request('GET', { origin }))).toMatchObject({
    status: 200,
    headers: { 'access-control-allow-origin': origin, 'content-type': 'application/json; charset=utf-8' },
    body: expect.stringContaining('"reply_time_expectation":"FEW_MINS"'),
  })
})

test('5: speaks the Phoenix frames for joining and for the heartbeat', () => {
  const standIn = createKayakoStandIn({})
  const sent: unknown[] = []
  const listeners: ((text: string) => void)[] = []
  const say = (frame: object) => {
    for (const listener of listeners) listener(JSON.stringify(frame))
  }
  standIn.connect(new URL('wss://kre.kayako.net/socket/websocket?fingerprint_id=f&vsn=1.0.0'), {
    send: (text) => sent.push(parseObject(text)),
    onMessage: (listener) => listeners.push(listener),
    onClose: () => {},
  })
  say({ topic: 'visitor:f', event: 'phx_join', payload: {}, ref: '1' })
  say({ topic: 'phoenix', event: 'heartbeat', payload: {}, ref: '2' })
  say({ topic: 'visitor:somebody-else', event: 'phx_join', payload: {}, ref: '3' })
  standIn.reply('Hello')
  expect(sent).toEqual([
    { topic: 'visitor:f', event: 'phx_reply', payload: { status: 'ok', response: {} }, ref: '1' },
    { topic: 'phoenix', event: 'phx_reply', payload: { status: 'ok', response: {} }, ref: '2' },
    expect.objectContaining({ payload: expect.objectContaining({ status: 'error' }), ref: '3' }),
    expect.objectContaining({ topic: 'visitor:f', event: 'new_message' }),
  ])
})

test('tells a test that speaks to nobody', () => {
  expect(() => {
    createKayakoStandIn({}).reply('Hello')
  }).toThrow('nobody is connected')
})
