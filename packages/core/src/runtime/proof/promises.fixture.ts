import type { Trace, VendorState } from '../index.ts'
import type { Guest } from './guest.fixture.ts'
import { isKept, isNamed, tracesOf } from './traces.fixture.ts'

// Lines 1, 6 and 7 of the design, for one vendor in one tab. Line 2 is in `isAllowed`, which knows only what was said.

/** How long, in milliseconds, a removal may take: goodbye, what is on its way, and two looks. */
const longest = 8_000

/** How long, in milliseconds, a load may take. */
export const patience = 1_000

/** What is wrong with a vendor now; `there` is the same vendor in the other tab. */
export function brokenPromises(guest: Guest, there: Guest): readonly string[] {
  const state = guest.controller?.getState()
  if (!state) return []
  const { wrong } = guest
  guest.wrong = []
  return [
    ...wrong,
    ...untrue(guest, state),
    ...(guest.isAllowed() ? [] : left(guest, there, state)),
    ...(state.status === 'ready' ? missing(guest, there) : []),
  ]
}

/** Lines 1 and 6: what is not allowed is on its way out, or gone, or named in the report. */
function left(guest: Guest, there: Guest, { status, report }: VendorState): readonly string[] {
  const { since, place, id } = guest
  const { clock, page } = place
  if (status === 'removing') return clock.now - since > longest ? ['is being removed for ever'] : []
  if (status !== 'blocked') return [`is ${status} though it is not allowed`]
  // Two tabs that sweep one drawer at once hide from each other what a timer writes again; what came later hides when.
  const isHidden = ({ kind }: Trace): boolean => there.since - since > -500 && (kind === 'local' || kind === 'cookie')
  const unsaid = tracesOf(guest).filter((trace) => !isNamed(report?.remaining ?? [], trace) && !isHidden(trace))
  const asked = page.network.requests.some(({ url, time }) => url.includes(`//${id}.`) && time > since)
  return [
    ...unsaid.map(({ kind, name }) => `has left a ${kind} and not said so: ${name}`),
    ...(asked ? ['has reached its host though it is not allowed'] : []),
  ]
}

/** Line 7: one load at a time, which ends; and nobody takes anything of what is ready. */
function missing(guest: Guest, there: Guest): readonly string[] {
  const { lives, nodes, sockets, place, id } = guest
  const life = lives.at(-1)
  if (!life?.api || life.endedAt !== null) return ['is ready without a life']
  const gone = place.drawer
    .of(place.number, id)
    .filter((entry) => entry.turn > Math.max(there.sweptAt, guest.sweptAt) && !isKept(guest, entry))
  return [
    ...gone.map(({ kind, name }) => `has lost a ${kind}: ${name}`),
    ...(nodes.slice(-2).every(({ isConnected }) => isConnected) ? [] : ['has lost a node']),
    ...(sockets.at(-1)?.readyState === 1 ? [] : ['has lost its socket']),
    ...(Reflect.get(place.page.realm, `${id}Api`) === life.api ? [] : ['has lost its global']),
  ]
}

/** What the runtime says fits together, and with what the vendor was asked for. */
function untrue(guest: Guest, { status, failure, wanted, report }: VendorState): readonly string[] {
  const { lives, since, place } = guest
  const isAllowed = guest.isAllowed()
  const alive = lives.filter(({ endedAt }) => endedAt === null).length
  const says: readonly (readonly [boolean, string])[] = [
    [alive > 1, 'has two lives'],
    [alive > 0 && status !== 'loading' && status !== 'ready', `is alive while ${status}`],
    [isAllowed && status === 'blocked', 'is blocked though it is allowed'],
    [(failure !== null) !== (status === 'failed'), `is ${status} with failure ${String(failure)}`],
    [wanted && !isAllowed, 'is waited for though it is not allowed'],
    [wanted && status === 'ready', 'leaves a click without an answer'],
    [report !== null && (status === 'loading' || status === 'ready'), 'has a report of an older removal'],
    [status === 'loading' && place.clock.now - since > patience + longest, 'is loading for ever'],
    [lives.some(({ calls }) => calls.includes('leave') && calls.at(-1) !== 'leave'), 'is asked after the goodbye'],
  ]
  return says.flatMap(([isSo, what]) => (isSo ? [what] : []))
}
