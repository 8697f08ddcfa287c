import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { declarations } from './declarations.mjs'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'askfirst-declarations-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

it('follows every relative import, in whichever way it is written', () => {
  writeFileSync(join(folder, 'index.d.ts'), "export * from './a.ts'\nexport declare const c: import('./c.tsx').C\n")
  writeFileSync(join(folder, 'a.d.ts'), "import type { B } from './b.js'\nexport type A = B\n")
  writeFileSync(join(folder, 'b.d.ts'), 'export type B = 1\n')
  writeFileSync(join(folder, 'c.d.ts'), 'export type C = 2\n')
  writeFileSync(join(folder, 'private.d.ts'), 'export type Private = 3\n')
  const text = declarations(join(folder, 'index.d.ts'), folder)
  expect(text.match(/^\/\/ .*$/gm)).toEqual(['// a.d.ts', '// b.d.ts', '// c.d.ts', '// index.d.ts'])
})

it('leaves comments out, and strings that look like them in', () => {
  writeFileSync(join(folder, 'index.d.ts'), "/** Why. */\nexport type A = 'https://a.example' // so\n")
  expect(declarations(join(folder, 'index.d.ts'), folder)).toBe("// index.d.ts\nexport type A = 'https://a.example'\n")
})
