// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { generatedFile, minifyPrepaint } from './minify-prepaint.mjs'

it('finds the committed text of the script before the first paint up to date; otherwise run `npm run prepaint`', async () => {
  expect(readFileSync(generatedFile, 'utf8')).toBe(await minifyPrepaint())
})
