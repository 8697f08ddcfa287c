import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { storyNameFromExport, toId } from 'storybook/internal/csf'
import { expect, test } from 'vitest'
import { pictured } from './pictured.ts'

const source = join(import.meta.dirname, '../packages/react/src')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.stories.tsx'))

const stories = files.flatMap((file) => {
  const text = readFileSync(join(source, file), 'utf8')
  const title = /title: '(.+)'/.exec(text)?.[1] ?? ''
  return [...text.matchAll(/^export const (\w+): Story/gm)].map(([, name]) =>
    toId(title, storyNameFromExport(name ?? '')),
  )
})

test.each(Object.keys(pictured))('%s is a story, and has a picture of each side', (id) => {
  expect(stories).toContain(id)
  const pictures = readdirSync(join(import.meta.dirname, 'pictures'))
  const name = id.replaceAll('--', '-') // as vitest writes it
  expect(pictures).toEqual(expect.arrayContaining([`${name}-light.png`, `${name}-dark-rtl.png`]))
})
