/** An error for a programmer's mistake. In full always: no visitor downloads it, and a build's own files need no package for it. */
export function mistake(what: string, why: string, fix: string): Error {
  return new Error(`Askfirst: ${what}, ${why}. ${fix}.`)
}
