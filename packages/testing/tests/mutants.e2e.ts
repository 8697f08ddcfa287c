import { expect, test } from '@playwright/test'
import { checks } from '../src/conformance/checks.ts'
import { createSubject } from '../src/conformance/subject.ts'
import { serveParley } from './adapters/parley-service.ts'

/** Each mutant, the check that catches it, and what that says. */
const mutants = [
  ['connectsEarly', 'nothing before', /Link to https:\/\/cdn\.parley\.test \(rel="preconnect"\)/],
  ['storesEarly', 'nothing before', /localStorage key parley\.visitor/],
  ['loadsTwice', 'one load', /its first script is asked for once/],
  ['readyTooEarly', 'ready means ready', /the API is live at the moment that the adapter is called ready/],
  ['losesClicks', 'early calls', /the visitor sees the chat that they opened/],
  ['hidesHosts', 'disclosed', /count\.elsewhere\.test/],
  ['leavesKey', 'removal', /localStorage key left-behind/],
  ['leavesGlobal', 'removal', /Global parleyQueue/],
  ['writesAgain', 'removal', /names nothing that remains[^]*parley\.visitor/],
  ['comesLate', 'removal while it loads', /Node iframe/],
  ['livesOnce', 'second life', /the adapter gets ready/],
  ['clearsStorage', 'neighbour', /the neighbour's storage is as it left it/],
  ['hidesFailure', 'failures, kept from it', /blocked is said to have failed/],
] as const

// In one worker, which bundles them once.
test.describe.configure({ mode: 'default' })

for (const [exportName, caughtBy, said] of mutants) {
  test(`an adapter that ${inWords(exportName)} is caught by "${caughtBy}"`, async ({ context }) => {
    const check = checks.find(({ title }) => title.startsWith(`${caughtBy}:`))
    const subject = await createSubject(context, {
      page: { module: new URL('adapters/mutants.ts', import.meta.url), exportName },
      serve: serveParley,
      loader: 'https://cdn.parley.test/parley.js',
      isLive: () => 'Parley' in window,
      window: (page) => page.getByText('What can we do for you?'),
    })
    await expect(check?.run(subject, expect.configure({ timeout: 1_500 }))).rejects.toThrow(said)
  })
}

function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
