import type { Surface } from '../record.ts'

/** The texts that a surface shows: lists and objects of strings, by key. */
export interface Wording {
  readonly surface: Surface
  /** Language of the texts, BCP 47. */
  readonly locale: string
  readonly texts: object
}

/** The one way to write a wording down, which its hash is taken of: JSON as RFC 8785 has it, keys in order, no space. */
export const wordingText = ({ surface, locale, texts }: Wording): string => canonical({ surface, locale, texts })

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  const entries = Object.entries(value).filter(([, text]) => text !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, text]) => `${JSON.stringify(key)}:${canonical(text)}`).join()}}`
}

/** SHA-256 of a text in UTF-8, in hex; `null` where the page is no secure context, which has no Web Crypto. */
export async function hashOf(text: string): Promise<string | null> {
  const subtle = crypto.subtle as SubtleCrypto | undefined // missing on pages that came by http
  if (!subtle) return null
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
