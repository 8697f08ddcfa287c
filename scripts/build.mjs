// Builds the package in the current folder: tsc writes a module for each source file, and what is not TypeScript is copied.
import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runChild } from './child.mjs'
import { tool } from './tool.mjs'

const cwd = process.cwd()
const isCompiled = /\.(?:tsx?|mdx)$/
const isForUs = /\.(?:test|test-d|stories|fixture)\./

rmSync('dist', { recursive: true, force: true })
if (!(await runChild({ ...tool('typescript', '-p', 'tsconfig.build.json'), cwd }))) process.exit(1)
for (const entry of readdirSync('src', { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || isCompiled.test(entry.name) || isForUs.test(entry.name)) continue
  const from = join(entry.parentPath, entry.name)
  cpSync(from, from.replace(/^src/, 'dist'), { recursive: true })
}
