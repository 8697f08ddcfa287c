import { loadMessages } from '../language/load-messages.ts'
import { locales, type Locale } from '../language/locales.ts'
import type { Messages } from '../messages/messages.ts'

/** Every language with all of its texts; English has them in the components. */
export const translations: readonly (readonly [Exclude<Locale, 'en'>, Messages])[] = await Promise.all(
  locales
    .filter((locale) => locale !== 'en')
    .map(async (locale) => [locale, (await loadMessages(locale)) as Messages] as const), // complete by type, where they are written
)

/** Texts by their path: `chatFailed.csp`. */
export function textsByPath(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([key, inner]) => textsByPath(inner, path ? `${path}.${key}` : key))
}
