// Names the command that runs a development tool on this very Node, without a shell.
import { join } from 'node:path'
import { readManifest, root } from './project.mjs'

/** @param {string} name the tool's package @param {string[]} args @returns {import('./child.mjs').Command} */
export function tool(name, ...args) {
  const folder = join(root, 'node_modules', name)
  const { bin = {} } = readManifest(folder)
  const [path] = typeof bin === 'string' ? [bin] : Object.values(bin)
  if (!path) throw new Error(`${name} has no command to run: its package.json names none in "bin".`)
  return { file: process.execPath, args: [join(folder, path), ...args] }
}

/** @param {string} name a file of scripts/, without .mjs @param {string[]} args @returns {import('./child.mjs').Command} */
export const script = (name, ...args) => ({
  file: process.execPath,
  args: [join(root, 'scripts', `${name}.mjs`), ...args],
})
