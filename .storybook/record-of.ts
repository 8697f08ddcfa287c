import type { Answers, ConsentRecord, Decision } from '@askfirst/core'

interface Past {
  readonly categories?: Readonly<Record<string, Decision>>
  readonly vendors?: Readonly<Record<string, Decision>>
  /** @default both messengers */
  readonly disclosed?: readonly string[]
  /** @default 7 */
  readonly daysAgo?: number
}

/** The record of a visitor who decided on an earlier visit. */
export function recordOf({
  categories = {},
  vendors = {},
  disclosed = ['kayako', 'kustomer'],
  daysAgo = 7,
}: Past): ConsentRecord {
  const time = Date.now() - daysAgo * 86_400_000
  const answers = (decisions: Readonly<Record<string, Decision>>): Answers =>
    new Map(Object.entries(decisions).map(([name, decision]) => [name, { decision, time, mark: '' }]))
  return {
    id: 'story',
    time,
    policy: 'opt-in',
    revision: '1',
    surface: 'banner',
    locale: 'en',
    signal: '',
    categories: answers(categories),
    vendors: answers(vendors),
    disclosed: new Set(disclosed),
  }
}
