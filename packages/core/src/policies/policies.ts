import type { Policy } from '../policy.ts'
import { brazil, california, quebec, us } from './americas.ts'
import { eea, france, italy, spain, switzerland, uk } from './europe.ts'
import { noticeOnly } from './notice-only.ts'
import { optIn } from './opt-in.ts'

/** The policies that come with the library, by the id that records keep. `opt-in` is the strictest. */
export const policies = {
  'opt-in': optIn,
  eea,
  france,
  italy,
  spain,
  uk,
  switzerland,
  california,
  us,
  quebec,
  brazil,
  'notice-only': noticeOnly,
} as const satisfies Record<string, Policy>
