import { ruleOf, type Policy } from '../policy.ts'
import { day } from '../test-vendor.fixture.ts'
import type { Vendor } from '../vendor.ts'
import type { Memory, Word } from './plain-words.fixture.ts'
import { askedOn, type Page } from './test-site.fixture.ts'

// What follows from what was said, on one page, in one region, at one time.

export interface Situation {
  readonly page: Page
  readonly policy: Policy
  /** When the page last looked; 0 while it has not. */
  readonly now: number
  /** Whether the browser was then sending a privacy signal. */
  readonly signal: boolean
  readonly memory: Memory | null
  /** What lies in storage could not be read: it may be a refusal. */
  readonly inDoubt: boolean
  /** Allowed only this time, each with the turn of the word that this set aside, or 0. */
  readonly visit: ReadonlyMap<string, number>
}

/** The word that holds for a vendor. A yes to its category says nothing about what works on request. */
export function wordOn({ memory, page }: Situation, id: string): Word | undefined {
  const { category = '', gate } = page.vendors.find((vendor) => vendor.id === id) ?? {}
  const general = memory?.categories[category]
  return memory?.vendors[id] ?? (gate === 'on-request' && general?.yes ? undefined : general)
}

export function isAllowed(at: Situation, { id, category, gate }: Vendor): boolean {
  if (category === 'necessary' || typeof gate === 'object') return true
  if (at.visit.has(id)) return true
  if (gate === 'on-request') return false
  const own = at.memory?.vendors[id]
  if (own) return counts(at, own, category)
  const general = at.memory?.categories[category]
  return general ? counts(at, general, category) && general.shown.includes(id) : runsBeforeAnyWord(at, category)
}

export function isGranted(at: Situation, category: string): boolean {
  const word = at.memory?.categories[category]
  return word ? counts(at, word, category) : runsBeforeAnyWord(at, category)
}

export const isDue = (at: Situation): boolean =>
  at.now > 0 && at.policy.banner && askedOn(at.page).some((category) => isCategoryDue(at, category))

function isCategoryDue(at: Situation, category: string): boolean {
  const { memory, now, page, policy } = at
  const word = memory?.categories[category]
  if (!word) {
    if (at.inDoubt || isOptIn(at, category)) return true
    return ruleOf(policy, category) !== 'exempt' && !isTurnedOff(at, category)
  }
  if (isOfOtherQuestions(at)) return true
  if (!word.yes) return now - word.time > policy.denialDays * day
  if (isExpired(at, word) || (word.leftAlone && isOptIn(at, category))) return true
  if (isTurnedOff(at, category) && !word.sawSignal) return false
  // Vendors that are new, and about which nothing was said.
  return page.vendors.some(
    ({ id, category: theirs, gate }) =>
      theirs === category && !gate && !word.shown.includes(id) && !memory?.vendors[id],
  )
}

/** What is not allowed although no signal turns it off, and vendors that are new where their category is answered. */
export function unsaidOn(at: Situation): {
  readonly categories: readonly string[]
  readonly vendors: readonly string[]
} {
  const heldBack = (category: string): boolean => {
    const word = at.memory?.categories[category]
    if (!isTurnedOff(at, category)) return false
    if (!word) return !at.inDoubt && !isOptIn(at, category)
    return (
      word.yes &&
      !isOfOtherQuestions(at) &&
      !isExpired(at, word) &&
      !word.sawSignal &&
      !(word.leftAlone && isOptIn(at, category))
    )
  }
  const isYes = (category: string): boolean => {
    const word = at.memory?.categories[category]
    return !!word && counts(at, word, category)
  }
  const isNew = ({ id, category, gate }: Vendor): boolean => {
    if (gate || category === 'necessary' || at.visit.has(id)) return false
    const own = at.memory?.vendors[id]
    const word = own ?? at.memory?.categories[category]
    if (!word?.yes || isExpired(at, word)) return false
    if (isOfOtherQuestions(at)) return true
    if ((word.leftAlone && isOptIn(at, category)) || (isTurnedOff(at, category) && !word.sawSignal)) return false
    return !own && !word.shown.includes(id)
  }
  return {
    categories: askedOn(at.page).filter((category) => !isYes(category) && !heldBack(category)),
    vendors: at.page.vendors.filter(isNew).map(({ id }) => id),
  }
}

/** A yes counts for its questions and for a time, not from the future, and not against a signal that came later. */
function counts(at: Situation, word: Word, category: string): boolean {
  if (!word.yes || isOfOtherQuestions(at) || isExpired(at, word)) return false
  if (word.leftAlone && isOptIn(at, category)) return false
  return word.sawSignal || !isTurnedOff(at, category)
}

const runsBeforeAnyWord = (at: Situation, category: string): boolean =>
  at.now > 0 && !at.inDoubt && !isOptIn(at, category) && !isTurnedOff(at, category)

const isExpired = ({ now, policy }: Situation, { time }: Word): boolean =>
  now - time > policy.grantDays * day || time - now > day

const isOfOtherQuestions = ({ memory, page }: Situation): boolean => memory?.revision !== page.revision

const isOptIn = ({ policy }: Situation, category: string): boolean => ruleOf(policy, category) === 'opt-in'

const isTurnedOff = ({ policy, signal }: Situation, category: string): boolean =>
  signal && policy.signal.includes(category)
