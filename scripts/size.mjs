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

/** @param {import('./bundle.mjs').Chunk[]} chunks @param {string} folder @returns {string[]} the files from there */
function modulesOf(chunks, folder) {
  const ids = new Set(chunks.flatMap(({ moduleIds }) => moduleIds))
  return [...ids].filter((id) => id.includes(folder)).map((id) => id.slice(id.indexOf(folder)))
}

/** @typedef {{ files: (string | Uint8Array)[], of?: string }} Part what is fetched at once */

/** @param {import('./budgets.mjs').Budget} budget @returns {Promise<Part[]>} */
async function parts({ code, isText, lazy, each, withoutCore }) {
  if (isText) return [{ files: [await written(code)] }]
  const external = withoutCore ? [reactOnly, /^@askfirst\/core/] : [reactOnly]
  const chunks = await bundle(consumer, code, external)
  /** @param {string} [from] */
  const files = (from) => counted(chunks, from).map(({ content }) => content)
  return each ? modulesOf(chunks, each).map((of) => ({ files: files(of), of })) : [{ files: files(lazy) }]
}

const consumer = createConsumer()
/** Each file is compressed by itself, as a server does. @param {Part} part @returns {number} */
const sizeOf = ({ files }) => files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0) / 1000
/** @type {(import('./budgets.mjs').Budget & { size: number, of?: string | undefined })[]} */
const measured = []
for (const budget of budgets) {
  const sizes = (await parts(budget)).map((part) => ({ size: sizeOf(part), of: part.of }))
  const largest = sizes.toSorted((a, b) => b.size - a.size)[0]
  if (!largest?.size) throw new Error(`${budget.name}: nothing to measure, so its entry in budgets.mjs is wrong.`)
  measured.push({ ...budget, ...largest })
}

const kB = (/** @type {number} */ size) => size.toFixed(2).padStart(8)
console.log(`${'gzip, kB'.padEnd(38)}${['measured', 'limit', 'headroom'].map((title) => title.padStart(10)).join('')}`)
for (const { name, size, limit, of = '' } of measured) {
  const verdict = size > limit ? `  TOO BIG ${of}` : of && `  ${of}`
  console.log(`${name.padEnd(38)}  ${kB(size)}  ${kB(limit)}  ${kB(limit - size)}${verdict}`)
}

const file = process.argv[process.argv.indexOf('--json') + 1]
if (process.argv.includes('--json')) {
  if (!file) throw new Error('--json needs a file to write to: node scripts/size.mjs --json sizes.json')
  const sizes = measured.map(({ name, limit, size }) => ({ name, limit, size }))
  writeFileSync(file, `${JSON.stringify(sizes, null, 2)}\n`)
}
if (measured.some(({ size, limit }) => size > limit)) process.exitCode = 1
