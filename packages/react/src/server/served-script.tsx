'use client'

import { useState, useSyncExternalStore, type ComponentProps, type ReactNode } from 'react'

const never = () => () => undefined

/**
 * A script of the server's HTML. On a client React would make it through `innerHTML`, which Trusted Types refuse, and it
 * would not run: there it is left out.
 */
export function ServedScript(props: ComponentProps<'script'>): ReactNode {
  const isHydrating = useSyncExternalStore(
    never,
    () => false,
    () => true,
  )
  const [isServed] = useState(isHydrating)
  // Browsers hide the nonce from scripts, so React would miss it when it hydrates.
  return isServed && <script {...props} suppressHydrationWarning />
}
