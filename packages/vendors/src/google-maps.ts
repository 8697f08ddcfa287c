import type { FrameVendor } from '@askfirst/core/runtime'
import { domainOf } from './address.ts'
import { defineFrameVendor } from './define.ts'
import type { FrameVendorOptions } from './options.ts'

const cookies = ['NID', 'SOCS', 'CONSENT', 'AEC', 'OGP', 'OGPC']

/** Maps of Google in a frame: what its share dialog gives, or the Embed API. Its JavaScript API is another vendor. */
export function googleMaps({
  hosts,
  category = 'functional',
  policyUrl,
  ...rest
}: FrameVendorOptions = {}): FrameVendor<'google-maps'> {
  const embed = hosts?.embed && domainOf(hosts.embed)
  return defineFrameVendor({
    id: 'google-maps',
    name: 'Google Maps',
    category,
    ...rest,
    disclosure: {
      operator: 'Google',
      country: 'US',
      domains: embed ? [embed] : ['www.google.com', 'maps.google.com', '*.googleapis.com', '*.gstatic.com'],
      storage: cookies.map((name) => ({
        name,
        kind: 'cookie',
        host: 'google.com',
        purpose: 'unpublished',
        days: null,
        confidence: 'third-party',
      })),
      data: ['usage', 'visitor-id', 'browser', 'ip-address'],
      legalBasis: 'consent',
      transfers: [],
      policyUrl: policyUrl ?? null,
      evidence: () => import('./google-maps-evidence.ts').then((chunk) => chunk.evidence),
    },
    embeds: embed ? [embed] : ['www.google.com/maps', 'maps.google.com'],
  })
}
