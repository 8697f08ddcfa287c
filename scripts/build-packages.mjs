// Builds every package; they compile from each other's sources, so the order does not matter.
import { runChild } from './child.mjs'
import { listPackages } from './project.mjs'
import { script } from './tool.mjs'

for (const { path, manifest } of listPackages()) {
  if (!(await runChild({ ...script('build'), cwd: path }))) process.exit(1)
  console.log(`built ${manifest.name}`)
}
