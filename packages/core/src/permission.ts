import { canonicalCategory } from './category.ts'
import { unknownName } from './error.ts'
import { ruleOf } from './policy.ts'
import { none, type Answer } from './record.ts'
import { gateOf, type ConsentState } from './state.ts'
import type { Gate, Vendor } from './vendor.ts'

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

type Reason = AllowedReason | RefusedReason

const day = 86_400_000

/** The names of what allows have this in common; "granted" is in two of them. */
const allowing = /granted|default|necessary|asserted|session/

const because = (reason: Reason): Permission => ({ allowed: allowing.test(reason), reason }) as Permission

/** Whether a vendor may touch the page now, and why. An id that is not registered is not allowed. */
export const permission = (state: ConsentState, id: string): Permission => because(reasonOf(state, id))

function reasonOf(state: ConsentState, id: string): Reason {
  const vendor = state.vendors.get(id)
  if (!vendor) return 'unknown'
  const gate = gateOf(state, vendor)
  if (vendor.category === 'necessary') return 'necessary'
  // A ground that nobody can read is none.
  if ((gate as Partial<Extract<Gate, object>>).always) return 'asserted'
  if (state.visit.has(id)) return 'session'
  if (gate === 'on-request') return 'undecided'
  const { categories, vendors, disclosed } = state.record ?? none
  const own = vendors.get(id)
  const answer = own ?? categories.get(vendor.category)
  return judge(state, vendor.category, answer, own ? 'vendor' : 'category', !!own || disclosed.has(id))
}

/** Whether "only this time" goes on: it ends with any answer but the one that it set aside, whatever clock that was given by. */
export const isOpen = (state: ConsentState, [id, setAside]: readonly [string, number]): boolean =>
  (answeredAt(state, id) || setAside) === setAside

/**
 * When the visitor last said something about a vendor, by itself or with its category. A category's yes is no
 * answer about what works on request.
 */
export function answeredAt(state: ConsentState, id: string): number | undefined {
  const { categories, vendors } = state.record ?? none
  const vendor = state.vendors.get(id) ?? ({} as Vendor) // only another page of the site has it
  const answer = vendors.get(id) ?? categories.get(vendor.category)
  return answer?.decision === 'denied' || gateOf(state, vendor) === 'consent' ? answer?.time : undefined
}

/**
 * Whether a category is granted, for code of the site's own; vendors are asked about with `permission`.
 * A category that the site does not have is not granted; in development it throws.
 */
export function isGranted(state: ConsentState, category: string): boolean {
  const name = canonicalCategory(category)
  const isKnown = state.categories.includes(name)
  if (process.env.NODE_ENV !== 'production' && !isKnown) throw unknownName('category', category, state.categories)
  return isKnown && (name === 'necessary' || because(reasonOn(state, name)).allowed)
}

/** Whether the visitor has something to decide, so that the banner is due. Costs the same for any number of vendors. */
export const needsDecision = (state: ConsentState): boolean =>
  state.now > 0 && state.policy.banner && state.asked.some((category) => isDue(state, category))

/** True unless there is a record that answers this revision of the site's questions. */
export const isOutdated = ({ record, revision }: ConsentState): boolean => record?.revision !== revision

/** Why a category is allowed or not, for a vendor that was disclosed unless you say otherwise. */
export const reasonOn = (state: ConsentState, category: string, isDisclosed = true): Reason =>
  judge(state, category, state.record?.categories.get(category), 'category', isDisclosed)

function judge(
  state: ConsentState,
  category: string,
  answer: Answer | undefined,
  by: 'vendor' | 'category',
  isDisclosed: boolean,
): Reason {
  const { now, policy, signal } = state
  const isOptIn = ruleOf(policy, category) === 'opt-in'
  const isTurnedOff = signal && policy.signal.includes(category)
  if (!answer) {
    if (state.inDoubt || isOptIn) return 'undecided'
    return isTurnedOff ? 'signal' : 'policy-default'
  }
  const { decision, time, mark } = answer
  if (decision === 'denied') return `${by}-denied`
  // A yes from the future, beyond what a wrong clock explains, could not be trusted to end.
  if (now - time > policy.grantDays * day || time - now > day) return 'expired'
  if (isOutdated(state)) return 'not-disclosed'
  if (mark === 'implied' && isOptIn) return 'undecided'
  if (isTurnedOff && mark !== signal) return 'signal'
  return isDisclosed ? `${by}-granted` : 'not-disclosed'
}

function isDue(state: ConsentState, category: string): boolean {
  const reason = reasonOn(state, category, !state.incomplete.has(category))
  if (reason === 'category-denied') {
    const { time = 0 } = state.record?.categories.get(category) ?? {}
    return isOutdated(state) || state.now - time > state.policy.denialDays * day
  }
  // What runs without a yes is shown with a choice, unless the law exempts it.
  if (reason === 'policy-default') return ruleOf(state.policy, category) !== 'exempt'
  return !/granted|signal/.test(reason)
}
