// @vitest-environment node
import { createHmac } from 'node:crypto'
import type { ChatIdentity } from '@askfirst/core/runtime'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { anyText } from '../../core/src/any-text.fixture.ts'
import { isSigned } from '../../testing/src/kayako/signature.ts'
import { kayakoSignature, type KayakoSignatureOptions } from './kayako-signature.ts'

const ada = { name: 'Ada Lovelace', email: 'ada@acme.example', token: 'device-token-of-the-test' }

const text = anyText({ minLength: 1 }).filter((value) => value.trim() !== '')

afterEach(() => {
  vi.useRealTimers()
})

describe('kayakoSignature', () => {
  it.each([
    // printf '%s' 'Ada Lovelaceada@acme.exampledevice-token-of-the-test1767225600' |
    //   openssl dgst -sha256 -hmac 'device-token-of-the-test'
    [ada, '1e912abcbbc3113845a91ce69581bce5215e472a9a3ee616b03212f9eaa6454f'],
    // printf '%s' 'Zoë Ñandúzoë@exämple.tësttökén ✓1767225600' | openssl dgst -sha256 -hmac 'tökén ✓'
    [
      { name: 'Zoë Ñandú', email: 'zoë@exämple.tëst', token: 'tökén ✓' },
      '474724621d8f06cb061ca2935200040ab64d449a8827c4bfb47972e7b9443e28',
    ],
  ])('signs as the openssl command does: %j', async (options, signature) => {
    const { name, email } = options
    expect(await kayakoSignature({ ...options, timestamp: 1_767_225_600 })).toEqual({
      name,
      email,
      signature,
      timestamp: 1_767_225_600,
    })
  })

  it('signs as Node does, whatever the texts, and the stand-in accepts it', async () => {
    const options = fc.record({ name: text, email: text, token: text, timestamp: fc.integer({ min: 1, max: 2 ** 33 }) })
    await fc.assert(
      fc.asyncProperty(options, async ({ name, email, token, timestamp }) => {
        const { signature } = await kayakoSignature({ name, email, token, timestamp })
        const message = name + email + token + String(timestamp)
        expect(signature).toBe(createHmac('sha256', token).update(message, 'utf8').digest('hex'))
        expect(isSigned({ name, email, signature, timestamp: String(timestamp) }, token)).toBe(true)
        expect(isSigned({ name, email, signature, timestamp: String(timestamp) }, `${token}x`)).toBe(false)
      }),
      { numRuns: 200 },
    )
  })

  it('cannot tell name from address: the vendor’s format has no border between them (docs/identity.md)', async () => {
    const options = { ...ada, timestamp: 1 }
    const { signature } = await kayakoSignature({ ...options, name: 'Ada', email: 'xbob@mail.example' })
    const other = await kayakoSignature({ ...options, name: 'Adax', email: 'bob@mail.example' })
    expect(other.signature).toBe(signature)
  })

  it('signs the second it is by default, and hands out what `identify` takes', async () => {
    vi.useFakeTimers({ now: 1_767_225_600_999, toFake: ['Date'] })
    const identity: ChatIdentity = await kayakoSignature(ada)
    expect(identity).toEqual(await kayakoSignature({ ...ada, timestamp: 1_767_225_600 }))
  })

  it.each([
    [{ token: '' }, 'needs a token, so there is nothing to sign with. Give the "Web" token'],
    [{ token: ' ' }, 'needs a token'],
    [{ token: undefined }, 'needs a token'],
    [{ email: '' }, 'needs an email, so the signature would name nobody. Give'],
    [{ email: null }, 'needs an email'],
    [{ name: '' }, 'needs a name, so agents would not know who writes. Give'],
    [{ name: 42 }, 'needs a name'],
    [{ timestamp: 1_767_225_600_000 }, 'no Unix time in seconds, so Kayako would refuse what it signs. Give'],
    [{ timestamp: 1.5 }, 'no Unix time'],
    [{ timestamp: 0 }, 'no Unix time'],
    [{ timestamp: '1767225600' }, 'no Unix time'],
  ])('refuses %j, and says why and what to do', async (wrong, words) => {
    await expect(kayakoSignature({ ...ada, ...wrong } as KayakoSignatureOptions)).rejects.toThrow(words)
  })

  it('tells the token to nobody, also when it refuses', async () => {
    const secret = 'device-token-of-the-test'
    const anything = fc.oneof(fc.constant(secret), fc.constant(''), fc.anything())
    const wrong = fc.record({ name: anything, email: anything, token: anything, timestamp: anything })
    const seen = { refused: 0 }
    await fc.assert(
      fc.asyncProperty(wrong, async (options) => {
        try {
          await kayakoSignature(options as KayakoSignatureOptions)
        } catch (error) {
          seen.refused++
          expect((error as Error).message).toMatch(/^Askfirst: .+, .+\. .+\.$/)
          expect((error as Error).stack + (error as Error).message).not.toContain(secret)
        }
      }),
      { numRuns: 200 },
    )
    expect(seen.refused).toBeGreaterThan(100)
    expect(JSON.stringify(await kayakoSignature(ada))).not.toContain(ada.token)
  })
})
