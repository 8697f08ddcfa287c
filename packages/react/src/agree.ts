import type { ConsentStore, Surface } from '@askfirst/core'
import { warnOfScript } from './warn-of-script.ts'

declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** Lets a press on a yes count, if a person pressed, or else if the policy lets a script say yes for them. */
export function agree(
  store: ConsentStore,
  { isTrusted }: { readonly isTrusted: boolean },
  surface: Surface,
  accept: (surface: Surface) => void,
): void {
  if (isTrusted) accept(surface)
  else if (store.getState().policy.automatedAccept === 'count') accept('automated')
  else if (process.env.NODE_ENV !== 'production') warnOfScript()
}
