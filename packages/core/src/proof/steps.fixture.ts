import fc from 'fast-check'
import type { Choices } from '../decide.ts'
import { day } from '../test-vendor.fixture.ts'
import type { Fault } from './test-tab.fixture.ts'
import type { Arrival } from './tab.fixture.ts'
import { ids, optional, regions } from './test-site.fixture.ts'

// What visitors, sites, browsers and clocks do, one step at a time.

export type Place = 0 | 1

/** Something that the visitor says, in one of the tabs. */
export type Saying =
  | { readonly do: 'acceptAll' | 'rejectAll' | 'withdrawAll' | 'dismissBanner'; readonly tab: Place }
  | { readonly do: 'savePreferences'; readonly tab: Place; readonly choices: Choices }
  | { readonly do: 'grantVendor' | 'onlyThisTime' | 'withdrawVendor'; readonly tab: Place; readonly id: string }

/** Something that happens to a page. Shown is also one that was only prerendered. */
export type Happening =
  | { readonly do: 'show' | 'freeze' | 'restore' | 'complete' | 'erase'; readonly tab: Place }
  | { readonly do: 'hear'; readonly tab: Place; readonly pick: number }
  | { readonly do: 'move'; readonly tab: Place; readonly region: string }

export type Step =
  | Saying
  | Happening
  | { readonly do: 'load'; readonly tab: Place; readonly page: 'home' | 'help'; readonly how: Arrival }
  | { readonly do: 'close'; readonly tab: Place }
  | { readonly do: 'storage'; readonly tab: Place; readonly fault: Fault }
  | { readonly do: 'wait'; readonly milliseconds: number }
  | { readonly do: 'signal'; readonly on: boolean }
  | { readonly do: 'addVendor'; readonly id: string }
  | { readonly do: 'addCategory' | 'loseCookie' | 'spoilCookie' }
  | { readonly do: 'writeSeed'; readonly text: 'accept-all' | 'reject-all' }
  | { readonly do: 'changeRevision'; readonly revision: string }

export const region = fc.constantFrom(...Object.keys(regions))

const tab = fc.constantFrom<Place>(0, 1)

const id = fc.constantFrom(...ids)

const someOf = (names: readonly string[]): fc.Arbitrary<Readonly<Record<string, boolean>>> =>
  fc
    .tuple(fc.nat({ max: 2 ** names.length - 1 }), fc.nat({ max: 2 ** names.length - 1 }))
    .map(([named, yes]) =>
      Object.fromEntries(
        names.flatMap((name, place) => ((named >> place) & 1 ? [[name, ((yes >> place) & 1) === 1]] : [])),
      ),
    )

const choices: fc.Arbitrary<Choices> = fc
  .tuple(someOf(optional), someOf(ids), someOf(optional))
  .map(([categories, vendors, left]) => ({
    categories: Object.fromEntries(
      Object.entries(categories).map(([name, yes]) => [name, yes && left[name] ? 'implied' : yes]),
    ),
    vendors,
  }))

const minute = 60_000

/** Back and forth: shorter and longer than a visit, a grant, and the time before asking again. */
const milliseconds = fc.constantFrom(
  1,
  10 * minute,
  40 * minute,
  day,
  29 * day,
  60 * day,
  90 * day,
  181 * day,
  184 * day,
  366 * day,
  -minute,
  -40 * minute,
  -2 * day,
  -200 * day,
)

const weighted: readonly (readonly [weight: number, fc.Arbitrary<Step>])[] = [
  [6, fc.record({ do: fc.constantFrom('acceptAll', 'rejectAll', 'withdrawAll', 'dismissBanner'), tab })],
  [5, fc.record({ do: fc.constant('savePreferences'), tab, choices })],
  [9, fc.record({ do: fc.constantFrom('grantVendor', 'onlyThisTime', 'withdrawVendor'), tab, id })],
  [9, fc.record({ do: fc.constant('hear'), tab, pick: fc.nat({ max: 5 }) })],
  [7, fc.record({ do: fc.constantFrom('show', 'show', 'show', 'freeze', 'restore', 'complete'), tab })],
  [1, fc.record({ do: fc.constantFrom('close', 'erase'), tab })],
  [
    6,
    fc.record({
      do: fc.constant('load'),
      tab,
      page: fc.constantFrom('home', 'home', 'help'),
      how: fc.constantFrom('at once', 'at once', 'late', 'prerendered'),
    }),
  ],
  [
    3,
    fc.record({
      do: fc.constant('storage'),
      tab,
      fault: fc.constantFrom<Fault>('none', 'none', 'none', 'read', 'write', 'both', 'ignored'),
    }),
  ],
  [2, fc.record({ do: fc.constant('move'), tab, region })],
  [5, fc.record({ do: fc.constant('wait'), milliseconds })],
  [2, fc.record({ do: fc.constant('signal'), on: fc.boolean() })],
  [2, fc.record({ do: fc.constant('addVendor'), id })],
  [2, fc.record({ do: fc.constantFrom('addCategory', 'loseCookie', 'spoilCookie') })],
  [1, fc.record({ do: fc.constant('writeSeed'), text: fc.constantFrom('accept-all', 'reject-all') })],
  [1, fc.record({ do: fc.constant('changeRevision'), revision: fc.constantFrom('1', '2') })],
]

const step = fc.oneof(...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })))

/** Steps of every kind, or of those that are wanted. */
export const stepsOf = (
  length: fc.ArrayConstraints,
  isWanted: (step: Step) => boolean = () => true,
): fc.Arbitrary<readonly Step[]> => fc.array(step, length).map((steps) => steps.filter(isWanted))
