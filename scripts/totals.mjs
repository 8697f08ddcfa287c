// Adds up the tests of several runners: each hands in its counts, and `npm test` prints one line for all of them.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number }} Totals */

/** Name of the variable that holds the file `npm test` collects counts in. */
export const totalsVariable = 'ASKFIRST_TOTALS'

/** @param {Totals} totals */
export const totalsLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`

/** Called by a runner's reporter; a runner started by itself prints its own line. @param {Totals} totals */
export function handInTotals(totals) {
  const file = process.env[totalsVariable]
  if (file) appendFileSync(file, `${JSON.stringify(totals)}\n`)
  else console.log(`\n${totalsLine(totals)}`)
}

/** @param {string} file @returns {Totals} */
export function addUpTotals(file) {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  /** @type {Totals[]} */
  const all = lines.map((line) => JSON.parse(line))
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
  }
}
