import { prepaintScript, type PrepaintOptions } from './prepaint-script.ts'

/** What a CSP's `script-src` has to name so that the script may run without a nonce: `'sha256-…'`, quotes included. */
export async function prepaintHash(options?: PrepaintOptions): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(prepaintScript(options)))
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`
}
