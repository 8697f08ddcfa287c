import { canonicalCategory } from './category.ts'
import { unknownName } from './error.ts'
import { ruleOf } from './policy.ts'
import type { Answer } from './record.ts'
import { gateOf, type ConsentState } from './state.ts'

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
export function permission(state: ConsentState, vendorId: string): Permission {
  const { vendors, record, visit } = state
  const vendor = vendors.get(vendorId)
  if (!vendor) return refuse('unknown')
  const { category } = vendor
  const gate = gateOf(state, vendor)
  const answer = record?.vendors.get(vendorId)
  // What is asked on request does not depend on its category's answer.
  const { time = 0 } = answer ?? (gate === 'consent' ? record?.categories.get(category) : undefined) ?? {}
  if (category === 'necessary') return allow('necessary')
  if (typeof gate === 'object') return allow('asserted')
  // A later answer, in whichever tab, takes its place; one from a clock that was ahead is not later.
  if ((visit.get(vendorId) ?? 0) > (time > state.now ? 0 : time)) return allow('session')
  if (gate === 'on-request') return refuse('undecided')
  return answer
    ? judge(state, category, answer, 'vendor')
    : categoryPermission(state, category, record?.disclosed.has(vendorId))
}

/**
 * Whether a category is granted, for code of the site's own; vendors are asked about with `permission`.
 * Throws for a category that the site does not have.
 */
export function isGranted(state: ConsentState, category: string): boolean {
  const name = knownCategory(state, category)
  return name === 'necessary' || categoryPermission(state, name, true).allowed
}

/** Whether the visitor has something to decide, so that the banner is due. Costs the same for any number of vendors. */
export function needsDecision(state: ConsentState): boolean {
  return state.now > 0 && state.asked.some((category) => isDue(state, category))
}

/** A category's canonical name. Throws for a category that the site does not have. */
export function knownCategory({ categories }: ConsentState, category: string): string {
  const name = canonicalCategory(category)
  if (!categories.includes(name)) throw unknownName('category', category, categories)
  return name
}

/** True unless there is a record that answers this revision of the site's questions. */
export const isOutdated = ({ record, revision }: ConsentState): boolean => record?.revision !== revision

const isOptIn = ({ policy }: ConsentState, category: string): boolean => ruleOf(policy, category) === 'opt-in'

const isTurnedOff = ({ signal, policy }: ConsentState, category: string): boolean =>
  signal !== '' && policy.signal.includes(category)

function categoryPermission(state: ConsentState, category: string, disclosed: boolean | undefined): Permission {
  const answer = state.record?.categories.get(category)
  if (answer) {
    const judged = judge(state, category, answer, 'category')
    return judged.allowed && !disclosed ? refuse('not-disclosed') : judged
  }
  if (state.now === 0 || state.inDoubt || isOptIn(state, category)) return refuse('undecided')
  return isTurnedOff(state, category) ? refuse('signal') : allow('policy-default')
}

function judge(
  state: ConsentState,
  category: string,
  { decision, time, mark }: Answer,
  by: 'vendor' | 'category',
): Permission {
  const age = state.now - time
  if (decision === 'denied') return refuse(`${by}-denied`)
  // A yes from the future, beyond what a wrong clock explains, could not be trusted to end.
  if (age > state.policy.grantDays * day || age < -day) return refuse('expired')
  if (isOutdated(state)) return refuse('not-disclosed')
  if (mark === 'implied' && isOptIn(state, category)) return refuse('undecided')
  return isTurnedOff(state, category) && mark !== state.signal ? refuse('signal') : allow(`${by}-granted`)
}

function isDue(state: ConsentState, category: string): boolean {
  const { reason } = categoryPermission(state, category, !state.incomplete.has(category))
  const { time = 0 } = state.record?.categories.get(category) ?? {}
  return reason === 'category-denied'
    ? isOutdated(state) || state.now - time > state.policy.denialDays * day
    : ['undecided', 'expired', 'not-disclosed'].includes(reason)
}
