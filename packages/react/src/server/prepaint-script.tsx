import type { ReactNode } from 'react'
import { prepaintScript, type PrepaintOptions } from '@askfirst/core/prepaint'

export interface PrepaintScriptProps extends PrepaintOptions {
  /** The page's CSP nonce. @default none */
  readonly nonce?: string | undefined
}

/** The script that lets a banner in the HTML answer before React does. Put it before the banner. */
export function PrepaintScript({ nonce, ...options }: PrepaintScriptProps): ReactNode {
  const text = prepaintScript(options)
  // Browsers hide the nonce from scripts, so React would miss it when it hydrates.
  return text && <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: text }} />
}
