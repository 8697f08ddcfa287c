// Minifies packages/core/src/prepaint/script.ts into the module beside it; a test says when that is stale.
import { writeFileSync } from 'node:fs'
import { generatedFile, minifyPrepaint } from './minify-prepaint.mjs'

writeFileSync(generatedFile, await minifyPrepaint())
