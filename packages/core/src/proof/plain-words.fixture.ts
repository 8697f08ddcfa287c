import type { Choices } from '../decide.ts'
import { askedOn, pool, type Page } from './test-site.fixture.ts'

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

const categoryOf = (id: string): string => pool.find((vendor) => vendor.id === id)?.category ?? ''

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
  const { all, vendors = {}, untouched = [] } = choices
  const categories =
    all === undefined ? choices.categories : Object.fromEntries(askedOn(page).map((name) => [name, all]))
  const isHere = (id: string): boolean => page.vendors.some((vendor) => vendor.id === id)
  const word = (yes: boolean, leftAlone = false, shown: readonly string[] = []): Word => {
    return { yes, time, turn, leftAlone, sawSignal: signal && !leftAlone, shown }
  }
  // A yes to other questions is over; so is, once categories are answered, one about a vendor that this page does not show.
  const isOver = ({ yes }: Word): boolean => yes && old.revision !== page.revision
  const said = {
    categories: mapWords(old.categories, (before) => {
      if (all === false) return word(false)
      if (isOver(before)) return null
      return categories ? { ...before, shown: before.shown.filter(isHere) } : before
    }),
    vendors: mapWords(old.vendors, (before, id) => {
      if (all === false) return word(false)
      return isOver(before) || (before.yes && categories && !isHere(id)) ? null : before
    }),
  }
  for (const [name, yes] of Object.entries(categories ?? {})) {
    const shown = page.vendors.flatMap(({ id, category }) => (category === name ? [id] : []))
    said.categories[name] = word(yes, yes && untouched.includes(name), shown)
    for (const id of shown) delete said.vendors[id]
  }
  for (const [id, yes] of Object.entries(vendors)) {
    if (categories?.[categoryOf(id)] !== yes) said.vendors[id] = word(yes)
  }
  return { since: known?.since ?? turn, isSeed, revision: page.revision, ...said }
}
