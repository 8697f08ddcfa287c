// Packs every package as it would be published, and has publint and attw look at the tarballs.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { problemKindInfo } from '@arethetypeswrong/core/problems'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { outputOf } from './child.mjs'
import { pnpm } from './pnpm.mjs'
import { listPackages } from './project.mjs'

/** @typedef {{ name: string, filename: string, files: { path: string }[] }} Tarball */

const isForUs = /\.(?:test|test-d|stories|fixture)\./

/** attw knows types of modules only. @param {string} name a package's */
function stylesheets(name) {
  const manifest = listPackages().find((each) => each.manifest.name === name)?.manifest
  return Object.keys(manifest?.publishConfig.exports ?? {}).filter((subpath) => subpath.endsWith('.css'))
}

/** How CommonJS and TypeScript's oldest mode look a package up. Ours are modules only. */
const notOurs = new Set(['node10', 'node16-cjs'])

/** @param {string} name a package's @param {Uint8Array} tarball @returns {Promise<string[]>} */
async function faultsOfTypes(name, tarball) {
  const excludeEntrypoints = stylesheets(name).map((subpath) => subpath.replace('./', ''))
  const analysis = await checkPackage(createPackageFromTarballData(tarball), { excludeEntrypoints })
  if (!analysis.types) return ['has no types']
  return analysis.problems
    .filter((problem) => !('resolutionKind' in problem && notOurs.has(problem.resolutionKind)))
    .map((problem) => `${problemKindInfo[problem.kind].title}: ${JSON.stringify(problem)}`)
}

/** @param {Uint8Array<ArrayBuffer>} tarball @returns {Promise<string[]>} */
async function faultsOfManifest(tarball) {
  const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true })
  return messages.map((message) => formatMessage(message, pkg) ?? message.code)
}

/** @param {Tarball} tarball @returns {Promise<boolean>} */
async function check({ name, filename, files }) {
  const tarball = Uint8Array.from(readFileSync(filename))
  const ours = files.filter(({ path }) => isForUs.test(path)).map(({ path }) => path)
  const faults = [
    ...ours.map((path) => `would publish ${path}: leave it out in "files" or tsconfig.json`),
    ...(await faultsOfManifest(tarball)).map((fault) => `publint: ${fault}`),
    ...(await faultsOfTypes(name, tarball)).map((fault) => `attw: ${fault}`),
  ]
  console.log(`${name}: ${files.length} files, ${faults.length} faults`)
  for (const fault of faults) console.error(`${name}: ${fault}`)
  return faults.length === 0
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
