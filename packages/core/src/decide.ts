import { canonicalCategory } from './category.ts'
import { unknownName } from './error.ts'
import { isOutdated } from './permission.ts'
import { none, type Answer, type Answers, type ConsentRecord, type Surface } from './record.ts'
import type { ConsentState } from './state.ts'

declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** Answers by name: `true` is a yes. */
export type Ticks = Readonly<Record<string, boolean>>

/** What the visitor ticked: categories, and vendors by themselves where they differ from their category. */
export interface Choices {
  /** One answer for everything that is asked; a no also for what the record says of other pages of the site. */
  readonly all?: boolean | undefined
  readonly categories?: Ticks | undefined
  readonly vendors?: Ticks | undefined
  /** Categories whose box a policy had pre-set and the visitor left alone: no yes where a policy asks for opt-in. */
  readonly untouched?: readonly string[] | undefined
}

/**
 * The record after a decision. What the choices do not name stays as it was, apart from an older yes that no longer
 * counts: to another revision, or, once categories are answered, about vendors that this page does not show.
 * A vendor that answers as its category does is not written.
 * A vendor or category that neither the site nor the record knows is left out; in development it throws.
 */
export function decide(
  state: ConsentState,
  { all, categories: some, vendors: tickedVendors = {}, untouched = [] }: Choices,
  surface: Surface,
): ConsentRecord {
  const { record, policy, revision, locale, signal, now: time } = state
  const old = record ?? none
  const ticked = all === undefined ? some : Object.fromEntries(state.asked.map((name) => [name, all]))
  const isCurrent = !isOutdated(state)
  const isShown = (id: string): boolean => isCurrent && (!ticked || state.vendors.has(id))
  const answer = (yes: boolean, mark: Answer['mark'] = signal): Answer => ({
    decision: yes ? 'granted' : 'denied',
    time,
    mark,
  })
  const isNo = all === false
  const kept = (answers: Answers, counts: (name: string) => boolean): Map<string, Answer> =>
    new Map(
      [...answers]
        .filter(([name, { decision }]) => isNo || decision === 'denied' || counts(name))
        .map(([name, said]) => [name, isNo ? answer(false) : said]),
    )
  const categories = kept(old.categories, () => isCurrent)
  const vendors = kept(old.vendors, isShown)
  const disclosed = new Set([...old.disclosed].filter(isShown))

  const said = new Map<string, boolean>()
  for (const [named, yes] of Object.entries(ticked ?? {})) {
    const name = canonicalCategory(named)
    if (!categories.has(name) && !state.categories.includes(name)) {
      if (process.env.NODE_ENV !== 'production') throw unknownName('category', named, state.categories)
      continue
    }
    said.set(name, yes)
    categories.set(name, answer(yes, yes && untouched.includes(named) ? 'implied' : signal))
  }
  for (const [id, { category }] of state.vendors) {
    const yes = said.get(category)
    if (yes === undefined) continue
    // What was shown matters for a yes only, and a long list could keep a no from fitting into a cookie.
    disclosed[yes ? 'add' : 'delete'](id)
    vendors.delete(id)
  }
  for (const [id, yes] of Object.entries(tickedVendors)) {
    const vendor = state.vendors.get(id)
    if (!vendor && (yes || !old.vendors.has(id))) {
      if (process.env.NODE_ENV !== 'production') throw unknownName('vendor', id, state.vendors.keys())
      continue
    }
    disclosed.add(id)
    if (!vendor || said.get(vendor.category) !== yes) vendors.set(id, answer(yes))
  }
  return {
    // 96 random bits; `randomUUID` is missing where the page is not a secure context.
    id: record?.id || crypto.getRandomValues(new Uint32Array(3)).join(''),
    time,
    policy: policy.id,
    revision,
    surface,
    locale,
    signal,
    categories,
    vendors,
    disclosed,
  }
}
