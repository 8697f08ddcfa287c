// The bundlers that users have, each as one function from code to all the JavaScript it makes of it.
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import webpack from 'webpack'
import { bundle, reactOnly } from './bundle.mjs'

/** @param {string} consumer a project's folder @param {string} code */
function writeEntry(consumer, code) {
  const out = join(consumer, 'out')
  rmSync(out, { recursive: true, force: true })
  const entry = join(consumer, 'entry.js')
  writeFileSync(entry, code)
  return { entry, out }
}

/** esbuild writes a chunk for every `import()` it saw, also where nothing asks for it any more. @param {import('esbuild').Metafile} metafile */
function reachable({ outputs }) {
  const found = new Set(Object.keys(outputs).filter((path) => path.endsWith('entry.js')))
  for (const path of found)
    for (const { path: next, external } of outputs[path]?.imports ?? []) if (!external) found.add(next)
  return found
}

/** @type {Record<string, (consumer: string, code: string) => Promise<string>>} */
export const bundlers = {
  async vite(consumer, code) {
    const chunks = await bundle(consumer, code)
    return chunks.map((chunk) => String(chunk.content)).join('\n')
  },

  async esbuild(consumer, code) {
    const { entry, out } = writeEntry(consumer, code)
    const { metafile, outputFiles } = await build({
      entryPoints: [entry],
      absWorkingDir: consumer,
      metafile: true,
      write: false,
      outdir: out,
      bundle: true,
      minify: true,
      splitting: true,
      format: 'esm',
      external: ['react', 'react-dom'],
      logLevel: 'error',
    })
    const wanted = new Set([...reachable(metafile)].map((path) => join(consumer, path)))
    const files = outputFiles.filter((file) => wanted.has(file.path))
    return files.map((file) => file.text).join('\n')
  },

  async webpack(consumer, code) {
    const { entry, out } = writeEntry(consumer, code)
    const compiler = webpack({
      mode: 'production',
      context: consumer,
      entry,
      output: { path: out, module: true, filename: '[name].js', chunkFilename: '[id].js' },
      experiments: { outputModule: true },
      externalsType: 'module',
      externals: [reactOnly],
    })
    const stats = await new Promise((resolve, reject) => {
      compiler.run((error, result) => (error ? reject(error) : resolve(result)))
    })
    if (stats.hasErrors()) throw new Error(stats.toString('errors-only'))
    await new Promise((resolve) => compiler.close(resolve))
    return readdirSync(out)
      .map((file) => readFileSync(join(out, file), 'utf8'))
      .join('\n')
  },
}
