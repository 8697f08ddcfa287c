'use client'

import { useChat } from '@askfirst/react'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { fetchIdentity } from './fetch-identity.ts'

interface SignInProps {
  /** The name of who is signed in. */
  readonly customer: string | null
}

/** The demo's fake session: no password, and one customer. */
export function SignIn({ customer }: SignInProps): ReactNode {
  const { identify, forget } = useChat('kayako')
  const router = useRouter()

  async function signIn(): Promise<void> {
    await fetch('/api/session', { method: 'POST' })
    identify(fetchIdentity)
    router.refresh()
  }

  async function signOut(): Promise<void> {
    // First, while the vendor can still be asked to.
    forget()
    await fetch('/api/session', { method: 'DELETE' })
    router.refresh()
  }

  return (
    <p>
      {customer ? `Signed in as ${customer}. ` : 'Signed in, you need not tell the chat who you are. '}
      <button type="button" onClick={customer ? signOut : signIn}>
        {customer ? 'Sign out' : 'Sign in as Ada (demo)'}
      </button>
    </p>
  )
}
