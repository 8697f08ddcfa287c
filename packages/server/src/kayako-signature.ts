import { mistake, requireText } from './mistake.ts'

export interface KayakoSignatureOptions {
  /** The customer's name, as the Messenger is to show it. */
  readonly name: string
  /** The customer's address. Only one that you have verified: it decides whose conversations are shown. */
  readonly email: string
  /** The "Web" token from Admin > Messenger > Identity verification. Never in a page. */
  readonly token: string
  /** The Unix time in seconds. @default now */
  readonly timestamp?: number | undefined
}

/** What `identify` takes for Kayako. */
export interface KayakoIdentity {
  readonly name: string
  readonly email: string
  readonly signature: string
  readonly timestamp: number
}

const encoder = new TextEncoder()

/** Signs who a customer is, for Kayako's Messenger. Call it for a customer whom your own session names, and nobody else. */
export async function kayakoSignature({
  name,
  email,
  token,
  timestamp = Math.floor(Date.now() / 1000),
}: KayakoSignatureOptions): Promise<KayakoIdentity> {
  requireText(token, 'kayakoSignature needs a token', 'so there is nothing to sign with', `Give ${tokenPlace}`)
  requireText(email, 'kayakoSignature needs an email', 'so the signature would name nobody', `Give ${customer}'s`)
  requireText(name, 'kayakoSignature needs a name', 'so agents would not know who writes', `Give ${customer}'s`)
  if (!Number.isSafeInteger(timestamp) || timestamp <= 0 || timestamp > lastSecond) {
    throw mistake(
      'the timestamp for kayakoSignature is no Unix time in seconds',
      'so Kayako would refuse what it signs',
      'Give Math.floor(Date.now() / 1000), or leave it out',
    )
  }
  // The token is key and part of the message alike, with nothing in between: that is the vendor's format.
  const message = encoder.encode(`${name}${email}${token}${timestamp}`)
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(token), algorithm, false, ['sign'])
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, message))
  return { name, email, signature: hexOf(signature), timestamp }
}

const tokenPlace = 'the "Web" token from Admin > Messenger > Identity verification, read from your server’s environment'
const customer = 'the signed-in customer'

/** Later than any time in seconds that is meant, earlier than any in milliseconds. */
const lastSecond = 100_000_000_000

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
