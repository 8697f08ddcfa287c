import { SignJWT } from 'jose'
import { mistake, requireText } from './mistake.ts'

interface Secret {
  /** The organisation's chat secret. Never in a page. */
  readonly secret: string
}

/** One of the two: where a token has both, Kustomer takes the e-mail and ignores the id. */
export type KustomerTokenOptions = Secret &
  (
    | {
        /** The customer's id on your side. */
        readonly externalId: string
        readonly email?: undefined
      }
    | {
        /** The customer's address. Only one that you have verified: it decides whose conversations are shown. */
        readonly email: string
        readonly externalId?: undefined
      }
  )

/**
 * Signs who a customer is, for Kustomer's chat: a token that is good for less than 15 minutes.
 * Call it for a customer whom your own session names, and nobody else.
 */
export async function kustomerToken({ secret, externalId, email }: KustomerTokenOptions): Promise<string> {
  requireText(
    secret,
    'kustomerToken needs a secret',
    'so there is nothing to sign with',
    'Give your organisation’s chat secret, read from your server’s environment',
  )
  if (isGiven(externalId) && isGiven(email)) {
    throw mistake(
      'kustomerToken was given both an externalId and an email',
      'but Kustomer takes the e-mail then and ignores the id',
      'Give the one that your organisation knows its customers by',
    )
  }
  const [claim, value] = isGiven(email) ? ['email', email] : ['externalId', externalId]
  requireText(
    value,
    'kustomerToken needs an externalId or an email',
    'so the token would name nobody',
    'Give that of the signed-in customer',
  )
  return new SignJWT({ [claim]: value })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt()
    .sign(new TextEncoder().encode(secret))
}

/** Sessions and databases say `null` where there is none. */
function isGiven(value: string | null | undefined): boolean {
  return value !== undefined && value !== null
}
