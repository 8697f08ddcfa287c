// A vitest reporter that hands in how many tests passed and failed.
import { handInTotals } from './totals.mjs'

/** @type {import('vitest/node').Reporter} */
export const vitestTotals = {
  onTestRunEnd(modules, unhandledErrors) {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    for (const module of modules) for (const test of module.children.allTests()) count[test.result().state]++
    // A file that cannot be loaded, or an error outside any test, is a failure too.
    const broken = modules.filter((module) => module.state() === 'failed' && module.errors().length > 0).length
    handInTotals({ passed: count.passed, failed: count.failed + broken + unhandledErrors.length })
  },
}
