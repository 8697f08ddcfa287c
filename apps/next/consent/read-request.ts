import { readConsent } from '@askfirst/server'
import { headers } from 'next/headers'
import { cache } from 'react'
import { site } from './site.ts'

/** What this request says of its visitor. Reading it is what makes a page one that is made per request. */
export const readRequest = cache(async () => {
  const request = await headers()
  const nonce = request.get('x-nonce') ?? undefined
  return { nonce, ...readConsent(request.get('cookie'), { ...site, headers: request }) }
})
