import { locales, type Locale } from './locales.ts'

/** Regions whose Spanish is Latin-American by CLDR's parent locales. */
const latinAmerica = /^(?:419|AR|BO|BR|BZ|CL|CO|CR|CU|DO|EC|GT|HN|MX|NI|PA|PE|PR|PY|SV|US|UY|VE)$/

/** Both written forms of Norwegian, and the name of the whole, are read in one. */
const written: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb' }

/** Language and script as `Intl.Locale` completes them, and the region only where the tag has one; `;q=` is left out. */
function parse(tag: string): { readonly text: string; readonly region: string | undefined } | null {
  try {
    const locale = new Intl.Locale(tag.replace(/;.*/, '').trim().replaceAll('_', '-'))
    const { language, script } = locale.maximize()
    return { text: `${written[language] ?? language}-${script}`, region: locale.region }
  } catch {
    return null // `*`, or no tag at all
  }
}

/**
 * The language that serves a visitor best, by what they want, best first. English where none does.
 * @param available @default all that have texts here
 */
export function matchLocale<Tag extends string = Locale>(
  wanted: string | readonly string[],
  available: readonly Tag[] = locales as readonly string[] as readonly Tag[], // its own default
): Tag | 'en' {
  for (const tag of [wanted].flat()) {
    const asked = parse(tag)
    if (!asked) continue
    const same = available.filter((one) => parse(one)?.text === asked.text)
    const inRegion = (region: string | undefined): Tag | undefined => same.find((one) => parse(one)?.region === region)
    const wider = asked.text.startsWith('es-') && latinAmerica.test(asked.region ?? '') ? '419' : undefined
    const found = inRegion(asked.region) ?? inRegion(wider) ?? inRegion(undefined) ?? same[0]
    if (found) return found
  }
  return 'en'
}
