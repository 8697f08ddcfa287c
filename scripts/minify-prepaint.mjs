// Minifies the script that runs before the first paint, and says where the result belongs.
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from './project.mjs'

const folder = join(root, 'packages/core/src/prepaint')

export const generatedFile = join(folder, 'script.generated.ts')

/** @returns {Promise<string>} a module that exports the function's text */
export async function minifyPrepaint() {
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'script.ts')],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
  })
  const code = outputFiles[0]?.text.trim() ?? ''
  const [, text] = /^(?:var|let|const) [\w$]+=(.*);export\{[^}]*\};$/s.exec(code) ?? []
  if (!text) throw new Error('script.ts has to export one function and nothing else, so that its text can stand alone.')
  const quoted = `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  return `/** \`prepaint\` from \`script.ts\`, minified by \`npm run prepaint\`. */\nexport const prepaintFunction =\n  ${quoted}\n`
}
