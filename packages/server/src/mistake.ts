/** An error for a programmer's mistake, in full in production too: a secret is missing there first, and no visitor downloads this. */
export function mistake(what: string, why: string, fix: string): Error {
  return new Error(`Askfirst: ${what}, ${why}. ${fix}.`)
}

/** Values come from sessions and environments, whatever their types say. The error never repeats one. */
export function requireText(value: unknown, what: string, why: string, fix: string): void {
  if (typeof value !== 'string' || value.trim() === '') throw mistake(what, why, fix)
}
