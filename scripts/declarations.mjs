// Gathers what a package promises under one export: the text of every declaration file that can be reached from it.
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const stringOrComment = /(['"`])(?:\\.|(?!\1)[^\\])*\1|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g
const relativeImport = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"](\.{1,2}\/[^'"]+)['"]/g

/** @param {string} text */
const withoutComments = (text) =>
  text
    .replace(stringOrComment, (match, quote) => (quote ? match : ''))
    .split('\n')
    .map((line) => line.trimEnd())
    .filter(Boolean)
    .join('\n')

/** @param {string} entry absolute path of a .d.ts @returns {Map<string, string>} text by absolute path */
function reach(entry) {
  /** @type {Map<string, string>} */
  const found = new Map()
  const waiting = [entry]
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (found.has(file)) continue
    const text = withoutComments(readFileSync(file, 'utf8'))
    found.set(file, text)
    for (const [, path = ''] of text.matchAll(relativeImport)) {
      if (!path.endsWith('.css')) waiting.push(join(dirname(file), path.replace(/\.[jt]sx?$/, '.d.ts')))
    }
  }
  return found
}

/** Comments are left out and files sorted, so the text changes only when a type does. @param {string} entry @param {string} folder what paths are told from */
export function declarations(entry, folder) {
  const files = [...reach(entry)].map(([file, text]) => ({ path: relative(folder, file).replaceAll('\\', '/'), text }))
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  return sorted.map(({ path, text }) => `// ${path}\n${text}\n`).join('\n')
}
