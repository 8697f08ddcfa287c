// Builds apps/next for production, on the packages as published.
// In the workspace `@askfirst/react` is a link to its sources. So the app is built as a copy in apps/next/dist, which has
// the built packages in a node_modules of its own and finds everything else where it did: the nearest node_modules wins.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runChild } from './child.mjs'
import { addPublishedPackages } from './consumer.mjs'
import { root } from './project.mjs'

const app = join(root, 'apps/next')
const cwd = join(app, 'dist')
const notTheApp = new Set(['dist', 'e2e', 'node_modules', 'README.md'])

rmSync(cwd, { recursive: true, force: true })
mkdirSync(cwd)
for (const name of readdirSync(app)) {
  if (!notTheApp.has(name)) cpSync(join(app, name), join(cwd, name), { recursive: true })
}
addPublishedPackages(cwd)

/** @param {string[]} args */
const node = (...args) => runChild({ file: process.execPath, args, cwd, env: { NEXT_TELEMETRY_DISABLED: '1' } })
const built = await node(join(app, 'node_modules/next/dist/bin/next'), 'build')
process.exitCode = built && (await node('security/hash-static-pages.mjs')) ? 0 : 1
