import { describe, expect, it } from 'vitest'
import { addressMatcher } from './address.ts'

describe('addressMatcher', () => {
  it.each([
    'https://acme.kayako.com',
    'https://acme.kayako.com/',
    'https://acme.kayako.com/api/v1?include=brand#top',
    'http://acme.kayako.com/',
    'wss://acme.kayako.com/socket',
    '//acme.kayako.com/messenger',
    'https://ACME.Kayako.COM/messenger',
    'https://acme.kayako.com:443/',
  ])('%s is of acme.kayako.com', (url) => {
    expect(addressMatcher(['acme.kayako.com'])(url)).toBe(true)
  })

  it.each([
    'https://kayako.com/',
    'https://other.kayako.com/',
    'https://evilacme.kayako.com/',
    'https://x.acme.kayako.com/',
    'https://acme.kayako.com.evil.example/',
    'https://acme.kayako.community/',
    'https://acmexkayako.com/',
    'https://acme-kayako.com/',
    'https://evil.example/acme.kayako.com',
    'https://evil.example/?acme.kayako.com',
    'https://evil.example/#acme.kayako.com',
    'https://acme.kayako.com@evil.example/',
    'https://acme.kayako.com:pass@evil.example/',
    'https://acme.kayako.com:8443/',
    '/acme.kayako.com/messenger',
    'acme.kayako.com/messenger',
    '',
    '#',
  ])('%j is not of acme.kayako.com', (url) => {
    expect(addressMatcher(['acme.kayako.com'])(url)).toBe(false)
  })

  it.each([
    'data:acme.kayako.com/,alert(1)',
    'data:text/javascript,alert(1)',
    'javascript:acme.kayako.com/',
    'blob:acme.kayako.com/0000',
    'blob:https://acme.kayako.com/0000',
    'about:blank',
    'x:acme.kayako.com/',
  ])('%s, which names no host, is of nobody', (url) => {
    expect(addressMatcher(['acme.kayako.com'])(url)).toBe(false)
  })

  it.each(['https://', 'http://[', '//', 'https://acme.kayako.com:99999/', 'http://%'])(
    '%j, which is no address at all, is of nobody, and stops nothing',
    (url) => {
      expect(addressMatcher(['acme.kayako.com'])(url)).toBe(false)
    },
  )

  it('a star in front stands for any host below', () => {
    const matches = addressMatcher(['*.kayako.com'])
    expect(matches('https://acme.kayako.com/')).toBe(true)
    expect(matches('https://eu.acme.kayako.com/')).toBe(true)
    expect(matches('https://kayako.com/')).toBe(false)
    expect(matches('https://evilkayako.com/')).toBe(false)
    expect(matches('https://.kayako.com.evil.example/')).toBe(false)
    expect(matches('https://evil.example/.kayako.com')).toBe(false)
    expect(matches('https://evil.example/x.kayako.com/')).toBe(false)
    expect(matches('https://acme.kayako.com.evil.example/')).toBe(false)
  })

  it('a path keeps out the other users of a shared host', () => {
    const matches = addressMatcher(['cdn.example/acme'])
    expect(matches('https://cdn.example/acme')).toBe(true)
    expect(matches('https://cdn.example/acme/messenger.js')).toBe(true)
    expect(matches('https://cdn.example/acme?v=2')).toBe(true)
    expect(matches('https://cdn.example/')).toBe(false)
    expect(matches('https://cdn.example/acme-evil/messenger.js')).toBe(false)
    expect(matches('https://cdn.example/other/acme/messenger.js')).toBe(false)
    expect(matches('https://cdn.example/acme/../other/messenger.js')).toBe(false)
    expect(matches('https://cdn.example/acme/%2e%2e/other/messenger.js')).toBe(false)
  })

  it('takes a host with a port, as a stand-in has', () => {
    const matches = addressMatcher(['localhost:4173'])
    expect(matches('http://localhost:4173/messenger.js')).toBe(true)
    expect(matches('http://localhost:3000/messenger.js')).toBe(false)
    expect(matches('http://localhost/messenger.js')).toBe(false)
  })

  it('takes no sign of a domain for a pattern', () => {
    expect(addressMatcher(['a.b'])('https://axb/')).toBe(false)
    expect(addressMatcher(['cdn.example/a+b'])('https://cdn.example/aab')).toBe(false)
    expect(addressMatcher(['cdn.example/a+b'])('https://cdn.example/a+b')).toBe(true)
    expect(addressMatcher(['cdn.example/(x|y)'])('https://cdn.example/x')).toBe(false)
  })

  it('matches any of several domains, and nothing for none', () => {
    const matches = addressMatcher(['acme.kayako.com', '*.kayakocdn.com'])
    expect(matches('https://acme.kayako.com/')).toBe(true)
    expect(matches('https://acme.kayakocdn.com/')).toBe(true)
    expect(matches('https://kustomer.com/')).toBe(false)
    expect(addressMatcher([])('https://acme.kayako.com/')).toBe(false)
    expect(addressMatcher([])(location.href)).toBe(false)
  })
})
