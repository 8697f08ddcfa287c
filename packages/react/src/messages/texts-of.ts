import type { Messages } from './messages.ts'

/** The texts of a surface as its visitor reads them: English, each replaced by the site's where it has one. */
export function textsOf(english: object, messages: Partial<Messages>): Readonly<Record<string, unknown>> {
  const shown: Readonly<Record<string, unknown>> = { ...english, ...messages }
  return Object.fromEntries(Object.keys(english).map((key) => [key, shown[key]]))
}
