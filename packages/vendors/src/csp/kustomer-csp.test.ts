// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { kustomer } from '../kustomer.ts'
import { kustomerCsp } from './kustomer-csp.ts'

/** A chat key as the vendor makes them: its payload names organisation and pod. */
const keyOf = (payload: unknown): string => `e30.${btoa(JSON.stringify(payload)).replaceAll('=', '')}.`
const acme = keyOf({ orgName: 'acme', pod: 'prod1' })

describe('kustomerCsp', () => {
  it('is the list of facts 2.4', () => {
    expect(kustomerCsp({ apiKey: acme })).toEqual({
      'script-src': ['https://cdn.kustomerapp.com'],
      'connect-src': ['https://acme.api.kustomerapp.com', 'https://*.pndsn.com', 'wss://*.pndsn.com'],
      'frame-src': ["'self'"],
      'img-src': ['https://cdn.kustomerapp.com', 'https://*.kustomerapp.com', 'data:', 'blob:'],
      'style-src': ["'unsafe-inline'"],
    })
  })

  it('knows the pod of the European Union by the key', () => {
    const apiKey = keyOf({ orgName: 'acme', pod: 'prod2' })
    expect(kustomerCsp({ apiKey })['connect-src']).toContain('https://acme.api.prod2.kustomerapp.com')
  })

  it('leaves inline styles out when told to', () => {
    expect(kustomerCsp({ apiKey: acme, inlineStyles: false })).not.toHaveProperty('style-src')
  })

  it.each([
    { apiKey: acme },
    { apiKey: 'unreadable' },
    { apiKey: keyOf({ orgName: 'acme', pod: 'prod2' }) },
    { apiKey: acme, hosts: { api: 'https://proxy.test/kustomer' } },
    { apiKey: acme, hosts: { api: 'https://proxy.test/api', script: 'https://proxy.test/widget.js' } },
  ])('admits the hosts that the adapter discloses, scripts and connections: %j', (options) => {
    const { domains } = kustomer(options).disclosure
    const policy = kustomerCsp(options)
    const admitted = [...(policy['script-src'] ?? []), ...(policy['connect-src'] ?? [])]
    const hostOf = (source: string): string | undefined => source.replace(/^\w+:\/\//, '').split('/')[0]
    expect(new Set(admitted.map(hostOf))).toEqual(new Set(domains.map(hostOf)))
  })
})
