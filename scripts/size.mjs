// Measures what a visitor downloads and fails above a budget; `--json FILE` also writes the sizes for other programs.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { budgets } from './budgets.mjs'
import { bundle, reactOnly, withImports } from './bundle.mjs'
import { createConsumer } from './consumer.mjs'

/** @param {import('./bundle.mjs').Chunk[]} chunks @param {string} [lazy] */
function counted(chunks, lazy) {
  const entries = chunks.filter((chunk) => chunk.isEntry || chunk.fileName.endsWith('.css'))
  const first = withImports(chunks, entries)
  if (!lazy) return [...first].filter((chunk) => chunk.content.length > 1) // a stylesheet's entry is an empty script
  const later = chunks.filter((chunk) => chunk.moduleIds.some((id) => id.endsWith(lazy)))
  return [...withImports(chunks, later)].filter((chunk) => !first.has(chunk))
}

/** @param {string} code @returns {Promise<string>} what it exports as `text` when it runs */
async function written(code) {
  const file = join(consumer, 'written.js')
  writeFileSync(file, code)
  return (await import(pathToFileURL(file).href)).text
}

/** @param {import('./budgets.mjs').Budget} budget @returns {Promise<(string | Uint8Array)[]>} */
async function contents({ code, isText, lazy, withoutCore }) {
  if (isText) return [await written(code)]
  const external = withoutCore ? [reactOnly, /^@askfirst\/core/] : [reactOnly]
  return counted(await bundle(consumer, code, external), lazy).map(({ content }) => content)
}

const consumer = createConsumer()
/** @type {(import('./budgets.mjs').Budget & { size: number })[]} */
const measured = []
for (const budget of budgets) {
  const files = await contents(budget)
  if (files.length === 0) throw new Error(`${budget.name}: nothing to measure, so its entry in budgets.mjs is wrong.`)
  // Each file is compressed by itself, as a server does.
  const bytes = files.map((file) => gzipSync(file, { level: 9 }).length)
  measured.push({ ...budget, size: bytes.reduce((sum, size) => sum + size, 0) / 1000 })
}

const kB = (/** @type {number} */ size) => size.toFixed(2).padStart(8)
console.log(`${'gzip, kB'.padEnd(38)}${['measured', 'limit', 'headroom'].map((title) => title.padStart(10)).join('')}`)
for (const { name, size, limit } of measured) {
  const verdict = size > limit ? '  TOO BIG' : ''
  console.log(`${name.padEnd(38)}  ${kB(size)}  ${kB(limit)}  ${kB(limit - size)}${verdict}`)
}

const file = process.argv[process.argv.indexOf('--json') + 1]
if (process.argv.includes('--json')) {
  if (!file) throw new Error('--json needs a file to write to: node scripts/size.mjs --json sizes.json')
  const sizes = measured.map(({ name, limit, size }) => ({ name, limit, size }))
  writeFileSync(file, `${JSON.stringify(sizes, null, 2)}\n`)
}
if (measured.some(({ size, limit }) => size > limit)) process.exitCode = 1
