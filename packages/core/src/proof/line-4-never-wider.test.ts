import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseRecord } from '../parse-record.ts'
import { isGranted, permission } from '../permission.ts'
import { installBrowser, uninstallBrowser } from './install-browser.fixture.ts'
import { long, reasonsToRun, siteAfter, somePast, stateIn, anyTab } from './site-after.fixture.ts'
import { region, stepsOf } from './steps.fixture.ts'
import { ids, pool } from './test-site.fixture.ts'

beforeEach(installBrowser)

afterEach(uninstallBrowser)

describe('4. A grant never widens', long, () => {
  const grant = fc.constantFrom('grantVendor' as const, 'onlyThisTime' as const)

  it('a yes to one vendor, for good or for this time, allows no other and no category', () => {
    fc.assert(
      fc.property(region, somePast, anyTab, grant, fc.constantFrom(...ids), (home, past, at, how, id) => {
        const site = siteAfter(home, past)
        site.take({ do: 'show', tab: at })
        const before = stateIn(site, at)
        site.take({ do: how, tab: at, id })
        const after = stateIn(site, at)
        for (const other of ids.filter((one) => one !== id)) {
          expect(permission(after, other).allowed).toBe(permission(before, other).allowed)
        }
        for (const name of before.categories) expect(isGranted(after, name)).toBe(isGranted(before, name))
      }),
      { numRuns: 250 },
    )
  })

  it('"only this time" enters no record, then or later', () => {
    /** Nobody says yes to the chat or to its category. */
    const later = stepsOf({ maxLength: 15 }, (step) => {
      if (step.do === 'grantVendor') return step.id !== 'chat'
      if (step.do !== 'savePreferences') return step.do !== 'acceptAll' && step.do !== 'writeSeed'
      return !step.choices.categories?.['functional'] && !step.choices.vendors?.['chat']
    })
    fc.assert(
      fc.property(region, later, later, (home, before, after) => {
        const site = siteAfter(home, before)
        const { text } = site.browser
        site.take({ do: 'onlyThisTime', tab: 0, id: 'chat' })
        expect(permission(stateIn(site, 0), 'chat').allowed).toBe(true)
        expect(site.browser.text).toBe(text)
        for (const step of after) {
          site.take(step)
          const record = parseRecord(site.browser.text)
          expect(record?.vendors.get('chat')?.decision).not.toBe('granted')
          expect(record?.categories.get('functional')?.decision).not.toBe('granted')
        }
      }),
      { numRuns: 250 },
    )
  })

  it('"only this time" ends with the visit: nothing of it is left in a new tab, nor half an hour later', () => {
    fc.assert(
      fc.property(region, somePast, anyTab, fc.boolean(), (home, past, at, isLater) => {
        const site = siteAfter(home, past)
        for (const { id } of pool) site.take({ do: 'onlyThisTime', tab: at, id })
        expect(reasonsToRun(stateIn(site, at))).toContain('session')
        site.take(isLater ? { do: 'wait', milliseconds: 40 * 60_000 } : { do: 'close', tab: at })
        site.take({ do: 'load', tab: at, page: 'home', how: 'at once' })
        expect(reasonsToRun(stateIn(site, at))).not.toContain('session')
        expect(site.wrong()).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
