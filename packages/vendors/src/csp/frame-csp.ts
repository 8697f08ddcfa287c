import type { FrameVendor } from '@askfirst/core/runtime'
import type { CspDirectives } from './directives.ts'

/** What the frames of a vendor need of the page's Content-Security-Policy: their own content has one of its own. */
export const frameCsp = ({ traces, disclosure }: Pick<FrameVendor, 'traces' | 'disclosure'>): CspDirectives => ({
  'frame-src': (traces.domains ?? disclosure.domains).map((domain) => `https://${domain.split('/')[0]}`),
})
