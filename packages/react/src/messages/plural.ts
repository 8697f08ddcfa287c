import type { Plural } from './messages.ts'

/** The form of a message that a language uses for a number. */
export function pluralOf(forms: Plural, count: number, locale: string): string {
  return forms[new Intl.PluralRules(locale).select(count)] ?? forms.other
}
