// Names the command that runs the pinned pnpm through npx, so that Node and npm are all a machine needs.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readManifest, root } from './project.mjs'

/** @param {string[]} args @returns {import('./child.mjs').Command} */
export function pnpm(...args) {
  const [pinned = 'pnpm'] = readManifest(root).packageManager.split('+')
  const npx = ['--yes', '--prefer-offline', pinned, ...args]
  // Under `npm test` npm says where its own npx is: no shell, and no npx.cmd, is needed.
  const cli = process.env['npm_execpath'] && join(dirname(process.env['npm_execpath']), 'npx-cli.js')
  if (cli && existsSync(cli)) return { file: process.execPath, args: [cli, ...npx] }
  return { file: 'npx', args: npx, shell: process.platform === 'win32' }
}

/** The frozen lockfile was made under the age limit for releases, so that limit need not be checked again. */
export const install = () => pnpm('install', '--frozen-lockfile', '--config.minimumReleaseAge=0')
