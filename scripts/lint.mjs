// Runs oxlint, after a look for comments that would switch its rules off: there are to be none.
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { runChild } from './child.mjs'
import { root } from './project.mjs'
import { tool } from './tool.mjs'

const notOurs = new Set(['node_modules', 'dist', '.git', 'storybook-static', 'test-results', 'coverage'])
const isSource = /\.(?:[cm]?[jt]s|[jt]sx)$/
const exception = /(?:\/\/|\/\*)\s*(?:ox|es)lint-disable/

/** @param {string} folder @returns {string[]} */
function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return isSource.test(entry.name) ? [path] : []
  })
}

let clean = true
for (const file of sources(root)) {
  const lines = readFileSync(file, 'utf8').split('\n')
  const at = lines.findIndex((line) => exception.test(line))
  if (at < 0) continue
  console.error(
    `${relative(root, file)}:${at + 1} switches a lint rule off. Write it so that the rule holds, or change .oxlintrc.json for everyone.`,
  )
  clean = false
}
const passed = await runChild(tool('oxlint', ...process.argv.slice(2)))
process.exitCode = clean && passed ? 0 : 1
