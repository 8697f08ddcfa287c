// @vitest-environment node
import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { anyText } from '../../core/src/any-text.fixture.ts'
import { readLoginToken } from '../../testing/src/kustomer/token.ts'
import { kustomerToken, type KustomerTokenOptions } from './kustomer-token.ts'

const now = 1_767_225_600_999
const secret = 'chat-secret-of-the-test'
const quarterHour = 15 * 60 * 1000

const text = anyText({ minLength: 1 }).filter((value) => value.trim() !== '')
/** A lone half of a pair has no UTF-8, so nothing that is signed can hold it. */
const wellFormed = text.filter((value) => !/\p{Surrogate}/u.test(value))

/** A JWT made by hand. */
function jwtOf(payload: object, key: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(payload)}`
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`
}

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['Date'] })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('kustomerToken', () => {
  it('signs as the openssl command does', async () => {
    // printf '%s' '{"alg":"HS256","typ":"JWT"}' | basenc --base64url -w0 | tr -d =
    const header = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9'
    // printf '%s' '{"externalId":"customer-42","iat":1767225600}' | basenc --base64url -w0 | tr -d =
    const payload = 'eyJleHRlcm5hbElkIjoiY3VzdG9tZXItNDIiLCJpYXQiOjE3NjcyMjU2MDB9'
    // printf '%s' "$header.$payload" | openssl dgst -sha256 -hmac 'chat-secret-of-the-test' -binary |
    //   basenc --base64url -w0 | tr -d =
    const signature = 'VhD6rVSOyQ-49dmcG4fnszMU3uFlUkoy_ivdxi1tGeY'
    expect(await kustomerToken({ secret, externalId: 'customer-42' })).toBe(`${header}.${payload}.${signature}`)
  })

  it('signs as a token made by hand, whatever the texts, with the second it is and no more', async () => {
    await fc.assert(
      fc.asyncProperty(text, wellFormed, fc.boolean(), async (key, id, isEmail) => {
        const token = await kustomerToken(isEmail ? { secret: key, email: id } : { secret: key, externalId: id })
        expect(token).toBe(jwtOf({ [isEmail ? 'email' : 'externalId']: id, iat: 1_767_225_600 }, key))
      }),
      { numRuns: 200 },
    )
  })

  it('is accepted by the stand-in for a quarter of an hour, with this secret and no other', async () => {
    const token = await kustomerToken({ secret, email: 'ada@acme.example' })
    expect(readLoginToken(token, secret, now)).toEqual({ email: 'ada@acme.example', externalId: null })
    expect(readLoginToken(token, secret, now + quarterHour - 1000)).toHaveProperty('email')
    expect(readLoginToken(token, secret, now + quarterHour)).toHaveProperty('refused')
    expect(readLoginToken(token, 'another', now)).toHaveProperty('refused')
  })

  it.each([
    [{ secret: '' }, 'needs a secret, so there is nothing to sign with. Give your organisation’s chat secret'],
    [{ secret: ' \n' }, 'needs a secret'],
    [{ secret: undefined }, 'needs a secret'],
    [{ externalId: undefined }, 'needs an externalId or an email, so the token would name nobody. Give that'],
    [{ externalId: '' }, 'needs an externalId or an email'],
    [{ externalId: 42 }, 'needs an externalId or an email'],
    [{ externalId: null, email: '' }, 'needs an externalId or an email'],
    [{ email: 'ada@acme.example' }, 'both an externalId and an email, but Kustomer takes the e-mail then and ignores'],
    [{ email: '' }, 'both an externalId and an email'],
  ])('refuses %j, and says why and what to do', async (wrong, words) => {
    const options = { secret, externalId: 'customer-42', ...wrong }
    await expect(kustomerToken(options as KustomerTokenOptions)).rejects.toThrow(words)
  })

  it('takes `null` for what a customer does not have', async () => {
    const options = { secret, externalId: 'customer-42', email: null } as unknown as KustomerTokenOptions
    expect(await kustomerToken(options)).toBe(await kustomerToken({ secret, externalId: 'customer-42' }))
  })

  it('tells the secret to nobody, also when it refuses', async () => {
    const anything = fc.oneof(fc.constant(secret), fc.constant(''), fc.constant(undefined), fc.anything())
    const wrong = fc.record({ secret: anything, externalId: anything, email: anything })
    const seen = { refused: 0 }
    await fc.assert(
      fc.asyncProperty(wrong, async (options) => {
        try {
          await kustomerToken(options as KustomerTokenOptions)
        } catch (error) {
          seen.refused++
          expect((error as Error).message).toMatch(/^Askfirst: .+, .+\. .+\.$/)
          expect((error as Error).stack + (error as Error).message).not.toContain(secret)
        }
      }),
      { numRuns: 200 },
    )
    expect(seen.refused).toBeGreaterThan(100)
  })
})

// @ts-expect-error a token has one of the two
void ((): KustomerTokenOptions => ({ secret, externalId: 'customer-42', email: 'ada@acme.example' }))
// @ts-expect-error a token names somebody
void ((): KustomerTokenOptions => ({ secret }))
