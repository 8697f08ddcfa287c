// @vitest-environment node
import { expect, test } from 'vitest'
import { kayakoSwitchKinds } from '../kayako/switches.ts'
import { kustomerSwitchKinds } from '../kustomer/switches.ts'
import { parseSwitchPath, switchPath } from './switch-path.ts'

test('switches come back from an address as they went in', () => {
  const kayako = { loader: 'fails', cookie: true, delay: 300, token: 'a/b&c ~ü' }
  expect(parseSwitchPath(switchPath(kayako).slice(1), kayakoSwitchKinds)).toEqual(kayako)
  const kustomer = { authorizedDomains: ['shop.test', 'localhost'], unread: 'polling' }
  expect(parseSwitchPath(switchPath(kustomer).slice(1), kustomerSwitchKinds)).toEqual(kustomer)
})

test('without switches an address stays as it is', () => {
  expect(switchPath({})).toBe('')
  expect(switchPath({ delay: undefined })).toBe('')
})

test('a mistyped switch is named, with what there is', () => {
  expect(() => parseSwitchPath('~lodaer=fails', kayakoSwitchKinds)).toThrow('no switch "lodaer". Use one of loader,')
  expect(() => parseSwitchPath('~loader=broken', kayakoSwitchKinds)).toThrow(
    '"loader" cannot be "broken". Use one of works,',
  )
})
