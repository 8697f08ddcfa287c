// @vitest-environment node
import { expect, it } from 'vitest'
import { gpcSupport, signalOf } from './gpc.ts'

const sent = (...values: readonly string[]): Headers => {
  const headers = new Headers()
  for (const value of values) headers.append('Sec-GPC', value)
  return headers
}

it.each([
  [['1'], 'gpc'],
  [['0', '1'], 'gpc'],
  [['1', '1'], 'gpc'],
  [['1,0'], 'gpc'],
  [[], ''],
  [[''], ''],
  [['0'], ''],
  [['true'], ''],
  [['11'], ''],
  [['1;a'], ''],
  [['"1"'], ''],
  [['1 1'], ''],
  [['01', '1.0', '+1'], ''],
])('takes Sec-GPC with the values %j for %j', (values, signal) => {
  expect(signalOf(sent(...values))).toBe(signal)
})

it('takes anything that is read like headers', () => {
  expect(signalOf({ get: (name) => (name.toLowerCase() === 'sec-gpc' ? '1' : undefined) })).toBe('gpc')
  expect(signalOf({ get: () => undefined })).toBe('')
})

it('says to who asks that the site honours the signal', () => {
  expect(JSON.parse(gpcSupport(new Date('2026-11-25T12:00:00Z')))).toEqual({ gpc: true, lastUpdate: '2026-11-25' })
})
