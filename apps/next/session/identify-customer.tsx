'use client'

import { useChat } from '@askfirst/react'
import { useEffect, type ReactNode } from 'react'
import { fetchIdentity, isSignedIn } from './fetch-identity.ts'

/** Tells the chat who a signed-in customer is, once it is allowed and live. In the browser, so that static pages stay static. */
export function IdentifyCustomer(): ReactNode {
  const { identify } = useChat('kayako')
  useEffect(() => {
    if (isSignedIn()) identify(fetchIdentity)
  }, [identify])
  return null
}
