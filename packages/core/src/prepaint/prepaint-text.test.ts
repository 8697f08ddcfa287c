import { createHash } from 'node:crypto'
import { Script } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { anyText } from '../any-text.fixture.ts'
import { policies } from '../policies/policies.ts'
import { cookieTexts } from '../stored-text.fixture.ts'
import { start, testVendor } from '../test-vendor.fixture.ts'
import { prepaintHash } from './prepaint-hash.ts'
import { prepaintScript, type PrepaintOptions } from './prepaint-script.ts'

const hostile = fc.oneof(
  fc.constantFrom(
    '</script',
    '<!--',
    '-->',
    '<script',
    ']]>',
    '\u2028',
    '\u2029',
    '\\',
    '/',
    '"',
    "'",
    '`',
    '${a}',
    '\n',
    '\0',
    '💥',
    '\ud800',
    '*/',
    '(',
    '[',
    '$&',
  ),
  anyText({ maxLength: 20 }),
)
const text = fc.array(hostile, { maxLength: 5 }).map((parts) => parts.join(''))

const options = fc.record({ name: text, attributes: text, stored: fc.oneof(text, cookieTexts.map(String)) })

const site: PrepaintOptions = { vendors: [testVendor('chat')], policy: policies.eea }

describe('the text', () => {
  it('is a script, and cannot end the element it stands in, whatever the options hold', () => {
    fc.assert(
      fc.property(options, ({ stored, ...cookie }) => {
        const initial = { stored, now: start, signal: '' as const, policy: policies.eea }
        const script = prepaintScript({ ...site, ...cookie, initial })
        expect(script).toMatch(/^[ -~]*$/)
        expect(script).not.toMatch(/<|-->|]]>/)
        expect(() => new Script(script)).not.toThrow()
      }),
      { numRuns: 1_000 },
    )
  })

  it('is the same each time, so that its hash can stand in a policy', () => {
    expect(prepaintScript(site)).toBe(prepaintScript(site))
  })

  it.each<[string, PrepaintOptions]>([
    ['a vendor', { vendors: [testVendor('a!b')] }],
    ['a category', { categories: ['a&b'] }],
    ['a locale', { locale: 'en<' }],
    ['a revision', { revision: '1;2' }],
    ['a policy', { policy: { ...policies.eea, id: 'eea~!' } }],
  ])('is not made for %s whose name would not fit into a record, in production either', (_, more) => {
    vi.stubEnv('NODE_ENV', 'production')
    expect(() => prepaintScript({ ...site, ...more })).toThrow('is no usable name')
  })
})

describe('the hash', () => {
  it('is what a policy has to name', async () => {
    const digest = createHash('sha256').update(prepaintScript(site)).digest('base64')
    expect(await prepaintHash(site)).toBe(`'sha256-${digest}'`)
  })

  it('changes with the options', async () => {
    expect(await prepaintHash({ ...site, revision: '2' })).not.toBe(await prepaintHash(site))
  })
})
