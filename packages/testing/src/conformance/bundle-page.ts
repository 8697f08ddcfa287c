import { fileURLToPath } from 'node:url'
import type * as Vite from 'vite'

const entry = 'virtual:askfirst-conformance'

/** Files of the page by path. */
export type PageFiles = ReadonlyMap<string, string>

const bundled = new Map<string, Promise<PageFiles>>()

/** Bundles a page with what a module exports, once for each worker. The page says by `data-vendor` which export it wants. */
export function bundlePage(module: string | URL): Promise<PageFiles> {
  const path = pathOf(module)
  const files = bundled.get(path) ?? bundle(path)
  bundled.set(path, files)
  return files
}

async function bundle(path: string): Promise<PageFiles> {
  const { build } = await loadVite()
  // In this repository the sources run as they are; what is published is JavaScript.
  const start = pathOf(
    new URL(import.meta.url.endsWith('.ts') ? 'start-conformance.ts' : 'start-conformance.js', import.meta.url),
  )
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'development',
    // Errors say in full what is wrong.
    define: { 'process.env.NODE_ENV': '"development"' },
    // The adapter and the page share one runtime.
    resolve: { dedupe: ['@askfirst/core'] },
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rollupOptions: { input: entry, output: { entryFileNames: 'entry.js', chunkFileNames: '[name]-[hash].js' } },
    },
    plugins: [
      {
        name: 'askfirst:conformance',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) =>
          id === entry
            ? `import { startConformance } from ${JSON.stringify(start)}
import * as adapters from ${JSON.stringify(path)}
startConformance(adapters[document.documentElement.dataset.vendor])`
            : undefined,
      },
    ],
  })
  const [first] = Array.isArray(result) ? result : [result]
  if (!first || !('output' in first)) throw new Error(`Vite did not bundle ${path}.`)
  return new Map(
    first.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : String(file.source)]),
  )
}

/** As Vite writes paths, on Windows too. */
const pathOf = (file: string | URL): string =>
  (typeof file === 'string' && !file.startsWith('file:') ? file : fileURLToPath(file)).replaceAll('\\', '/')

async function loadVite(): Promise<typeof Vite> {
  try {
    return await import('vite')
  } catch {
    throw new Error(
      'Askfirst: Vite is not installed, so the page for the conformance suite cannot be bundled. Install vite, or give the url of a page of your own that calls startConformance.',
    )
  }
}
