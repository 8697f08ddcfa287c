/** What belongs to the site itself and is never counted against it. */
export interface OwnOptions {
  /** Host names of the site itself, besides localhost. @default [] */
  readonly ownHosts?: readonly string[] | undefined
  /** CSS selectors of the site's own nodes that would count otherwise, such as a frame without an address. @default [] */
  readonly ownNodes?: readonly string[] | undefined
  /** Names of the site's own cookies, keys, databases, caches and globals. What begins with `askfirst` is ours. @default [] */
  readonly ownNames?: readonly (string | RegExp)[] | undefined
}

export function isOwnName(name: string, ownNames: readonly (string | RegExp)[]): boolean {
  return (
    name.startsWith('askfirst') || ownNames.some((own) => (typeof own === 'string' ? own === name : own.test(name)))
  )
}
