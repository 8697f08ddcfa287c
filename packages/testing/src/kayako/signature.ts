import { createHmac, timingSafeEqual } from 'node:crypto'

export interface KayakoIdentity {
  readonly name: string
  readonly email: string
  readonly signature: string
  readonly timestamp: string
}

/** Facts 1.3: lower-case hex HMAC-SHA256 of name, email, token and timestamp without separators, keyed with the token. */
export function isSigned({ name, email, signature, timestamp }: KayakoIdentity, token: string): boolean {
  const expected = createHmac('sha256', token).update(`${name}${email}${token}${timestamp}`).digest('hex')
  return signature.length === expected.length && timingSafeEqual(Buffer.from(signature), Buffer.from(expected))
}
