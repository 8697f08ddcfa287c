// Compares two texts line by line, and keeps the lines that went (-) and came (+).

/** Lengths of the longest common run of lines from every pair of places on. @param {string[]} a @param {string[]} b */
function commonLengths(a, b) {
  const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  /** @param {number} i @param {number} j */
  const at = (i, j) => table[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = table[i]
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  return at
}

/** @param {string} before @param {string} after @returns {string[]} empty if they are the same */
export function lineDiff(before, after) {
  const a = before.split('\n')
  const b = after.split('\n')
  const common = commonLengths(a, b)
  /** @type {string[]} */
  const changes = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++
      j++
    } else if (j >= b.length || (i < a.length && common(i + 1, j) >= common(i, j + 1))) changes.push(`- ${a[i++]}`)
    else changes.push(`+ ${b[j++]}`)
  }
  return changes
}
