// Says where this repository's things stand: its root, its packages, the settings in its package.json files.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {object} Manifest a package.json, as far as the scripts read it
 * @property {string} name
 * @property {string} packageManager
 * @property {{ node: string }} engines
 * @property {string | Record<string, string>} [bin]
 * @property {Record<string, string>} [dependencies]
 * @property {{ exports: Record<string, string | { types: string, default: string }> }} publishConfig
 */

/**
 * @typedef {object} Package one of packages/*
 * @property {string} folder name of its folder, `core`
 * @property {string} path absolute
 * @property {Manifest} manifest
 */

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** @param {string} folder @returns {Manifest} */
export const readManifest = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** @returns {Package[]} */
export function listPackages() {
  const parent = join(root, 'packages')
  const folders = readdirSync(parent).filter((folder) => existsSync(join(parent, folder, 'package.json')))
  return folders.toSorted().map((folder) => {
    const path = join(parent, folder)
    return { folder, path, manifest: readManifest(path) }
  })
}
