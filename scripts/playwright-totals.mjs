// A Playwright reporter that hands in how many tests passed and failed.
import { handInTotals } from './totals.mjs'

/**
 * @typedef {import('@playwright/test/reporter').Reporter} Reporter
 * @implements {Reporter}
 */
export default class PlaywrightTotals {
  #errors = 0
  /** @type {import('@playwright/test/reporter').TestCase[]} */
  #tests = []

  /** @param {import('@playwright/test/reporter').FullConfig} _config @param {import('@playwright/test/reporter').Suite} suite */
  onBegin(_config, suite) {
    this.#tests = suite.allTests()
  }

  /** An error outside any test: a file that cannot be loaded, a server that does not start. */
  onError() {
    this.#errors++
  }

  /** @param {import('@playwright/test/reporter').FullResult} result */
  onEnd({ status }) {
    // With `--list` nothing runs, and nothing is wrong.
    if (status === 'passed' && this.#tests.every(({ results }) => results.length === 0)) return
    // What passed when tried again has passed: the runner's own verdict is the same.
    const passed = this.#tests.filter((test) => ['expected', 'flaky'].includes(test.outcome())).length
    const skipped = this.#tests.filter(
      (test) => test.outcome() === 'skipped' && test.expectedStatus === 'skipped',
    ).length
    handInTotals({ passed, failed: this.#tests.length - passed - skipped + this.#errors })
  }

  printsToStdio() {
    return false
  }
}
