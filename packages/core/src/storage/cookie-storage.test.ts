import { afterEach, describe, expect, it, vi } from 'vitest'
import { serializeRecord } from '../serialize-record.ts'
import { testRecord, yes } from '../test-vendor.fixture.ts'
import { parseRecord } from '../parse-record.ts'
import { cookieStorage, readCookie } from './cookie-storage.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('cookieStorage', () => {
  it('reads nothing where nothing is stored', () => {
    document.cookie = 'other=1'
    expect(cookieStorage().read()).toBe('')
  })

  it('reads back what it wrote, in a cookie named askfirst', () => {
    const text = serializeRecord(testRecord({ categories: new Map([['functional', yes()]]) }))
    cookieStorage().write(text)
    expect(document.cookie).toBe(`askfirst=${text}`)
    expect(cookieStorage().read()).toBe(text)
  })

  it('replaces what it wrote before', () => {
    cookieStorage().write('first')
    cookieStorage().write('second')
    expect(document.cookie).toBe('askfirst=second')
  })

  it('takes another name', () => {
    cookieStorage({ name: 'choices' }).write('v=1')
    expect(cookieStorage({ name: 'choices' }).read()).toBe('v=1')
    expect(cookieStorage().read()).toBe('')
  })

  /** The attributes as a browser takes them: of two by one name the later counts. */
  function attributesOf(written: unknown): Record<string, string> {
    const [, ...attributes] = String(written).toLowerCase().split(/; */).filter(Boolean)
    return Object.fromEntries(attributes.map((attribute) => attribute.split('=')))
  }

  it('keeps the cookie as long as browsers let it, for the whole site, out of requests from elsewhere', () => {
    const write = vi.spyOn(document, 'cookie', 'set')
    cookieStorage().write('v=1')
    expect(attributesOf(write.mock.calls[0]?.[0])).toEqual({ path: '/', 'max-age': '34560000', samesite: 'lax' })
  })

  it('takes attributes that win over those', () => {
    const write = vi.spyOn(document, 'cookie', 'set')
    cookieStorage({ attributes: 'domain=acme.example; max-age=2592000; samesite=strict' }).write('v=1')
    expect(attributesOf(write.mock.calls[0]?.[0])).toEqual({
      domain: 'acme.example',
      path: '/',
      'max-age': '2592000',
      samesite: 'strict',
    })
  })

  it('is sent over secure connections only, where the page has one', () => {
    vi.stubGlobal('location', { protocol: 'https:' })
    const write = vi.spyOn(document, 'cookie', 'set')
    cookieStorage().write('v=1')
    expect(Object.keys(attributesOf(write.mock.calls[0]?.[0]))).toContain('secure')
  })

  it('touches nothing when it is made', () => {
    vi.stubGlobal('document', undefined)
    vi.stubGlobal('location', undefined)
    expect(() => cookieStorage()).not.toThrow()
  })
})

describe('readCookie', () => {
  it('finds a cookie wherever it stands', () => {
    expect(readCookie('askfirst=a', 'askfirst')).toBe('a')
    expect(readCookie('x=1; askfirst=a; y=2', 'askfirst')).toBe('a')
    expect(readCookie('x=1;askfirst=a', 'askfirst')).toBe('a')
  })

  it.each([
    'askfirst=accept-all; askfirst=v=1&categories=a:granted',
    'askfirst=accept-all; a=b; askfirst=reject-all',
    'askfirst=reject-all; askfirst=',
  ])('reads of several cookies that differ what nobody can read: %s', (cookies) => {
    const text = readCookie(cookies, 'askfirst')
    expect(parseRecord(text)).toBeNull()
    expect(['accept-all', 'reject-all', '', null]).not.toContain(text)
  })

  it('reads several equal cookies as one', () => {
    expect(readCookie('askfirst=accept-all; askfirst=accept-all', 'askfirst')).toBe('accept-all')
  })

  it('keeps every sign of the value', () => {
    expect(readCookie('askfirst=v=1&id=a==&x', 'askfirst')).toBe('v=1&id=a==&x')
    expect(readCookie('askfirst=', 'askfirst'), 'an empty one says nothing').toBe('')
  })

  it('takes no sign of the name for a pattern', () => {
    expect(readCookie('acmexchoices=a', 'acme.choices')).toBe('')
    expect(readCookie('acme.choices=a', 'acme.choices')).toBe('a')
    expect(readCookie('x=1; $acme=a', '$acme')).toBe('a')
  })

  it.each(['', 'xaskfirst=a', 'askfirst2=a', 'other=askfirst=a', 'askfirst', 'ASKFIRST=a', 'a-askfirst=a'])(
    'does not take %j for it',
    (cookies) => {
      expect(readCookie(cookies, 'askfirst')).toBe('')
    },
  )
})
