import type { Choices } from '../decide.ts'
import { askedOn, type Page } from './test-site.fixture.ts'

// What a visitor has said, as a person would remember it.

/** A yes or a no about a category, with the vendors that were shown, or about one vendor. */
export interface Word {
  readonly yes: boolean
  readonly time: number
  /** The step in which it was said: this tells later from earlier, whatever the clock says. */
  readonly turn: number
  /** A box that had been set before and was left alone. */
  readonly leftAlone: boolean
  /** The browser was sending a privacy signal. */
  readonly sawSignal: boolean
  readonly shown: readonly string[]
}

export type Words = Readonly<Record<string, Word>>

export interface Memory {
  /** The turn of the first word; by this the visitor's answers are told from those after all was forgotten. */
  readonly since: number
  /** When something was said last, by the clock of the time. */
  readonly time: number
  /** Whether it is only what a hand-written cookie stands for; each page has its own then. */
  readonly isSeed: boolean
  /** The revision of the questions that were answered last. */
  readonly revision: string
  readonly categories: Words
  readonly vendors: Words
}

/** When, and in what light, something is said. */
export interface Moment {
  readonly time: number
  readonly turn: number
  readonly signal: boolean
}

const nothing: Pick<Memory, 'revision' | 'categories' | 'vendors'> = { revision: '', categories: {}, vendors: {} }

const mapWords = (words: Words, change: (word: Word, name: string) => Word | null): Record<string, Word> =>
  Object.fromEntries(
    Object.entries(words).flatMap(([name, word]) => {
      const changed = change(word, name)
      return changed ? [[name, changed]] : []
    }),
  )

/** What is remembered once the visitor has made these choices on this page. */
export function say(
  known: Memory | null,
  choices: Choices,
  page: Page,
  { time, turn, signal }: Moment,
  isSeed = false,
): Memory {
  const old = known ?? nothing
  const { all, vendors = {} } = choices
  const categories =
    all === undefined ? choices.categories : Object.fromEntries(askedOn(page).map((name) => [name, all]))
  const isHere = (id: string): boolean => page.vendors.some((vendor) => vendor.id === id)
  const word = (yes: boolean, leftAlone = false, shown: readonly string[] = []): Word => {
    return { yes, time, turn, leftAlone, sawSignal: signal && !leftAlone && !isSeed, shown }
  }
  // A yes to other questions has ended; over is, once categories are answered, one about a vendor that this page does not show.
  const current = (before: Word): Word =>
    before.yes && old.revision !== page.revision ? { ...before, time: 0 } : before
  const said = {
    categories: mapWords(old.categories, (before) => {
      if (all === false) return word(false)
      return current(categories ? { ...before, shown: before.shown.filter(isHere) } : before)
    }),
    vendors: mapWords(old.vendors, (before, id) => {
      if (all === false) return word(false)
      return before.yes && categories && !isHere(id) ? null : current(before)
    }),
  }
  for (const [name, yes] of Object.entries(categories ?? {})) {
    const shown = page.vendors.flatMap(({ id, category }) => (category === name ? [id] : []))
    said.categories[name] = word(!!yes, yes === 'implied', shown)
    for (const id of shown) delete said.vendors[id]
  }
  for (const [id, yes] of Object.entries(vendors)) {
    said.vendors[id] = word(yes)
  }
  return { since: known?.since ?? turn, time, isSeed, revision: page.revision, ...said }
}

/** What is remembered of another's answers, by somebody who has said no to what they do not know of, or had it lost. */
export function remindOf(theirs: Memory, mine: Memory): Memory {
  const join = (kind: 'categories' | 'vendors'): Words => {
    const words = mapWords(theirs[kind], (word) => (word.yes && word.time <= mine.time ? null : word))
    for (const [name, word] of Object.entries(mine[kind])) if (!word.yes) words[name] ??= word
    return words
  }
  // What is read next may again have been said by somebody who does not know.
  return { ...theirs, time: mine.time, categories: join('categories'), vendors: join('vendors') }
}

/** What is left when no yes counts any more. */
export function noesOf(mine: Memory): Memory {
  const onlyNo = (words: Words): Words => mapWords(words, (word) => (word.yes ? null : word))
  const hasYes = [...Object.values(mine.categories), ...Object.values(mine.vendors)].some(({ yes }) => yes)
  return hasYes ? { ...mine, categories: onlyNo(mine.categories), vendors: onlyNo(mine.vendors) } : mine
}
