import type { ChatIdentity } from '@askfirst/core/runtime'

/** Called by the chat when it is live, and again after each load: what it brings is always fresh. */
export async function fetchIdentity(): Promise<ChatIdentity> {
  const response = await fetch('/api/chat-identity')
  if (!response.ok) throw new Error(`No identity for the chat: ${response.status}`)
  return response.json()
}

export const isSignedIn = (): boolean => document.cookie.split('; ').includes('demo-signed-in=1')
