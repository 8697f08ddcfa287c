import fc from 'fast-check'
import { anyText } from '../any-text.fixture.ts'
import { goodText } from '../stored-text.fixture.ts'

// Cookies that this library has written, and what something on the way may make of them.

/** Two places in a text, in order. */
const places = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))

type Spoil = (text: string, from: number, to: number, other: string) => string

const insert =
  (more: string): Spoil =>
  (text, at) =>
    text.slice(0, at) + more + text.slice(at)

const flip =
  (bit: number): Spoil =>
  (text, at) =>
    text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1)

const edits: readonly Spoil[] = [
  // Cut out, cut off at either end, said twice, turned round, and two parts in each other's place.
  (text, from, to) => text.slice(0, from) + text.slice(to),
  (text, from) => text.slice(0, from),
  (text, from) => text.slice(from),
  (text, from, to) => text.slice(0, to) + text.slice(from),
  (text, from) => text.slice(from) + text.slice(0, from),
  (text, from, to) => place(text, '&', from, to, false),
  (text, from, to) => place(text, '&', from, to, true),
  (text, from, to) => swap(text, '&', from, to),
  (text, from, to) => swap(text, '.', from, to),
  // Two records in one.
  (text, from, to, other) => text.slice(0, from) + other.slice(to),
  (text, _, __, other) => `${text}${other}`,
  (text, _, __, other) => `${text}&${other}`,
  (text, _, __, other) => text.replace(/&sum=.*/, `&${other}`),
  // Games with percent signs, which some servers and proxies play.
  (text) => encodeURIComponent(text),
  (text) => text.replaceAll(':', '%3A'),
  (text) => text.replaceAll('&', '%26'),
  (text, at) => text.slice(0, at) + encodeURIComponent(text.slice(at)),
  (text, at) => `${text.slice(0, at)}%${text.charCodeAt(at).toString(16)}${text.slice(at + 1)}`,
  (text) => JSON.stringify(text),
  (text) => btoa(text),
  // Another version, another answer, another time.
  (text) => text.replace('v=1', 'v=2'),
  (text) => text.replace('v=1', 'v=0'),
  (text) => text.replace('v=1', 'v=01'),
  (text) => text.replace('v=1', 'v=1.0'),
  (text) => text.replace('v=1', 'v='),
  (text) => text.replace('v=1', 'V=1'),
  (text) => text.replace('v=1&', ''),
  (text) => text.replaceAll('denied', 'granted'),
  (text) => text.replace('denied', 'granted'),
  (text) => text.replaceAll('granted', 'GRANTED'),
  (text) => text.replace(/time=\d/, 'time=9'),
  (text) => text.replace(/revision=[^&]*/, 'revision=1'),
  (text) => text.replace('&disclosed=', '&disclosed=chat.survey.stats.ads.'),
  (text) => text.toUpperCase(),
]

const spoil: fc.Arbitrary<Spoil> = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 15 }).map(flip) },
  { weight: 12, arbitrary: fc.constantFrom(...edits) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('__proto__', '__proto__:granted.', '.constructor:granted', '&__proto__=granted', 'chat:granted.')
      .map(insert),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('%', '%%', '%E0%A4%A', '%00', '%u0041', '+', '&v=1', '&sum=0', '&categories=functional:granted')
      .map(insert),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('x'.repeat(5_000), 'chat.'.repeat(1_000), '&'.repeat(4_000), '='.repeat(4_000))
      .map(insert),
  },
  { weight: 4, arbitrary: anyText({ minLength: 1, maxLength: 50 }).map(insert) },
)

/** Two of the parts of a text, in each other's place. */
function swap(text: string, sign: string, from: number, to: number): string {
  const parts = text.split(sign)
  const [one, two] = [from % parts.length, to % parts.length]
  return parts
    .with(one, parts[two] ?? '')
    .with(two, parts[one] ?? '')
    .join(sign)
}

/** One of the parts of a text a second time, before another or in its place. */
function place(text: string, sign: string, from: number, to: number, isInstead: boolean): string {
  const parts = text.split(sign)
  return parts.toSpliced(to % parts.length, Number(isInstead), parts[from % parts.length] ?? '').join(sign)
}

/** What becomes of a text; `other` is one that a part of it may come from. */
const spoilAt = (text: string, other: string) =>
  fc
    .tuple(spoil, places)
    .map(([change, ends]) => {
      const [from = 0, to = 0] = ends.map((end) => Math.floor(end * text.length)).toSorted((a, b) => a - b)
      return change(text, from, to, other)
    })
    .filter((changed) => changed !== text && changed !== other)

const written = fc.oneof({ weight: 9, arbitrary: goodText }, fc.constantFrom('accept-all', 'reject-all'))

/** A text, and what becomes of it time and again. */
export const spoiltTexts = (count: number) =>
  fc.tuple(written, goodText).chain(([text, other]) =>
    fc.record({
      text: fc.constant(text),
      changes: fc.array(spoilAt(text, other), { minLength: count, maxLength: count }),
    }),
  )
