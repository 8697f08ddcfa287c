import type { Trace } from '../index.ts'
import type { Entry } from './drawer.fixture.ts'
import type { Guest } from './guest.fixture.ts'

// What of a vendor is on a page now: looked for where its scripts say that they have put it.

/** Everything of the vendor that is in this tab, or that it has written last. */
export function tracesOf(guest: Guest): readonly Trace[] {
  const { id, lives, nodes, sockets, place } = guest
  const traces: Trace[] = []
  for (const node of nodes) {
    if (node.isConnected) traces.push({ kind: 'node', name: node.id || (node.getAttribute('href') ?? '') })
  }
  for (const { element } of lives) if (element?.isConnected) traces.push({ kind: 'node', name: element.src })
  for (const { readyState, url } of sockets) if (readyState <= 1) traces.push({ kind: 'socket', name: url })
  if (Reflect.has(place.page.realm, `${id}Api`)) traces.push({ kind: 'global', name: `${id}Api` })
  for (const entry of place.drawer.of(place.number, id)) {
    if (isKept(guest, entry)) traces.push({ kind: entry.kind, name: entry.name })
  }
  return traces
}

export function isKept({ place }: Guest, { kind, name }: Entry): boolean {
  const { local, session, cookies } = place.page.kept
  if (kind === 'local') return local.getItem(name) !== null
  if (kind === 'session') return session.getItem(name) !== null
  return cookies()
    .split('; ')
    .some((cookie) => cookie.startsWith(`${name}=`))
}

/** What a report says of a trace: nodes are named with their tag, or by where they load from. */
export const isNamed = (said: readonly Trace[], { kind, name }: Trace): boolean =>
  said.some((trace) => trace.kind === kind && (kind === 'node' ? trace.name.includes(name) : trace.name === name))
