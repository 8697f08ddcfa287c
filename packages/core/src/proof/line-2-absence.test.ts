import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anyText } from '../any-text.fixture.ts'
import { needsDecision, permission } from '../permission.ts'
import { ruleOf } from '../policy.ts'
import { installBrowser, uninstallBrowser } from './install-browser.fixture.ts'
import {
  alwaysOn,
  long,
  openTabs,
  passive,
  reasonsToRun,
  siteAfter,
  somePast,
  stateIn,
  anyTab,
} from './site-after.fixture.ts'
import { region, stepsOf } from './steps.fixture.ts'
import { ids } from './test-site.fixture.ts'
import type { Fault } from './test-tab.fixture.ts'
import { TwoTabs } from './two-tabs.fixture.ts'

beforeEach(installBrowser)

afterEach(uninstallBrowser)

describe('2. Absence is never a grant; an error never widens consent, nor erases a refusal', long, () => {
  it('whatever lies in storage that no decision has put there, nothing runs but by the law of the region', () => {
    const text = fc.oneof(
      anyText({ maxLength: 200 }),
      fc.json({ maxDepth: 2 }),
      fc.constantFrom('granted', 'true', '1', 'v=1', 'categories=functional:granted', 'accept-all\n', 'Accept-All'),
    )
    const faults = fc.constantFrom<Fault>('none', 'read', 'write', 'both', 'ignored')
    fc.assert(
      fc.property(region, text, faults, (home, stored, fault) => {
        fc.pre(stored !== 'accept-all')
        const site = new TwoTabs(home)
        site.browser.text = stored
        site.take({ do: 'storage', tab: 0, fault })
        site.take({ do: 'load', tab: 0, page: 'home', how: 'at once' })
        const state = stateIn(site, 0)
        const isUnread = fault === 'read' || fault === 'both' || stored !== ''
        for (const { id, category } of state.vendors.values()) {
          if (alwaysOn.includes(id)) continue
          const { reason, allowed } = permission(state, id)
          expect(allowed && (isUnread || ruleOf(state.policy, category) === 'opt-in')).toBe(false)
          expect(['undecided', 'policy-default', 'category-denied']).toContain(reason)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('nothing is granted by closing the banner, by coming and going, by time, by a signal or by a storage that fails', () => {
    fc.assert(
      fc.property(region, passive, (home, steps) => {
        const site = new TwoTabs(home)
        for (const step of steps) {
          site.take(step)
          for (const state of openTabs(site)) {
            for (const reason of reasonsToRun(state)) {
              expect(['necessary', 'asserted', 'policy-default']).toContain(reason)
            }
          }
          expect(site.browser.text ?? '').not.toContain('granted')
        }
      }),
      { numRuns: 250 },
    )
  })

  it('closing the banner allows nothing; where it is no answer, it stores nothing', () => {
    fc.assert(
      fc.property(region, somePast, anyTab, (home, past, at) => {
        const site = siteAfter(home, past)
        const { text } = site.browser
        const before = site.tabs[at].allowed()
        const isAnswer = site.policy.dismissal === 'denied'
        const hasRecord = stateIn(site, at).record !== null
        site.take({ do: 'dismissBanner', tab: at })
        if (!isAnswer) expect(site.browser.text).toBe(text)
        expect(before).toEqual(expect.arrayContaining([...site.tabs[at].allowed()]))
        if (!isAnswer) return
        if (!hasRecord) expect(site.tabs[at].allowed()).toEqual(alwaysOn)
        // And it is remembered: the next page does not ask.
        site.take({ do: 'load', tab: at, page: 'home', how: 'at once' })
        expect(needsDecision(stateIn(site, at))).toBe(false)
      }),
      { numRuns: 150 },
    )
  })

  it('an id that the page does not have is allowed by nothing', () => {
    fc.assert(
      fc.property(
        region,
        somePast,
        fc.oneof(fc.string(), fc.constantFrom('__proto__', '', ...ids)),
        (home, past, id) => {
          const site = siteAfter(home, past)
          fc.pre(!stateIn(site, 0).vendors.has(id))
          expect(permission(stateIn(site, 0), id)).toEqual({ allowed: false, reason: 'unknown' })
        },
      ),
      { numRuns: 250 },
    )
  })

  it('a storage that fails allows nothing that it would not have allowed, and loses nothing that it held', () => {
    fc.assert(
      fc.property(region, somePast, fc.constantFrom<Fault>('read', 'both'), (home, past, fault) => {
        const site = siteAfter(home, past)
        const [here] = site.tabs
        const load = { do: 'load', tab: 0, page: 'home', how: 'at once' } as const
        site.take({ do: 'close', tab: 0 })
        site.take(load)
        const before = here.allowed()
        site.take({ do: 'storage', tab: 0, fault })
        site.take(load)
        expect(before).toEqual(expect.arrayContaining([...here.allowed()]))
        site.take({ do: 'storage', tab: 0, fault: 'none' })
        site.take(load)
        expect(here.allowed()).toEqual(before)
      }),
      { numRuns: 150 },
    )
  })

  it('a page that knows of a refusal keeps it, whatever becomes of storage, channel, clock and cookie', () => {
    const mishaps = stepsOf({ maxLength: 20 }, (step) =>
      ['show', 'hear', 'freeze', 'restore', 'storage', 'loseCookie', 'spoilCookie', 'wait', 'move', 'signal'].includes(
        step.do,
      ),
    )
    fc.assert(
      fc.property(region, somePast, anyTab, mishaps, fc.boolean(), (home, past, at, after, hasChannel) => {
        const site = siteAfter(home, past, hasChannel)
        site.take({ do: 'rejectAll', tab: at })
        for (const step of after) {
          // A page that comes back out of the cache to find nothing stored is as good as loaded anew.
          if (step.do === 'loseCookie' && site.tabs[at].real.frozen) continue
          site.take(step)
          expect(site.tabs[at].allowed()).toEqual(alwaysOn)
        }
      }),
      { numRuns: 250 },
    )
  })
})
