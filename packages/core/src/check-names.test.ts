import { describe, expect, it } from 'vitest'
import { createConsentStore } from './store.ts'
import { testVendor } from './test-vendor.fixture.ts'

const advice = ', because it could not be written into the record. Use 1 to 64 letters, digits, "-" and "_".'

const unusable = [
  '',
  ' ',
  'a b',
  'a.b',
  'a:b',
  'a&b',
  'a=b',
  'a;b',
  'a,b',
  'a%20b',
  'a+b',
  'a*',
  '*',
  'kayako\n',
  'größe',
  'x'.repeat(65),
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
]

describe('names', () => {
  it.each(unusable)('%j is no id of a vendor', (name) => {
    expect(() => createConsentStore({ vendors: [testVendor(name)] })).toThrow(
      `Askfirst: "${name}" is no usable name${advice}`,
    )
  })

  it.each(unusable)('%j is no category', (name) => {
    expect(() => createConsentStore({ vendors: [testVendor('chat', name)] })).toThrow('is no usable name')
    expect(() => createConsentStore({ categories: [name] })).toThrow('is no usable name')
  })

  it.each(unusable)('%j is no revision and no language', (name) => {
    expect(() => createConsentStore({ revision: name })).toThrow('is no usable name')
    expect(() => createConsentStore({ locale: name })).toThrow('is no usable name')
  })

  it.each(['kayako', 'a', 'A-1_b', '-', '0', 'x'.repeat(64), 'prototype', 'en-GB', 'zh-Hant-HK'])(
    '%j is fine',
    (name) => {
      expect(() =>
        createConsentStore({ vendors: [testVendor(name, name)], categories: [name], revision: name, locale: name }),
      ).not.toThrow()
    },
  )
})
