// Compares every package's public types with the snapshot in its api folder; `--update` writes the snapshot anew.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { declarations } from './declarations.mjs'
import { lineDiff } from './line-diff.mjs'
import { listPackages, root } from './project.mjs'

/** @param {import('./project.mjs').Package} from @returns {Map<string, string>} text by file name */
function currentTypes({ path, manifest }) {
  /** @type {Map<string, string>} */
  const texts = new Map()
  for (const [subpath, target] of Object.entries(manifest.publishConfig.exports)) {
    if (typeof target === 'string') continue
    const name = subpath === '.' ? 'index' : subpath.slice(2).replaceAll('/', '.')
    texts.set(`${name}.d.ts.txt`, declarations(join(path, target.types), join(path, 'dist')))
  }
  return texts
}

let same = true
for (const checked of listPackages()) {
  const folder = join(checked.path, 'api')
  const current = currentTypes(checked)
  if (process.argv.includes('--update')) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
    for (const [name, text] of current) writeFileSync(join(folder, name), text)
    continue
  }
  const recorded = existsSync(folder) ? readdirSync(folder) : []
  for (const name of new Set([...recorded, ...current.keys()])) {
    const before = recorded.includes(name) ? readFileSync(join(folder, name), 'utf8') : ''
    const changes = lineDiff(before, current.get(name) ?? '')
    if (changes.length === 0) continue
    console.log(`${relative(root, join(folder, name))}\n${changes.join('\n')}\n`)
    same = false
  }
}
if (!same) {
  console.error(
    'The public types differ from the snapshot. If that is meant, run npm run build and npm run api, and describe it with npm run changeset.',
  )
  process.exitCode = 1
}
