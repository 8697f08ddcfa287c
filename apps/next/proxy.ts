import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NextResponse, type NextRequest } from 'next/server'
import { contentSecurityPolicy } from './security/content-security-policy.ts'

/** `next dev` evaluates text and writes styles into the page, which no strict policy allows. */
const isDevelopment = process.env.NODE_ENV === 'development'

const list = join(process.cwd(), '.next/static-scripts.json')

/** By path, the hashes of the scripts in the pages that were built once. */
const staticScripts = new Map<string, string[]>(
  isDevelopment ? [] : Object.entries(JSON.parse(readFileSync(list, 'utf8'))),
)

/** Gives every page of a production server its policy. */
export function proxy({ headers: sent, nextUrl }: NextRequest): NextResponse {
  if (isDevelopment) return NextResponse.next()
  const hashes = staticScripts.get(nextUrl.pathname)
  const nonce = crypto.randomUUID()
  const policy = contentSecurityPolicy(hashes ? { hashes } : { nonce })
  const headers = new Headers(sent)
  headers.set('x-nonce', nonce)
  // Next looks in the request for the nonce that it gives its own scripts.
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

export const config = { matcher: '/((?!_next/).*)' }
