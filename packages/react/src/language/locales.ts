/** The languages that have texts here: those of the European Union first, each named by its BCP 47 tag. */
export const locales = ['da', 'de', 'en', 'es', 'fr', 'it', 'nl', 'pt', 'sv', 'nb', 'ar', 'pt-BR', 'es-419'] as const

export type Locale = (typeof locales)[number]
