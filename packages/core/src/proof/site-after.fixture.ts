import fc from 'fast-check'
import { permission } from '../permission.ts'
import type { ConsentState } from '../state.ts'
import { stepsOf, type Place, type Step } from './steps.fixture.ts'
import { ids } from './test-site.fixture.ts'
import { TwoTabs } from './two-tabs.fixture.ts'

// For the lines of the design, each proven by itself and without a model: a random past, then what the line is about.

export const long = { timeout: 60_000 }

/** What needs no yes. */
export const alwaysOn: readonly string[] = ['partner', 'shop']

export const somePast = stepsOf({ maxLength: 20 })

const sayings: ReadonlySet<Step['do']> = new Set([
  'acceptAll',
  'rejectAll',
  'withdrawAll',
  'savePreferences',
  'grantVendor',
  'onlyThisTime',
  'withdrawVendor',
  'writeSeed',
  'erase',
] as const)

/** Nobody answers: pages come and go, time passes, the site grows, storage fails, the banner is closed. */
export const isPassive = (step: Step): boolean => !sayings.has(step.do)

export const passive = stepsOf({ maxLength: 25 }, isPassive)

export const anyTab = fc.constantFrom<Place>(0, 1)

/** A site with a past, and from now on with a healthy storage, and its home page in both tabs. */
export function siteAfter(home: string, past: readonly Step[], hasChannel = true): TwoTabs {
  const site = new TwoTabs(home, hasChannel)
  for (const step of past) site.take(step)
  for (const place of [0, 1] as const) {
    site.take({ do: 'storage', tab: place, fault: 'none' })
    site.take({ do: 'load', tab: place, page: 'home', how: 'at once' })
  }
  return site
}

export function stateIn(site: TwoTabs, place: Place): ConsentState {
  const { store } = site.tabs[place]
  if (!store) throw new Error('the tab is closed')
  return store.getState()
}

export const openTabs = (site: TwoTabs): readonly ConsentState[] =>
  site.tabs.flatMap(({ store }) => (store ? [store.getState()] : []))

/** Why things run that run. */
export const reasonsToRun = (state: ConsentState): readonly string[] =>
  ids.flatMap((id) => (permission(state, id).allowed ? [permission(state, id).reason] : []))
