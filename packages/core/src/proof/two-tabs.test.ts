import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installBrowser, uninstallBrowser } from './install-browser.fixture.ts'
import { day } from '../test-vendor.fixture.ts'
import { siteAfter, anyTab } from './site-after.fixture.ts'
import { region, stepsOf, type Place, type Step } from './steps.fixture.ts'
import { TwoTabs } from './two-tabs.fixture.ts'

beforeEach(installBrowser)

afterEach(uninstallBrowser)

describe('two tabs', { timeout: 120_000 }, () => {
  it('whatever happens in whatever order, each allows and asks exactly what the visitor said', () => {
    let walks = 0
    let taken = 0
    // Many are short and some are long, as in `runtime/proof`.
    const steps = fc.oneof(
      { weight: 3, arbitrary: stepsOf({ minLength: 4, maxLength: 14 }) },
      { weight: 1, arbitrary: stepsOf({ minLength: 10, maxLength: 30 }) },
    )
    fc.assert(
      fc.property(region, fc.boolean(), steps, (home, hasChannel, actions) => {
        const site = new TwoTabs(home, hasChannel)
        walks++
        for (const step of actions) {
          site.take(step)
          taken++
          const wrong = site.wrong()
          // `expect` is slow where it is asked half a million times.
          if (wrong.length > 0) throw new Error(wrong.join('; '))
        }
        site.close()
      }),
      { numRuns: 10_000, seed: 20_261_125 },
    )
    console.info(`two tabs: ${walks} interleavings, ${taken} steps`)
    expect(walks).toBe(10_000)
  })

  it('a refusal in one holds in the other once that is shown, restored or told, whatever the clock did meanwhile', () => {
    const refusal = fc.constantFrom<(tab: Place) => Step>(
      (tab) => ({ do: 'rejectAll', tab }),
      (tab) => ({ do: 'withdrawVendor', tab, id: 'chat' }),
      (tab) => ({ do: 'savePreferences', tab, choices: { categories: { functional: false } } }),
    )
    const jump = fc.constantFrom(1, 3_600_000, -3_600_000, 100 * day, -100 * day)
    const way = fc.constantFrom('show', 'restore', 'hear')
    const past = stepsOf({ maxLength: 15 })
    fc.assert(
      fc.property(region, fc.boolean(), past, anyTab, refusal, jump, jump, way, (home, hasChannel, steps, ...rest) => {
        const [here, refuse, before, after, how] = rest
        const there = here === 0 ? 1 : 0
        const site = siteAfter(home, steps, hasChannel)
        site.take({ do: 'onlyThisTime', tab: there, id: 'chat' })
        if (how === 'restore') site.take({ do: 'freeze', tab: there })
        site.take({ do: 'wait', milliseconds: before })
        site.take(refuse(here))
        site.take({ do: 'wait', milliseconds: after })
        // Where what is stored cannot be read, a part of an answer is not stored, but told.
        const isTold = how === 'show' && site.world.paper.says === 'gibberish'
        const heard: Step = { do: 'hear', tab: there, pick: 0 }
        site.take(isTold || how === 'hear' ? heard : { do: how, tab: there })
        for (const one of site.tabs) expect(one.allowed()).not.toContain('chat')
      }),
      { numRuns: 1_000 },
    )
  })
})
