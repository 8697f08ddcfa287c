// Refuses a Node that `engines` in package.json does not allow, before anything is installed for it.
import { readManifest, root } from './project.mjs'

/** @param {string} version */
const numbers = (version) => version.split('.').map(Number)

/** @param {number[]} a @param {number[]} b */
function isAtLeast(a, b) {
  const at = b.findIndex((wanted, i) => wanted !== a[i])
  return at < 0 || (a[at] ?? 0) > (b[at] ?? 0)
}

/**
 * Understands what `engines` uses: alternatives of `^1.2.3` and `>=1.2.3`.
 * @param {string} version @param {string} range
 */
export function allows(version, range) {
  return range.split('||').some((part) => {
    const [, operator, least] = /^(\^|>=)(\d+\.\d+\.\d+)$/.exec(part.trim()) ?? []
    if (!operator || !least)
      throw new Error(`package.json: engines.node has "${part.trim()}"; write ^1.2.3 or >=1.2.3.`)
    const sameMajor = numbers(version)[0] === numbers(least)[0]
    return isAtLeast(numbers(version), numbers(least)) && (operator === '>=' || sameMajor)
  })
}

/** @returns {string | null} why this Node cannot be used */
export function refusal() {
  const { node } = readManifest(root).engines
  if (allows(process.versions.node, node)) return null
  return `Askfirst needs Node ${node.replaceAll('||', 'or')}, and this is Node ${process.versions.node}. Install one of those from nodejs.org or with your version manager, then run this again.`
}
