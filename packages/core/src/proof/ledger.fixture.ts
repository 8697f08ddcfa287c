import type { Choices } from '../decide.ts'
import { permission } from '../permission.ts'
import { ruleOf } from '../policy.ts'
import type { ConsentState } from '../state.ts'
import { askedOn, ids, optional, pool, type Page } from './test-site.fixture.ts'

/**
 * Every yes that was ever given, and nothing else: no time, no refusal. Whatever else happens, what runs and what is
 * stored has to be in it.
 */
export class Ledger {
  readonly #categories = new Set<string>()
  readonly #shown = new Set<string>()
  readonly #vendors = new Set<string>()
  /** The last record in which everything was said; nothing that was said becomes unsaid. */
  #said = ''

  note({ all, categories = {}, vendors = {} }: Choices, page: Page): void {
    const ticks = all === undefined ? categories : Object.fromEntries(askedOn(page).map((name) => [name, all]))
    for (const [name, yes] of Object.entries(ticks)) if (yes) this.#categories.add(name)
    for (const { id, category } of page.vendors) if (ticks[category]) this.#shown.add(id)
    for (const [id, yes] of Object.entries(vendors)) if (yes) this.#vendors.add(id)
  }

  /** A hand-written yes to whatever a page asks. */
  noteSeed(): void {
    for (const name of optional) this.#categories.add(name)
    for (const id of ids) this.#shown.add(id)
  }

  /** The vendors that run without anybody having said so. */
  nobodyAllowed(state: ConsentState, thisTime: ReadonlySet<string>): readonly string[] {
    return pool.flatMap(({ id, category, gate }) => {
      const { allowed, reason } = permission(state, id)
      if (!allowed) return []
      const given: Readonly<Record<string, boolean>> = {
        necessary: category === 'necessary',
        asserted: typeof gate === 'object',
        session: thisTime.has(id),
        'vendor-granted': this.#vendors.has(id),
        'category-granted': this.#shown.has(id),
        'policy-default': ruleOf(state.policy, category) !== 'opt-in',
      }
      return !given[reason] ? [`nobody has given ${id}: ${reason}`] : []
    })
  }

  /** What a stored record says that nobody said; above all what was allowed only this time. */
  nobodySaid(text: string): readonly string[] {
    if (text === this.#said) return []
    const [, categories = '', vendors = ''] = /&categories=([^&]*)&vendors=([^&]*)/.exec(text) ?? []
    const yeses = (list: string): readonly string[] => list.match(/[\w-]+(?=:granted)/g) ?? []
    const unsaid = [
      ...yeses(categories).filter((name) => !this.#categories.has(name)),
      ...yeses(vendors).filter((id) => !this.#vendors.has(id)),
    ]
    if (unsaid.length === 0) this.#said = text
    return unsaid.map((name) => `nobody has said the yes to ${name} that is stored`)
  }
}
