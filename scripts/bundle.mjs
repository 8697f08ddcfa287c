// Bundles a line of code for production with Vite, as a user's own build would.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

/** What every React app has anyway. */
export const reactOnly = /^react(?:-dom)?(?:\/|$)/

/**
 * Vite gives every app that loads anything lazily a helper for preloading. It is no part of what it bundles.
 * @type {import('vite').Plugin}
 */
const withoutPreloadHelper = {
  name: 'without-preload-helper',
  enforce: 'pre',
  load: { filter: { id: /preload-helper/ }, handler: () => 'export const __vitePreload = (load) => load()' },
}

/**
 * @typedef {object} Chunk
 * @property {string} fileName
 * @property {string | Uint8Array} content
 * @property {boolean} isEntry
 * @property {string[]} imports needed before it runs, by file name
 * @property {string[]} moduleIds files it was made of
 */

/**
 * @param {string} folder a project
 * @param {string} code
 * @param {(string | RegExp)[]} external
 * @returns {Promise<Chunk[]>}
 */
export async function bundle(folder, code, external = [reactOnly]) {
  const input = join(folder, 'entry.js')
  writeFileSync(input, code)
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    plugins: [withoutPreloadHelper],
    build: {
      write: false,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input,
        external,
        preserveEntrySignatures: 'allow-extension',
        checks: { moduleLevelDirective: false }, // 'use client' says nothing to a browser
      },
    },
  })
  if (!('output' in result)) throw new Error('Vite built more than one thing from a single entry.')
  return result.output.map((file) => {
    const { fileName } = file
    if (file.type === 'asset') return { fileName, content: file.source, isEntry: false, imports: [], moduleIds: [] }
    const { code: content, isEntry, imports, moduleIds } = file
    return { fileName, content, isEntry, imports, moduleIds }
  })
}

/** The given chunks and all they import before they run. @param {Chunk[]} chunks @param {Chunk[]} from */
export function withImports(chunks, from) {
  const found = new Set(from)
  for (const chunk of found) {
    for (const other of chunks) if (chunk.imports.includes(other.fileName)) found.add(other)
  }
  return found
}
