import type { FrameVendor } from '@askfirst/core/runtime'
import { domainOf } from './address.ts'
import { defineFrameVendor } from './define.ts'
import type { FrameVendorOptions } from './options.ts'

/** Name, and days it lasts. */
const cookies = [
  ['VISITOR_INFO1_LIVE', 180],
  ['VISITOR_PRIVACY_METADATA', 180],
  ['__Secure-ROLLOUT_TOKEN', 180],
  ['GPS', 1],
  ['YSC', 0],
  ['PREF', null],
  ['LOGIN_INFO', null],
  ['DEVICE_INFO', null],
] as const

/** Films on YouTube, embedded from `www.youtube-nocookie.com` or `www.youtube.com`: both ask first. */
export function youtube({
  hosts,
  category = 'functional',
  policyUrl,
  ...rest
}: FrameVendorOptions = {}): FrameVendor<'youtube'> {
  const embed = hosts?.embed && domainOf(hosts.embed)
  return defineFrameVendor({
    id: 'youtube',
    name: 'YouTube',
    category,
    ...rest,
    disclosure: {
      operator: 'Google',
      country: 'US',
      domains: embed
        ? [embed]
        : [
            'www.youtube-nocookie.com',
            '*.youtube.com',
            '*.ytimg.com',
            '*.googlevideo.com',
            '*.google.com',
            '*.doubleclick.net',
          ],
      storage: [
        ...cookies.map(
          ([name, days]) =>
            ({
              name,
              kind: 'cookie',
              host: 'youtube.com',
              purpose: 'visitor-id',
              days,
              confidence: 'third-party',
            }) as const,
        ),
        {
          name: '*',
          kind: 'local',
          host: 'youtube-nocookie.com',
          purpose: 'unpublished',
          days: null,
          confidence: 'third-party',
        },
      ],
      data: ['usage', 'visitor-id', 'browser', 'ip-address'],
      legalBasis: 'consent',
      transfers: [],
      policyUrl: policyUrl ?? null,
      evidence: () => import('./youtube-evidence.ts').then((chunk) => chunk.evidence),
    },
    embeds: embed ? [embed] : ['www.youtube-nocookie.com', 'www.youtube.com'],
  })
}
