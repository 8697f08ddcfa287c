import type { Rule } from './rules.ts'

export type FindingKind =
  | 'request'
  | 'socket'
  | 'link'
  | 'node'
  | 'global'
  | 'replaced'
  | 'cookie'
  | 'local'
  | 'session'
  | 'database'
  | 'cache'

/** Something that a page did or holds against a rule. */
export interface Finding {
  readonly kind: FindingKind
  /** Its address, selector, key or name. */
  readonly name: string
  /** The address of the page it was found on; empty where it is not known. */
  readonly page: string
  /** What caused it, as Chromium tells; `null` where it is not known. */
  readonly initiator: string | null
  readonly rule: Rule
}

const words: Readonly<Record<FindingKind, string>> = {
  request: 'Request to',
  socket: 'Socket to',
  link: 'Link to',
  node: 'Node',
  global: 'Global',
  replaced: 'Replaced function',
  cookie: 'Cookie',
  local: 'localStorage key',
  session: 'sessionStorage key',
  database: 'IndexedDB database',
  cache: 'Cache',
}

/** One finding in three lines: what, by whom, against which rule. */
export function tellFinding({ kind, name, page, initiator, rule }: Finding): string {
  return [
    `${words[kind]} ${name}${page && `, on ${page}`}`,
    `Initiator: ${initiator ?? 'not known'}`,
    `Rule: promise ${rule.promise}. ${rule.text}`,
  ].join('\n    ')
}

/** The error that a test fails with. */
export function findingsError(findings: readonly Finding[]): Error {
  const title = findings.length === 1 ? 'a rule was broken' : `rules were broken ${findings.length} times`
  const error = new Error(
    [`Askfirst: ${title}`, ...findings.map((finding, at) => `${at + 1}. ${tellFinding(finding)}`)].join('\n'),
  )
  // Where it was noticed is no place to look for the cause.
  error.stack = error.message
  return error
}
