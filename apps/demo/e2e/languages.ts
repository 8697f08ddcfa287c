import { readFileSync, readdirSync } from 'node:fs'
import type { BrowserContext } from '@playwright/test'
import { languages } from '../../../packages/react/src/messages/languages.fixture.ts'

type Words = (typeof languages)[number][1]

const spoken = ['bannerTitle', 'bannerText', 'acceptAll', 'rejectAll', 'choose'] as const

/** The languages besides the shop's own. */
export const otherLanguages = languages.filter(([tag]) => tag !== 'en')

const assets = new URL('../dist/assets/', import.meta.url)

/** The shop as built, its banner's words in another language from now on. Returns how often it has loaded so. */
export async function speak(context: BrowserContext, words: Words): Promise<() => number> {
  const file = readdirSync(assets).find((name) => /^index-[^/]+\.js$/.test(name)) ?? 'index.js'
  let body = readFileSync(new URL(file, assets), 'utf8')
  for (const key of spoken) {
    const parts = body.split(new RegExp(`\\b${key}:\`[^\`]*\``))
    if (parts.length !== 2) throw new Error(`The build holds ${parts.length - 1} texts called ${key}, not one.`)
    body = parts.join(`${key}:${JSON.stringify(words[key])}`)
  }
  let count = 0
  // Of two routes the later one answers.
  await context.route(`**/assets/${file}`, async (route) => {
    await route.fulfill({ body, contentType: 'text/javascript' })
    count++
  })
  return () => count
}
