/** What holds for a category before the visitor has said anything. */
export type Rule = 'opt-in' | 'opt-out' | 'objection' | 'exempt'

/** The rules of a region. */
export interface Policy {
  readonly id: string
  /** The rule of each category; `*` for those not named. */
  readonly rules: Readonly<Record<string, Rule>> & { readonly '*': Rule }
  /** Days a yes lasts. */
  readonly grantDays: number
  /** Days before a visitor who said no is asked again; the no itself holds until they say otherwise. */
  readonly denialDays: number
  /** What closing the banner means: no answer, or a no. */
  readonly dismissal: 'undecided' | 'denied'
  /** Whether the banner asks until the visitor has answered. False: the choices stay reachable through the trigger alone. */
  readonly banner: boolean
  /**
   * What it means when a script presses a yes (`isTrusted` is false): no answer, so that the visitor is still asked, or a
   * yes, recorded as `automated`. A no counts whoever pressed it. @default 'ask'
   */
  readonly automatedAccept?: 'ask' | 'count' | undefined
  /** Categories that a privacy signal turns off. */
  readonly signal: readonly string[]
  /** Where the rules come from. */
  readonly source?: string | undefined
}

/** The rule of a category under a policy. */
export const ruleOf = ({ rules }: Policy, category: string): Rule => rules[category] ?? rules['*']
