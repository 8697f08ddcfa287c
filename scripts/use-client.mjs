// Checks that 'use client' opens every built module whose source has it, and none that users import by name.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { listPackages } from './project.mjs'

const isCompiled = /(?<!\.(?:test|test-d|stories))\.tsx?$/

/** @param {string} file */
const isForClient = (file) => /^['"]use client['"]/.test(readFileSync(file, 'utf8'))

let found = 0
let right = true
for (const { path, manifest } of listPackages()) {
  const files = readdirSync(join(path, 'src'), { recursive: true, encoding: 'utf8' })
  for (const source of files.filter((file) => isCompiled.test(file) && isForClient(join(path, 'src', file)))) {
    found++
    const built = join('dist', source.replace(isCompiled, '.js'))
    if (isForClient(join(path, built))) continue
    console.error(`${manifest.name}: ${built} has lost its 'use client', so server components could not import it.`)
    right = false
  }
  for (const target of Object.values(manifest.publishConfig.exports)) {
    if (typeof target === 'string' || !isForClient(join(path, target.default))) continue
    console.error(`${manifest.name}: ${target.default} opens with 'use client'. Put it into the leaves that need it.`)
    right = false
  }
}
if (found === 0) console.error("No source opens with 'use client', so there was nothing to check.")
else console.log(`'use client' opens ${found} built modules.`)
process.exitCode = right && found > 0 ? 0 : 1
