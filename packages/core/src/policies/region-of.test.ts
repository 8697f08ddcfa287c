// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regionOf } from './region-of.ts'

const sent = (headers: Readonly<Record<string, string>>) => regionOf(new Headers(headers))

describe('regionOf', () => {
  it.each([
    ['Cloudflare', 'CF-IPCountry', 'cf-region-code'],
    ['CloudFront', 'CloudFront-Viewer-Country', 'CloudFront-Viewer-Country-Region'],
    ['Vercel', 'X-Vercel-IP-Country', 'X-Vercel-IP-Country-Region'],
    ['App Engine', 'X-Appengine-Country', 'X-Appengine-Region'],
  ])('reads the headers of %s', (_, country, subdivision) => {
    expect(sent({ [country]: 'DE' })).toBe('DE')
    expect(sent({ [country]: 'US', [subdivision]: 'CA' })).toBe('US-CA')
    expect(sent({ [country]: 'us', [subdivision]: 'ca' })).toBe('US-CA')
    expect(sent({ [subdivision]: 'CA' })).toBeNull()
  })

  it('knows nothing without them', () => {
    expect(sent({})).toBeNull()
    expect(sent({ 'accept-language': 'de-DE', 'x-country': 'US', 'x-forwarded-for': '192.0.2.1' })).toBeNull()
  })

  it.each(['XX', 'T1', 'ZZ', 'xx', '', '??', 'US, DE', 'United States', 'USA', '1', '-'])(
    'takes %j for not known',
    (country) => {
      expect(sent({ 'cf-ipcountry': country, 'cf-region-code': 'CA' })).toBeNull()
    },
  )

  it.each(['', '?', 'NO REGION', 'California', 'U CA', 'CA, NV', 'MX-CA', '-', 'US-'])(
    'keeps the country where the part is %j',
    (subdivision) => {
      expect(sent({ 'cf-ipcountry': 'US', 'cf-region-code': subdivision })).toBe('US')
    },
  )

  it('reads a part that repeats its country', () => {
    expect(sent({ 'cf-ipcountry': 'US', 'cf-region-code': 'US-CA' })).toBe('US-CA')
    expect(sent({ 'cf-ipcountry': 'CA', 'cf-region-code': 'CAQC' })).toBe('CA-QC')
    expect(sent({ 'cf-ipcountry': 'GB', 'cf-region-code': 'ENG' })).toBe('GB-ENG')
  })

  it('knows nothing where two networks name different countries', () => {
    expect(sent({ 'cf-ipcountry': 'DE', 'x-vercel-ip-country': 'US' })).toBeNull()
    expect(sent({ 'cf-ipcountry': 'T1', 'x-vercel-ip-country': 'US', 'x-vercel-ip-country-region': 'CA' })).toBeNull()
  })

  it('takes the part that one of two knows, and none where they differ', () => {
    const both = { 'cf-ipcountry': 'US', 'x-vercel-ip-country': 'us' }
    expect(sent({ ...both, 'x-vercel-ip-country-region': 'CA' })).toBe('US-CA')
    expect(sent({ ...both, 'cf-region-code': 'ca', 'x-vercel-ip-country-region': 'CA' })).toBe('US-CA')
    expect(sent({ ...both, 'cf-region-code': 'NV', 'x-vercel-ip-country-region': 'CA' })).toBe('US')
  })

  it('reads the headers that it is told of, and no others', () => {
    const headers = new Headers({ 'x-geo': 'fr', 'x-geo-part': 'idf', 'cf-ipcountry': 'US' })
    expect(regionOf(headers, { country: 'X-Geo' })).toBe('FR')
    expect(regionOf(headers, { country: 'x-geo', subdivision: 'x-geo-part' })).toBe('FR-IDF')
    expect(regionOf(headers, { country: 'x-absent' })).toBeNull()
  })

  it('reads a header that holds the whole region', () => {
    expect(regionOf(new Headers({ 'x-region': 'us-ca' }), { country: 'x-region' })).toBe('US-CA')
    const both = new Headers({ 'x-region': 'CA-QC', 'x-part': 'ON' })
    expect(regionOf(both, { country: 'x-region', subdivision: 'x-part' })).toBe('CA-QC')
  })

  it('reads anything that has a get', () => {
    const plain: Readonly<Record<string, string | undefined>> = { 'cf-ipcountry': 'BR' }
    expect(regionOf({ get: (name) => plain[name] })).toBe('BR')
    expect(regionOf(new Map([['x-vercel-ip-country', 'IT']]))).toBe('IT')
  })

  it('never throws, and never names a country that no header named', () => {
    const value = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('US', 'de', 'XX', 'T1', 'CA', 'US-CA', 'USCA'))
    const names = ['cf-ipcountry', 'cf-region-code', 'x-vercel-ip-country', 'x-vercel-ip-country-region'] as const
    fc.assert(
      fc.property(fc.tuple(value, value, value, value), (values) => {
        const headers = new Map(names.map((name, place) => [name as string, values[place]]))
        const region = regionOf(headers)
        const countries = [values[0], values[2]].map((text) => text.slice(0, 2).toUpperCase())
        expect([undefined, ...countries]).toContain(region?.slice(0, 2))
      }),
      { numRuns: 1_000 },
    )
  })
})
