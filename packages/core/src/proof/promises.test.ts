import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseRecord } from '../parse-record.ts'
import { isGranted, needsDecision, permission } from '../permission.ts'
import { ruleOf } from '../policy.ts'
import type { ConsentState } from '../state.ts'
import { day } from '../test-vendor.fixture.ts'
import { installBrowser, uninstallBrowser } from './install-browser.fixture.ts'
import { region, stepsOf, type Place, type Step } from './steps.fixture.ts'
import type { Fault } from './test-tab.fixture.ts'
import { ids, optional, pool, regions } from './test-site.fixture.ts'
import { TwoTabs } from './two-tabs.fixture.ts'

// Lines 2 to 5 of the design, each by itself and without a model: random pasts, then what the line is about.

beforeEach(installBrowser)

afterEach(uninstallBrowser)

const alwaysOn: readonly string[] = ['partner', 'shop']

const somePast = stepsOf({ maxLength: 20 })

/** Nobody answers: pages come, go and are closed, time passes, the site grows, storage fails. */
const isPassive = (step: Step): boolean =>
  !['acceptAll', 'rejectAll', 'withdrawAll', 'savePreferences', 'grantVendor', 'onlyThisTime'].includes(step.do) &&
  !['withdrawVendor', 'writeSeed'].includes(step.do)

const passive = stepsOf({ maxLength: 25 }, isPassive)

const tab = fc.constantFrom<Place>(0, 1)

/** A site with a past, and from now on with healthy storage and the home page in both tabs. */
function siteAfter(home: string, past: readonly Step[], hasChannel = true): TwoTabs {
  const site = new TwoTabs(home, hasChannel)
  for (const step of past) site.take(step)
  for (const place of [0, 1] as const) {
    site.take({ do: 'storage', tab: place, fault: 'none' })
    site.take({ do: 'load', tab: place, page: 'home', how: 'at once' })
  }
  return site
}

const stateIn = (site: TwoTabs, place: Place): ConsentState => {
  const state = site.tabs[place].store?.getState()
  if (!state) throw new Error('the tab is closed')
  return state
}

const reasonsIn = (state: ConsentState): Readonly<Record<string, string>> =>
  Object.fromEntries(ids.map((id) => [id, permission(state, id).reason]))

const openTabs = (site: TwoTabs): readonly ConsentState[] =>
  site.tabs.flatMap(({ store }) => (store ? [store.getState()] : []))

describe(
  '2. absence is never a grant, and an error never widens consent, nor erases a refusal',
  { timeout: 60_000 },
  () => {
    it('whatever lies in storage that no decision has put there, nothing runs but by the law of the region', () => {
      const text = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 200 }),
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
        { numRuns: 1_000 },
      )
    })

    it('nothing is granted by closing the banner, by coming and going, by time, by a signal or by a storage that fails', () => {
      fc.assert(
        fc.property(region, passive, (home, steps) => {
          const site = new TwoTabs(home)
          for (const step of steps) {
            site.take(step)
            for (const state of openTabs(site)) {
              for (const id of ids) {
                const { allowed, reason } = permission(state, id)
                if (allowed) expect(['necessary', 'asserted', 'policy-default']).toContain(reason)
              }
            }
            expect(site.browser.text ?? '').not.toContain('granted')
          }
        }),
        { numRuns: 500 },
      )
    })

    it('closing the banner stores nothing where it is no answer, nor where there is one', () => {
      fc.assert(
        fc.property(region, somePast, tab, (home, past, place) => {
          const site = siteAfter(home, past)
          const { text } = site.browser
          const { record } = stateIn(site, place)
          site.take({ do: 'dismissBanner', tab: place })
          if (record || site.policy.dismissal === 'undecided') expect(site.browser.text).toBe(text)
          else expect(site.tabs[place].allowed()).toEqual(alwaysOn)
        }),
        { numRuns: 300 },
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
        { numRuns: 500 },
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
        { numRuns: 300 },
      )
    })

    it('a page that knows of a refusal keeps it, whatever becomes of storage, channel, clock and cookie', () => {
      const mishaps = stepsOf({ maxLength: 20 }, (step) =>
        [
          'show',
          'hear',
          'freeze',
          'restore',
          'storage',
          'loseCookie',
          'spoilCookie',
          'wait',
          'move',
          'signal',
        ].includes(step.do),
      )
      fc.assert(
        fc.property(region, somePast, tab, mishaps, fc.boolean(), (home, past, place, after, hasChannel) => {
          const site = siteAfter(home, past, hasChannel)
          site.take({ do: 'rejectAll', tab: place })
          for (const step of after) {
            site.take(step)
            expect(site.tabs[place].allowed()).toEqual(alwaysOn)
          }
        }),
        { numRuns: 500 },
      )
    })
  },
)

