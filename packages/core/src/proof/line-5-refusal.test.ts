import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { needsDecision, permission } from '../permission.ts'
import { day } from '../test-vendor.fixture.ts'
import { installBrowser, uninstallBrowser } from './install-browser.fixture.ts'
import {
  alwaysOn,
  isPassive,
  long,
  openTabs,
  reasonsToRun,
  siteAfter,
  somePast,
  stateIn,
  anyTab,
} from './site-after.fixture.ts'
import { region, stepsOf, type Step } from './steps.fixture.ts'
import { ids } from './test-site.fixture.ts'
import { TwoTabs } from './two-tabs.fixture.ts'

beforeEach(installBrowser)

afterEach(uninstallBrowser)

describe('5. A refusal lasts as long as a grant, and nobody is asked again before the interval', long, () => {
  it('a refusal holds in both tabs whatever the site, the browser and the clock do, and is asked about only when its time is over', () => {
    // A category that has no vendor yet cannot be refused.
    const whole: readonly Step[] = [...ids.map((id): Step => ({ do: 'addVendor', id })), { do: 'addCategory' }]
    const after = stepsOf(
      { maxLength: 20 },
      (step) =>
        isPassive(step) &&
        // Where closing the banner is a no, it begins another interval.
        !['loseCookie', 'spoilCookie', 'changeRevision', 'move', 'dismissBanner'].includes(step.do) &&
        !(step.do === 'storage' && step.fault !== 'write'),
    )
    fc.assert(
      fc.property(region, somePast, anyTab, after, (home, past, at, steps) => {
        const site = siteAfter(home, [...past, ...whole])
        site.take({ do: 'rejectAll', tab: at })
        const said = site.world.now
        site.take({ do: 'show', tab: at === 0 ? 1 : 0 })
        for (const step of steps) {
          site.take(step)
          for (const state of openTabs(site)) {
            for (const reason of reasonsToRun(state)) expect(['necessary', 'asserted']).toContain(reason)
            expect(permission(state, 'chat').reason).toBe(state.now > 0 ? 'category-denied' : 'undecided')
            const isOver = state.now - said > site.policy.denialDays * day
            expect(needsDecision(state)).toBe(isOver && site.policy.banner)
          }
        }
      }),
      { numRuns: 250 },
    )
  })

  it('while a yes would still count, a no is not asked about, in any region', () => {
    fc.assert(
      fc.property(region, fc.integer({ min: 0, max: 500 }), (home, days) => {
        const due = (['acceptAll', 'rejectAll'] as const).map((answer) => {
          const site = new TwoTabs(home)
          site.take({ do: answer, tab: 0 })
          site.take({ do: 'wait', milliseconds: days * day })
          site.take({ do: 'load', tab: 0, page: 'home', how: 'at once' })
          return needsDecision(stateIn(site, 0))
        })
        const [afterYes, afterNo] = due
        expect(afterYes || !afterNo).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('a refusal is lost in no region that the visitor moves to', () => {
    fc.assert(
      fc.property(region, somePast, fc.array(region, { maxLength: 6 }), (home, past, journey) => {
        const site = siteAfter(home, past)
        site.take({ do: 'rejectAll', tab: 0 })
        for (const name of journey) {
          site.take({ do: 'move', tab: 0, region: name })
          site.take({ do: 'load', tab: 1, page: 'home', how: 'at once' })
          for (const one of site.tabs) expect(one.allowed()).toEqual(alwaysOn)
        }
      }),
      { numRuns: 150 },
    )
  })
})
