// `npm test`: sets up, runs every check in turn, stops at the first that fails, and closes with the tests counted.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { outputOf, runChild } from './child.mjs'
import { install } from './pnpm.mjs'
import { steps } from './steps.mjs'
import { addUpTotals, totalsLine, totalsVariable } from './totals.mjs'

const noBrowser =
  'No Chromium starts here, so the tests in a browser cannot run. Install Chrome or Chromium, or set CHROMIUM_PATH to one, then run npm test again.'

/** @param {string[]} names none for all @returns {import('./steps.mjs').Step[] | null} */
function selectSteps(names) {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0) {
    const known = steps.map((step) => step.name).join(', ')
    console.error(`There is no step called ${unknown.join(', ')}, so nothing was run. The steps are ${known}.`)
    return null
  }
  if (names.length === 0) return steps
  const wanted = new Set(names)
  // A set goes through what is added to it meanwhile: a step that is needed may need another.
  for (const name of wanted) {
    for (const needed of steps.find((step) => step.name === name)?.needs ?? []) wanted.add(needed)
  }
  return steps.filter(({ name }) => wanted.has(name))
}

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {string} about
 * @property {() => Promise<boolean>} run
 * @property {boolean} [runsBeside] says what it has to say when it has ended
 */

/** @type {Check} */
const packages = { name: 'install', about: 'packages, as the lockfile has them', run: () => runChild(install()) }

/** Imported late: Playwright is there only once it is installed. @type {Check} */
const browser = {
  name: 'browser',
  about: 'a Chromium that starts',
  run: async () => (await import('./chromium.mjs')).ensureChromium(),
}

/** @param {Check[]} checks @returns {Promise<string | null>} name of the first that failed */
async function runInTurn(checks) {
  /** @type {string[]} */
  const times = []
  /** @type {string[]} */
  const failed = []
  /** @param {Check} check */
  async function runOne({ name, run }) {
    const start = performance.now()
    const passed = await run()
    const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`
    console.log(`--- ${name} ${passed ? 'passed' : 'failed'} in ${seconds}`)
    times.push(`${seconds.padStart(8)}  ${name}`)
    if (!passed) failed.push(name)
  }
  /** @type {Promise<void>[]} */
  const beside = []
  for (const [i, check] of checks.entries()) {
    const title = `=== ${i + 1}/${checks.length} ${check.name}: ${check.about}`
    console.log(`\n${title}${check.runsBeside ? ', beside the others' : ''}`)
    if (check.runsBeside) beside.push(runOne(check))
    else await runOne(check)
    if (failed.length > 0) break
  }
  await Promise.all(beside)
  console.log(`\n${times.join('\n')}\n`)
  return failed[0] ?? null
}

/** @param {import('./child.mjs').Command} command @returns {Promise<boolean>} whether it ended well, after it has shown all that it said */
async function runQuietly(command) {
  const said = await outputOf(command)
  if (said !== null) console.log(said)
  return said !== null
}

/** @param {string[]} names @returns {Promise<number>} exit code */
export async function test(names) {
  const selected = selectSteps(names)
  if (!selected) return 1
  const folder = mkdtempSync(join(tmpdir(), 'askfirst-test-'))
  const env = { [totalsVariable]: join(folder, 'totals') }
  const checks = selected.map(({ name, about, command, runsBeside }) => {
    // Alone it shows how far it is.
    const isBeside = runsBeside === true && selected.length > 1
    const run = () => (isBeside ? runQuietly : runChild)({ ...command(), env })
    return { name, about, run, runsBeside: isBeside }
  })
  const inBrowser = selected.some((step) => step.inBrowser)
  const failed = await runInTurn([packages, ...(inBrowser ? [browser] : []), ...checks])
  const counted = addUpTotals(env[totalsVariable])
  rmSync(folder, { recursive: true })
  if (failed === browser.name) console.error(noBrowser)
  if (selected.some(({ name }) => name === failed)) console.log(`To run that alone: npm test -- ${failed}\n`)
  // A check that fails without a failing test counts as one, so that this line never calls a failed run clean.
  console.log(totalsLine({ ...counted, failed: failed && counted.failed === 0 ? 1 : counted.failed }))
  return failed ? 1 : 0
}
