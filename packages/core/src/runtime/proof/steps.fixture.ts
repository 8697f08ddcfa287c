import fc from 'fast-check'
import type { LoadStrategy } from '../../vendor.ts'
import type { Manners } from './stand-in.fixture.ts'

export const ids = ['one', 'two'] as const

export type Id = (typeof ids)[number]

const weights = {
  // the visitor
  grant: 4,
  onlyThisTime: 2,
  withdraw: 4,
  open: 4,
  close: 1,
  cancel: 1,
  // the site
  retain: 5,
  release: 1,
  signIn: 1,
  signOut: 1,
  identify: 1,
  // the vendor
  arrive: 3,
  answer: 2,
  ready: 8,
  readyLate: 1,
  block: 1,
  throw: 1,
  tell: 1,
  goodbye: 2,
} as const

/** What happens to one vendor in one tab. */
export type Deed = keyof typeof weights

const general = { acceptAll: 2, rejectAll: 1, hear: 1, neighbour: 1 } as const

/** What happens in one tab, to no vendor in particular. */
export type Event = keyof typeof general

const waits = [1, 30, 200, 600, 900, 6_000] as const

export type Step =
  | { readonly do: Deed; readonly tab: 0 | 1; readonly id: Id }
  | { readonly do: Event; readonly tab: 0 | 1 }
  | { readonly do: 'wait'; readonly milliseconds: number }

/** What a vendor is like. */
export interface Character {
  readonly kind: 'chat' | 'plain'
  readonly load: LoadStrategy
  readonly goodbye: 'prompt' | 'slow'
  readonly manners: Manners
}

export interface Walk {
  readonly characters: Readonly<Record<Id, Character>>
  /** Without a channel, tabs hear of each other by storage events. */
  readonly hasChannel: boolean
  readonly steps: readonly Step[]
  /** Whether the visitor changes their mind once more at the end. */
  readonly comesBack: boolean
}

const keysOf = <Key extends string>(table: Readonly<Record<Key, number>>): Key[] =>
  Object.entries<number>(table).flatMap(([key, weight]) => Array.from({ length: weight }, () => key as Key)) // its own keys

// Most of it in one tab: what two tabs share is little, and each is a page of its own.
const tab = fc.constantFrom(0, 0, 1)

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 13, arbitrary: fc.record({ do: fc.constantFrom(...keysOf(weights)), tab, id: fc.constantFrom(...ids) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom(...keysOf(general)), tab }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('wait'), milliseconds: fc.constantFrom(...waits) }) },
)

const character: fc.Arbitrary<Character> = fc.record({
  kind: fc.constantFrom('chat', 'chat', 'chat', 'plain'),
  load: fc.constantFrom('idle', 'click', 'now'),
  goodbye: fc.constantFrom('prompt', 'slow'),
  manners: fc.constantFrom('polite', 'polite', 'rewriting'),
})

export const walk: fc.Arbitrary<Walk> = fc.record({
  characters: fc.record({ one: character, two: character }),
  hasChannel: fc.boolean(),
  // Many are short and a few are long: a fault that needs two dozen steps is found as well.
  steps: fc.oneof(
    { weight: 7, arbitrary: fc.array(step, { minLength: 1, maxLength: 8, size: 'max' }) },
    { weight: 1, arbitrary: fc.array(step, { minLength: 1, maxLength: 24, size: 'max' }) },
  ),
  // One in ten: two loads more and their removal take as long as all the rest of a walk.
  comesBack: fc.integer({ min: 1, max: 10 }).map((one) => one === 1),
})
