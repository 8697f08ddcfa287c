// Makes a project that has the packages as a user would: built, and found through their published exports.
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { listPackages } from './project.mjs'

/** @param {string} modules the project's node_modules @param {import('./project.mjs').Package} from */
function addPackage(modules, { path, manifest }) {
  const target = join(modules, manifest.name)
  mkdirSync(target, { recursive: true })
  cpSync(join(path, 'dist'), join(target, 'dist'), { recursive: true })
  const { publishConfig, ...rest } = manifest
  writeFileSync(join(target, 'package.json'), JSON.stringify({ ...rest, exports: publishConfig.exports }))
}

/** @param {string} modules @param {import('./project.mjs').Package} from */
function addDependencies(modules, { path, manifest }) {
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    if (name.startsWith('@askfirst/')) continue
    const target = join(modules, name)
    mkdirSync(dirname(target), { recursive: true })
    rmSync(target, { force: true })
    symlinkSync(realpathSync(join(path, 'node_modules', name)), target, 'junction')
  }
}

/** Installs the packages as published. @param {string} folder of the project */
export function addPublishedPackages(folder) {
  const modules = join(folder, 'node_modules')
  for (const each of listPackages()) {
    addPackage(modules, each)
    addDependencies(modules, each)
  }
}

/** @returns {string} the folder of a throw-away project, removed when this process ends */
export function createConsumer() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'askfirst-consumer-')))
  process.once('exit', () => rmSync(folder, { recursive: true }))
  addPublishedPackages(folder)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "sideEffects": true }')
  return folder
}
