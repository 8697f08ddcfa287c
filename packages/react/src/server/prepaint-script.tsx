import type { ReactNode } from 'react'
import { prepaintScript, type PrepaintOptions } from '@askfirst/core/prepaint'
import { ServedScript } from './served-script.tsx'

export interface PrepaintScriptProps extends PrepaintOptions {
  /** The page's CSP nonce. @default none */
  readonly nonce?: string | undefined
}

/** The script that lets a banner in the HTML answer before React does. Put it before the banner. */
export function PrepaintScript({ nonce, ...options }: PrepaintScriptProps): ReactNode {
  const text = prepaintScript(options)
  return text && <ServedScript nonce={nonce} dangerouslySetInnerHTML={{ __html: text }} />
}
