import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Autoconsent's own list of words. The package publishes its source, but does not export it. */
export const heuristic = new URL(
  '../lib/heuristics.ts',
  `file://${createRequire(import.meta.url).resolve('@duckduckgo/autoconsent/rules/rules.json')}`,
)

const words = readFileSync(new URL('heuristic-patterns.ts', heuristic), 'utf8')

const nameOf = new Intl.DisplayNames('en', { type: 'language' })

/** Whether it has patterns for a refusal in this language; a list of whole sentences only fits their sites. */
export function hasRejectWords(tag: string): boolean {
  return [tag, new Intl.Locale(tag).language].some((name) => {
    const list = `const REJECT_PATTERNS_${nameOf.of(name)?.toUpperCase().replaceAll(' ', '_')} = [`
    const from = words.indexOf(list)
    return from >= 0 && /\/i?s[,\]]/.test(words.slice(from, words.indexOf('];', from) + 1))
  })
}

/** Whether it has words by which it finds a banner in this language: its list is in parts, each under a code. */
export function hasTriggers(tag: string): boolean {
  const { language } = new Intl.Locale(tag)
  const list = words.slice(0, words.indexOf('];'))
  return language === 'en' || new RegExp(`^ *// .*\\b${language.toUpperCase()}\\b\\)?$`, 'm').test(list)
}
