import { createHmac, timingSafeEqual } from 'node:crypto'
import { parseObject, textOf } from '../serve/message.ts'

export interface KustomerPerson {
  readonly email: string | null
  readonly externalId: string | null
}

/** Facts 2.3: an HS256 token whose `iat` is under 15 minutes old. Returns who it names, or why it is refused. */
export function readLoginToken(
  token: string,
  secret: string,
  now: number,
): KustomerPerson | { readonly refused: string } {
  const [header = '', payload = '', signature = ''] = token.split('.')
  if (decode(header)['alg'] !== 'HS256') return { refused: 'The token is not signed with HS256' }
  const expected = createHmac('sha256', secret).update(`${header}.${payload}`).digest()
  const actual = Buffer.from(signature, 'base64url')
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected))
    return { refused: 'The signature is wrong' }
  const { iat, email, externalId } = decode(payload)
  if (typeof iat !== 'number' || now / 1000 - iat >= 15 * 60) return { refused: 'The token is 15 minutes old or older' }
  // The e-mail wins, and the external id is then ignored.
  if (textOf(email)) return { email: textOf(email), externalId: null }
  return textOf(externalId) ? { email: null, externalId: textOf(externalId) } : { refused: 'The token names nobody' }
}

function decode(part: string) {
  return parseObject(Buffer.from(part, 'base64url').toString())
}
