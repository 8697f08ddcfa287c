import type { FrameVendor } from '@askfirst/core/runtime'
import { domainOf } from './address.ts'
import { defineFrameVendor } from './define.ts'
import type { FrameVendorOptions } from './options.ts'

const cookies = ['vuid', 'player', 'continuous_play_v3', 'sd_identity', 'sd_client_id']

/** Films on Vimeo, embedded from `player.vimeo.com`. Write `?dnt=1` behind their address: it stores less, and still asks first. */
export function vimeo({
  hosts,
  category = 'functional',
  policyUrl,
  ...rest
}: FrameVendorOptions = {}): FrameVendor<'vimeo'> {
  const embed = domainOf(hosts?.embed ?? 'https://player.vimeo.com')
  return defineFrameVendor({
    id: 'vimeo',
    name: 'Vimeo',
    category,
    ...rest,
    disclosure: {
      operator: 'Vimeo',
      country: 'US',
      domains: hosts?.embed ? [embed] : [embed, '*.vimeocdn.com'],
      storage: cookies.map((name) => ({
        name,
        kind: 'cookie',
        host: 'vimeo.com',
        purpose: 'visitor-id',
        days: 730,
        confidence: 'third-party',
      })),
      data: ['usage', 'visitor-id', 'browser', 'ip-address'],
      legalBasis: 'consent',
      transfers: [],
      policyUrl: policyUrl ?? null,
      evidence: () => import('./vimeo-evidence.ts').then((chunk) => chunk.evidence),
    },
    embeds: [embed],
  })
}
