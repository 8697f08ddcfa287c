import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { needsDecision, permission } from '../permission.ts'
import { installBrowser, uninstallBrowser } from './install-browser.fixture.ts'
import { long, siteAfter, somePast, stateIn, anyTab } from './site-after.fixture.ts'
import { region, stepsOf } from './steps.fixture.ts'

beforeEach(installBrowser)

afterEach(uninstallBrowser)

describe('3. A grant covers what was disclosed', long, () => {
  const news = fc.constantFrom('survey', 'replay')

  it('a vendor added after a yes to its category is not granted; it is asked about; what was allowed goes on', () => {
    const past = stepsOf({ maxLength: 20 }, ({ do: what }) => what !== 'addVendor' && what !== 'changeRevision')
    fc.assert(
      fc.property(region, past, anyTab, news, fc.boolean(), (home, before, at, id, yes) => {
        const site = siteAfter(home, before)
        const here = site.tabs[at]
        site.take({ do: 'acceptAll', tab: at })
        expect(needsDecision(stateIn(site, at))).toBe(false)
        const allowed = here.allowed()
        site.take({ do: 'addVendor', id })
        site.take({ do: 'load', tab: at, page: 'home', how: 'at once' })
        expect(permission(stateIn(site, at), id)).toEqual({ allowed: false, reason: 'not-disclosed' })
        expect(here.allowed()).toEqual(allowed)
        expect(needsDecision(stateIn(site, at))).toBe(site.policy.banner)
        // One answer about that vendor, and nothing is left to ask.
        site.take({ do: yes ? 'grantVendor' : 'withdrawVendor', tab: at, id })
        expect(permission(stateIn(site, at), id).allowed).toBe(yes)
        expect(here.allowed().filter((one) => one !== id)).toEqual(allowed)
        expect(needsDecision(stateIn(site, at))).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('a yes on a page that does not show a vendor does not reach it', () => {
    fc.assert(
      fc.property(region, somePast, news, (home, past, id) => {
        const site = siteAfter(home, [...past, { do: 'addVendor', id }])
        site.take({ do: 'rejectAll', tab: 0 })
        site.take({ do: 'load', tab: 1, page: 'help', how: 'at once' })
        site.take({ do: 'acceptAll', tab: 1 })
        site.take({ do: 'show', tab: 0 })
        expect(permission(stateIn(site, 0), id).allowed).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
