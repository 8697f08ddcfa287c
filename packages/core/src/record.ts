/** A yes or a no. "Never asked" is neither: it is the absence of both. */
export type Decision = 'granted' | 'denied'

/** Where a decision was taken. `seed` is a hand-written cookie, `api` the host's own code, `automated` a yes that a script pressed. */
export type Surface = 'banner' | 'preferences' | 'gate' | 'api' | 'seed' | 'automated'

/** A privacy signal that the browser sends, or none. */
export type Signal = '' | 'gpc'

/** One decision, with what is needed to judge it later. */
export interface Answer {
  readonly decision: Decision
  /** Milliseconds since 1970. */
  readonly time: number
  /**
   * `implied` for a yes that only left a pre-set box as it was: worth nothing where a policy asks for opt-in.
   * A signal's name for an answer given while it was seen: that beats the signal.
   */
  readonly mark: Signal | 'implied'
}

/** Answers by the name of a category or vendor. */
export type Answers = ReadonlyMap<string, Answer>

/** What is stored about one visitor's choices. */
export interface ConsentRecord {
  /** Random; says nothing about the visitor. */
  readonly id: string
  /** Time of the latest decision, milliseconds since 1970. */
  readonly time: number
  /** Id of the policy under which the latest decision was taken. */
  readonly policy: string
  /** The site's revision of what it asks. */
  readonly revision: string
  readonly surface: Surface
  /** Language the visitor was asked in, BCP 47. */
  readonly locale: string
  /** The privacy signal seen at the latest decision. */
  readonly signal: Signal
  readonly categories: Answers
  /** Vendors answered for by themselves, apart from their category. */
  readonly vendors: Answers
  /** Vendors that had been disclosed to the visitor when they decided. */
  readonly disclosed: ReadonlySet<string>
}

/** What a visitor has said who has said nothing. */
export const none: Pick<ConsentRecord, 'categories' | 'vendors' | 'disclosed'> & { readonly id?: undefined } = {
  categories: new Map(),
  vendors: new Map(),
  disclosed: new Set(),
}
