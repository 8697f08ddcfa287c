/** How a switch is written in an address: one of some words, or a value of a kind. */
export type SwitchKind = readonly string[] | 'flag' | 'milliseconds' | 'text' | 'list'

/** Sets off the switches from the rest of a local address: `/stand-in/kayako/~loader=fails&delay=300/messenger`. */
const mark = '~'

/** The part of a local address that carries the switches, with its leading slash; '' when there are none. */
export function switchPath(switches: object): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(switches)) {
    if (value !== undefined) parameters.set(name, String(value))
  }
  const text = parameters.toString()
  return text === '' ? '' : `/${mark}${text}`
}

/** Reads such a part back; throws with a sentence for the person who typed it. */
export function parseSwitchPath(part: string, kinds: Readonly<Record<string, SwitchKind>>): Record<string, unknown> {
  const switches: Record<string, unknown> = {}
  for (const [name, value] of new URLSearchParams(part.slice(mark.length))) {
    const kind = kinds[name]
    if (!kind) throw new Error(`Stand-in: there is no switch "${name}". Use one of ${Object.keys(kinds).join(', ')}.`)
    switches[name] = parseValue(name, value, kind)
  }
  return switches
}

export function isSwitchPart(part: string): boolean {
  return part.startsWith(mark)
}

function parseValue(name: string, value: string, kind: SwitchKind): unknown {
  if (kind === 'text') return value
  if (kind === 'list') return value === '' ? [] : value.split(',')
  if (kind === 'flag') return value === 'true'
  if (kind === 'milliseconds') return Number(value) || 0
  if (kind.includes(value)) return value
  throw new Error(`Stand-in: "${name}" cannot be "${value}". Use one of ${kind.join(', ')}.`)
}
