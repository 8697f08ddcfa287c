/** The languages that have texts here: those of the European Union first, each named by its BCP 47 tag. */
export const locales = [
  'bg',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'et',
  'fi',
  'fr',
  'hr',
  'hu',
  'it',
  'nl',
  'pl',
  'pt',
  'ro',
  'sk',
  'sl',
  'sv',
  'nb',
  'ar',
  'pt-BR',
  'es-419',
] as const

export type Locale = (typeof locales)[number]
