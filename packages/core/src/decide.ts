import { canonicalCategory } from './category.ts'
import { unknownName } from './error.ts'
import { isOutdated } from './permission.ts'
import { none, type Answer, type Answers, type ConsentRecord, type Surface } from './record.ts'
import { answersThat } from './refusals.ts'
import type { ConsentState } from './state.ts'

declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** Answers about vendors: `true` is a yes. */
export type Ticks = Readonly<Record<string, boolean>>

/** Answers about categories; `implied` is a box that a policy had set and the visitor left: no yes where one asks for opt-in. */
export type CategoryTicks = Readonly<Record<string, boolean | 'implied'>>

/** What the visitor ticked: categories, and vendors by themselves where they differ from their category. */
export interface Choices {
  /** One answer for everything that is asked; a no also for what the record says of other pages of the site. */
  readonly all?: boolean | undefined
  readonly categories?: CategoryTicks | undefined
  readonly vendors?: Ticks | undefined
}

/**
 * The record after a decision. What the choices do not name stays as it was, apart from an older yes that no longer
 * counts: one to another revision gets the time 0, so that it has ended and no default takes its place; one about a vendor
 * that this page does not show goes, once categories are answered.
 * A vendor or category that neither the site nor the record knows is left out; in development it throws.
 */
export function decide(
  state: ConsentState,
  { all, categories: some, vendors: tickedVendors = {} }: Choices,
  surface: Surface,
): ConsentRecord {
  const { policy, revision, locale, signal, now: time } = state
  const old = state.record ?? none
  const ticked = all === undefined ? some : Object.fromEntries(state.asked.map((name) => [name, all]))
  const isCurrent = !isOutdated(state)
  const isShown = (id: string): boolean => !ticked || state.vendors.has(id)
  const answer = (yes: boolean | 'implied'): Answer => ({
    decision: yes ? 'granted' : 'denied',
    time,
    mark: yes === 'implied' ? yes : signal,
  })
  const isNo = all === false
  const carry = (answers: Answers, counts: (said: Answer, name: string) => boolean): Map<string, Answer> =>
    new Map(
      answersThat(answers, counts).map(([name, said]) => [
        name,
        isNo ? answer(false) : isCurrent || said.decision === 'denied' ? said : { ...said, time: 0 },
      ]),
    )
  const categories = carry(old.categories, () => true)
  const vendors = carry(old.vendors, (_, id) => isNo || isShown(id))
  const disclosed = new Set([...old.disclosed].filter((id) => isCurrent && isShown(id)))

  const said = new Map<string, boolean>()
  for (const [named, yes] of Object.entries(ticked ?? {})) {
    const name = canonicalCategory(named)
    if (!categories.has(name) && !state.categories.includes(name)) {
      if (process.env.NODE_ENV !== 'production') throw unknownName('category', named, state.categories)
      continue
    }
    said.set(name, !!yes)
    categories.set(name, answer(yes))
  }
  for (const [id, { category }] of state.vendors) {
    if (!said.has(category)) continue
    // What was shown matters for a yes only, and a long list could keep a no from fitting into a cookie.
    if (said.get(category)) disclosed.add(id)
    else disclosed.delete(id)
    vendors.delete(id)
  }
  for (const [id, yes] of Object.entries(tickedVendors)) {
    const vendor = state.vendors.get(id)
    if (!vendor && (yes || !old.vendors.has(id))) {
      if (process.env.NODE_ENV !== 'production') throw unknownName('vendor', id, state.vendors.keys())
      continue
    }
    disclosed.add(id)
    vendors.set(id, answer(yes))
  }
  return {
    // Enough to tell visitors apart.
    id: old.id || Math.random().toString(36),
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
