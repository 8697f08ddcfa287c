// Packs every package as it would be published, and has publint and attw look at the tarballs.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { outputOf } from './child.mjs'
import { pnpm } from './pnpm.mjs'
import { listPackages } from './project.mjs'
import { tool } from './tool.mjs'

/** @typedef {{ name: string, filename: string, files: { path: string }[] }} Tarball */

const isForUs = /\.(?:test|test-d|stories|fixture)\./

/** attw knows types of modules only. @param {string} name a package's */
function stylesheets(name) {
  const manifest = listPackages().find((each) => each.manifest.name === name)?.manifest
  return Object.keys(manifest?.publishConfig.exports ?? {}).filter((subpath) => subpath.endsWith('.css'))
}

/** @param {Tarball} tarball */
async function check({ name, filename, files }) {
  console.log(`${name}: ${files.length} files`)
  const ours = files.filter(({ path }) => isForUs.test(path)).map(({ path }) => path)
  if (ours.length > 0)
    console.error(`${name} would publish ${ours.join(', ')}. Leave it out in "files" or tsconfig.json.`)
  const css = stylesheets(name).map((subpath) => subpath.replace('./', ''))
  const exclude = css.length > 0 ? ['--exclude-entrypoints', ...css] : []
  const publint = await outputOf(tool('publint', 'run', filename, '--strict'))
  const attw = await outputOf(
    tool('@arethetypeswrong/cli', filename, '--profile', 'esm-only', '--no-emoji', ...exclude),
  )
  return ours.length === 0 && publint !== null && attw !== null
}

const folder = mkdtempSync(join(tmpdir(), 'askfirst-pack-'))
try {
  const packed = await outputOf(pnpm('-r', '--filter', './packages/*', 'pack', '--json', '--pack-destination', folder))
  /** @type {Tarball[]} */
  const tarballs = JSON.parse(packed ?? '[]')
  let passed = tarballs.length === listPackages().length
  for (const tarball of tarballs) passed = (await check(tarball)) && passed
  process.exitCode = passed ? 0 : 1
} finally {
  rmSync(folder, { recursive: true })
}
