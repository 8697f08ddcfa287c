import fc from 'fast-check'
import { anyText } from './any-text.fixture.ts'
import { checksum } from './checksum.ts'
import { noticeOnly } from './policies/notice-only.ts'
import { policies } from './policies/policies.ts'
import type { Policy } from './policy.ts'
import { serializeRecord } from './serialize-record.ts'
import { day, start, testRecord, testVendor } from './test-vendor.fixture.ts'
import type { Gate, Vendor } from './vendor.ts'

// Random sites, and whatever a cookie of theirs may hold.

const pool: readonly Vendor[] = [
  testVendor('chat', 'functional'),
  testVendor('survey', 'preferences'),
  testVendor('phone', 'functional', { gate: 'on-request' }),
  testVendor('stats', 'analytics'),
  testVendor('ads', 'marketing'),
  testVendor('partner', 'marketing', { gate: { always: 'contract' } }),
  testVendor('shop', 'necessary'),
]

/** Runs some categories by default, and has both times pass soon. */
const mixed: Policy = {
  ...policies.uk,
  id: 'mixed',
  rules: { '*': 'opt-in', analytics: 'opt-out', maps: 'exempt' },
  grantDays: 30,
  denialDays: 90,
}

export interface TestSite {
  readonly vendors: readonly Vendor[]
  readonly categories: readonly string[]
  readonly policy: Policy
  readonly revision: string
  readonly locale: string
  readonly gates: Readonly<Record<string, Gate>>
}

export const anySite: fc.Arbitrary<TestSite> = fc.record({
  vendors: fc.subarray([...pool]),
  categories: fc.subarray(['maps', 'analytics']),
  policy: fc.constantFrom(policies.eea, policies.eea, policies.uk, policies.california, noticeOnly, mixed),
  revision: fc.constantFrom('1', '1', '1', '2'),
  locale: fc.constantFrom('en', 'de-AT'),
  gates: fc.constantFrom<Readonly<Record<string, Gate>>>({}, {}, { chat: 'on-request' }, { stats: { always: 'law' } }),
})

const names = ['functional', 'analytics', 'marketing', 'maps', 'old-category']
const ids = [...pool.map(({ id }) => id), 'gone', 'x-chat']

const answer = fc.record({
  decision: fc.constantFrom('granted' as const, 'denied' as const),
  time: fc.constantFrom(0, 0, 0, -1, -31 * day, -100 * day, -185 * day, -370 * day, 3 * day).map((ago) => start + ago),
  mark: fc.constantFrom('' as const, '' as const, 'gpc' as const, 'implied' as const),
})

const answers = (of: readonly string[]) =>
  fc.array(fc.tuple(fc.constantFrom(...of), answer), { maxLength: 4 }).map((entries) => new Map(entries))

/** What this library writes. */
export const goodText: fc.Arbitrary<string> = fc
  .record({
    id: fc.constantFrom('k3j9x0', 'a b!&=<', ''),
    time: fc.constantFrom(start, start, start - 31 * day, start - 185 * day),
    policy: fc.constantFrom('eea', 'california'),
    revision: fc.constantFrom('1', '1', '1', '2'),
    surface: fc.constantFrom('banner' as const, 'gate' as const),
    signal: fc.constantFrom('' as const, 'gpc' as const),
    categories: answers(names),
    vendors: answers(ids),
    disclosed: fc.subarray(ids).map((some) => new Set(some)),
  })
  .map((record) => serializeRecord(testRecord(record)))

/** A good text that somebody has cut, stretched or edited; now and then with its sum put right. */
const spoiltText = fc
  .tuple(goodText, fc.nat(200), fc.nat(5), fc.constantFrom('', 'granted', '.chat:granted', '&v=1', '%', 'é\u{1f36a}'))
  .map(([text, at, length, more]) => text.slice(0, at) + more + text.slice(at + length))
const resignedText = spoiltText
  .map((text) => text.replace(/&sum=.*/, ''))
  .map((body) => `${body}&sum=${checksum(body)}`)

const oneText = fc.oneof(
  { weight: 6, arbitrary: goodText },
  { weight: 2, arbitrary: fc.constantFrom('accept-all', 'reject-all', 'accept-all ', 'granted', 'v=1') },
  { weight: 2, arbitrary: spoiltText },
  { weight: 2, arbitrary: resignedText },
  { weight: 1, arbitrary: anyText({ maxLength: 40 }) },
)

/** What stands in the cookies of one name: mostly one text or none, sometimes several. */
export const cookieTexts: fc.Arbitrary<readonly string[]> = fc
  .oneof(
    { weight: 2, arbitrary: fc.constant<string[]>([]) },
    { weight: 7, arbitrary: fc.tuple(oneText) },
    { weight: 1, arbitrary: fc.tuple(oneText, oneText) },
    { weight: 1, arbitrary: oneText.map((text) => [text, text]) },
  )
  // Browsers take no other signs into a cookie, and drop what is empty.
  .map((texts) => texts.map((text) => text.replace(/[;\p{C}]/gu, '').trim()).filter(Boolean))
