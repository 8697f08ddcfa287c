import { canonicalCategory } from './category.ts'
import { unknownName } from './error.ts'
import { ruleOf } from './policy.ts'
import { none, type Answer } from './record.ts'
import { gateOf, type ConsentState } from './state.ts'
import type { Gate } from './vendor.ts'

declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** Why something is allowed. */
export type AllowedReason =
  | 'necessary'
  | 'asserted'
  | 'vendor-granted'
  | 'session'
  | 'category-granted'
  | 'policy-default'

/** Why something is not allowed. */
export type RefusedReason =
  | 'vendor-denied'
  | 'category-denied'
  | 'signal'
  | 'not-disclosed'
  | 'undecided'
  | 'expired'
  | 'unknown'

/** The answer for one vendor now: allowed or not, and why. */
export type Permission =
  | { readonly allowed: true; readonly reason: AllowedReason }
  | { readonly allowed: false; readonly reason: RefusedReason }

const day = 86_400_000

const allow = (reason: AllowedReason): Permission => ({ allowed: true, reason })
const refuse = (reason: RefusedReason): Permission => ({ allowed: false, reason })

/** Whether a vendor may touch the page now, and why. An id that is not registered is not allowed. */
export function permission(state: ConsentState, id: string): Permission {
  const vendor = state.vendors.get(id)
  if (!vendor) return refuse('unknown')
  const gate = gateOf(state, vendor)
  if (vendor.category === 'necessary') return allow('necessary')
  // A ground that nobody can read is none.
  if ((gate as Partial<Extract<Gate, object>>).always) return allow('asserted')
  if (state.visit.has(id)) return allow('session')
  if (gate === 'on-request') return refuse('undecided')
  const { categories, vendors, disclosed } = state.record ?? none
  const own = vendors.get(id)
  const answer = own ?? categories.get(vendor.category)
  return judge(state, vendor.category, answer, own ? 'vendor' : 'category', !!own || disclosed.has(id))
}

/** Whether "only this time" goes on: it ends with any answer but the one that it set aside, whatever clock that was given by. */
export const isOpen = (state: Answered, [id, setAside]: readonly [string, number]): boolean =>
  (answeredAt(state, id) ?? setAside) === setAside

type Answered = Pick<ConsentState, 'gates' | 'record' | 'vendors'>

/**
 * When the visitor last said something about a vendor, by itself or with its category. A category's yes is no answer
 * about what works on request.
 */
export function answeredAt(state: Answered, id: string): number | undefined {
  const { categories, vendors } = state.record ?? none
  const vendor = state.vendors.get(id)
  const answer = vendors.get(id) ?? (vendor && categories.get(vendor.category))
  const isAnswer = answer?.decision === 'denied' || !vendor || gateOf(state, vendor) === 'consent'
  return isAnswer ? answer?.time : undefined
}

/**
 * Whether a category is granted, for code of the site's own; vendors are asked about with `permission`.
 * A category that the site does not have is not granted; in development it throws.
 */
export function isGranted(state: ConsentState, category: string): boolean {
  const name = canonicalCategory(category)
  const isKnown = state.categories.includes(name)
  if (process.env.NODE_ENV !== 'production' && !isKnown) throw unknownName('category', category, state.categories)
  return isKnown && (name === 'necessary' || categoryPermission(state, name, true).allowed)
}

/** Whether the visitor has something to decide, so that the banner is due. Costs the same for any number of vendors. */
export const needsDecision = (state: ConsentState): boolean =>
  state.now > 0 && state.policy.banner && state.asked.some((category) => isDue(state, category))

/** True unless there is a record that answers this revision of the site's questions. */
export const isOutdated = ({ record, revision }: ConsentState): boolean => record?.revision !== revision

const categoryPermission = (state: ConsentState, category: string, isDisclosed: boolean): Permission =>
  judge(state, category, state.record?.categories.get(category), 'category', isDisclosed)

function judge(
  state: ConsentState,
  category: string,
  answer: Answer | undefined,
  by: 'vendor' | 'category',
  isDisclosed: boolean,
): Permission {
  const { now, policy, signal } = state
  const isOptIn = ruleOf(policy, category) === 'opt-in'
  const isTurnedOff = signal && policy.signal.includes(category)
  if (!answer) {
    if (state.inDoubt || isOptIn) return refuse('undecided')
    return isTurnedOff ? refuse('signal') : allow('policy-default')
  }
  const { decision, time, mark } = answer
  if (decision === 'denied') return refuse(`${by}-denied`)
  // A yes from the future, beyond what a wrong clock explains, could not be trusted to end.
  if (now - time > policy.grantDays * day || time - now > day) return refuse('expired')
  if (isOutdated(state)) return refuse('not-disclosed')
  if (mark === 'implied' && isOptIn) return refuse('undecided')
  if (isTurnedOff && mark !== signal) return refuse('signal')
  return isDisclosed ? allow(`${by}-granted`) : refuse('not-disclosed')
}

function isDue(state: ConsentState, category: string): boolean {
  const { reason } = categoryPermission(state, category, !state.incomplete.has(category))
  if (reason === 'category-denied') {
    const { time = 0 } = state.record?.categories.get(category) ?? {}
    return isOutdated(state) || state.now - time > state.policy.denialDays * day
  }
  return (
    ['undecided', 'expired', 'not-disclosed'].includes(reason) ||
    // What runs without a yes is shown with a choice, unless the law exempts it.
    (reason === 'policy-default' && ruleOf(state.policy, category) !== 'exempt')
  )
}
