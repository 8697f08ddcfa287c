import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = join(import.meta.dirname, 'guides')
const files = readdirSync(folder)
const pages = files.filter((file) => file.endsWith('.mdx'))
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8')

describe.each(pages)('%s', (page) => {
  const text = textOf(page)

  test('shows what to type, what is seen of it, live, and what to know', () => {
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    expect(headings).toEqual(['What to type', 'What you see', 'What to know'])
    expect(text).toMatch(/<Canvas of=\{\w+\.\w+\}/)
  })

  test('has no code of ours but that of a file, which is compiled, linted and run', () => {
    expect(text).not.toMatch(/^```(?!sh$|$)/m)
    const shown = [...text.matchAll(/<Source code=\{(\w+)\}/g)].map(([, name]) => name)
    expect(shown).not.toEqual([])
    for (const name of shown) {
      const file = new RegExp(`^import ${name} from '(.+)\\?raw'$`, 'm').exec(text)?.[1] ?? ''
      expect(existsSync(join(folder, file)), `${name} of ${page}`).toBe(true)
      expect(file).toMatch(/\.(?:example\.(?:tsx?|css)|e2e\.ts)$/)
    }
  })

  test('names stories that there are', () => {
    const imports = [...text.matchAll(/^import \* as (\w+) from '(.+)'$/gm)]
    const stories = new Map(imports.map(([, name, file]) => [name, textOf(file ?? '')]))
    for (const [, name, story] of text.matchAll(/<Canvas of=\{(\w+)\.(\w+)\}/g)) {
      expect(stories.get(name), `${name}.${story}`).toContain(`export const ${story}: Story`)
    }
  })
})

test('every example is on a page', () => {
  const shown = pages.map(textOf).join('\n')
  const examples = files.filter((file) => file.includes('.example.'))
  expect(examples.filter((file) => !shown.includes(`./${file}?raw`))).toEqual([])
})

test('every page of the docs that a guide names is there', () => {
  const named = pages.flatMap((page) =>
    [...textOf(page).matchAll(/`docs\/([\w-]+\.md)`/g)].map(([, file]) => file ?? ''),
  )
  const missing = named.filter((file) => !existsSync(join(import.meta.dirname, '../docs', file)))
  expect(missing).toEqual([])
})