describe('3. a grant covers what was disclosed', { timeout: 60_000 }, () => {
  const news = fc.constantFrom('survey', 'replay')

  it('a vendor added after a yes to its category is not granted; it is asked about; what was allowed goes on', () => {
    const past = stepsOf({ maxLength: 20 }, ({ do: what }) => what !== 'addVendor' && what !== 'changeRevision')
    fc.assert(
      fc.property(region, past, tab, news, fc.boolean(), (home, before, place, id, yes) => {
        const site = siteAfter(home, before)
        const here = site.tabs[place]
        site.take({ do: 'acceptAll', tab: place })
        expect(needsDecision(stateIn(site, place))).toBe(false)
        const allowed = here.allowed()
        site.take({ do: 'addVendor', id })
        site.take({ do: 'load', tab: place, page: 'home', how: 'at once' })
        expect(permission(stateIn(site, place), id)).toEqual({ allowed: false, reason: 'not-disclosed' })
        expect(here.allowed()).toEqual(allowed)
        expect(needsDecision(stateIn(site, place))).toBe(site.policy.banner)
        // One answer about that vendor, and nothing is left to ask.
        site.take({ do: yes ? 'grantVendor' : 'withdrawVendor', tab: place, id })
        expect(permission(stateIn(site, place), id).allowed).toBe(yes)
        expect(here.allowed().filter((one) => one !== id)).toEqual(allowed)
        expect(needsDecision(stateIn(site, place))).toBe(false)
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

describe('4. a grant never widens', { timeout: 60_000 }, () => {
  const grant = fc.constantFrom('grantVendor' as const, 'onlyThisTime' as const)

  /** With the revision, older answers go that did not count, and with them a category may be one that was never asked about. */
  const samePast = stepsOf({ maxLength: 20 }, ({ do: what }) => what !== 'changeRevision')

  it('a yes to one vendor, for good or for this time, allows no other and no category', () => {
    fc.assert(
      fc.property(region, samePast, tab, grant, fc.constantFrom(...ids), (home, past, place, how, id) => {
        const site = siteAfter(home, past)
        site.take({ do: 'show', tab: place })
        const before = stateIn(site, place)
        site.take({ do: how, tab: place, id })
        const after = stateIn(site, place)
        for (const other of ids) {
          if (other !== id) expect(permission(after, other)).toEqual(permission(before, other))
        }
        for (const name of before.categories) expect(isGranted(after, name)).toBe(isGranted(before, name))
      }),
      { numRuns: 500 },
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
      { numRuns: 500 },
    )
  })

  it('"only this time" ends with the visit: nothing of it is left in a new tab, nor half an hour later', () => {
    fc.assert(
      fc.property(region, somePast, tab, fc.boolean(), (home, past, place, isLater) => {
        const site = siteAfter(home, past)
        for (const { id } of pool) site.take({ do: 'onlyThisTime', tab: place, id })
        expect(Object.values(reasonsIn(stateIn(site, place)))).toContain('session')
        site.take(isLater ? { do: 'wait', milliseconds: 40 * 60_000 } : { do: 'close', tab: place })
        site.take({ do: 'load', tab: place, page: 'home', how: 'at once' })
        expect(Object.values(reasonsIn(stateIn(site, place)))).not.toContain('session')
        expect(site.wrong()).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe(
  '5. a refusal lasts as long as a grant, and nobody is asked again before the interval',
  { timeout: 60_000 },
  () => {
    it('it holds in both tabs whatever the site, the browser and the clock do, and is asked about only when its time is over', () => {
      // A category that has no vendor yet cannot be refused.
      const whole: readonly Step[] = [...ids.map((id): Step => ({ do: 'addVendor', id })), { do: 'addCategory' }]
      const after = stepsOf(
        { maxLength: 20 },
        (step) =>
          isPassive(step) &&
          !['loseCookie', 'spoilCookie', 'changeRevision', 'move'].includes(step.do) &&
          !(step.do === 'storage' && step.fault !== 'write'),
      )
      fc.assert(
        fc.property(region, somePast, tab, after, (home, past, place, steps) => {
          const site = siteAfter(home, [...past, ...whole])
          site.take({ do: 'rejectAll', tab: place })
          const said = site.world.now
          site.take({ do: 'show', tab: place === 0 ? 1 : 0 })
          for (const step of steps) {
            site.take(step)
            for (const state of openTabs(site)) {
              for (const id of ids) expect(permission(state, id).allowed && !alwaysOn.includes(id)).toBe(false)
              const isOver = state.now - said > site.policy.denialDays * day
              expect(needsDecision(state)).toBe(isOver && site.policy.banner)
            }
          }
        }),
        { numRuns: 500 },
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
          if (!afterYes) expect(afterNo).toBe(false)
        }),
        { numRuns: 300 },
      )
    })

    it('it is lost in no region that the visitor moves to', () => {
      fc.assert(
        fc.property(region, somePast, fc.array(region, { maxLength: 6 }), (home, past, journey) => {
          const site = siteAfter(home, past)
          site.take({ do: 'rejectAll', tab: 0 })
          for (const name of journey) {
            site.take({ do: 'move', tab: 0, region: name })
            site.take({ do: 'load', tab: 1, page: 'home', how: 'at once' })
            for (const { allowed } of site.tabs.map((one) => ({ allowed: one.allowed() })))
              expect(allowed).toEqual(alwaysOn)
          }
          expect(Object.keys(regions)).toContain(site.policy.id)
        }),
        { numRuns: 300 },
      )
    })
  },
)
