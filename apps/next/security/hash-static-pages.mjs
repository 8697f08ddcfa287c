// Runs after `next build`: lists the hashes of the inline scripts in each prerendered page, for proxy.ts to send.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

const { routes } = JSON.parse(readFileSync('.next/prerender-manifest.json', 'utf8'))

/** @param {string} html */
const inlineScripts = (html) => html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs)

/** @param {string} path */
function hashesOf(path) {
  const html = readFileSync(`.next/server/app${path === '/' ? '/index' : path}.html`, 'utf8')
  const hashes = [...inlineScripts(html)].map(([, text = '']) => createHash('sha256').update(text).digest('base64'))
  return hashes.map((hash) => `'sha256-${hash}'`)
}

const pages = Object.keys(routes).filter((path) => !path.startsWith('/_'))
writeFileSync(
  '.next/static-scripts.json',
  JSON.stringify(Object.fromEntries(pages.map((path) => [path, hashesOf(path)]))),
)
