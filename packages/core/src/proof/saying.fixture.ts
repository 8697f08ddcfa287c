import type { Choices } from '../decide.ts'
import type { ConsentStore } from '../store.ts'
import type { Saying } from './steps.fixture.ts'
import type { Vendor } from '../vendor.ts'
import type { Page } from './test-site.fixture.ts'

/** How to tell a store of it, and what it means: choices, a vendor allowed only this time, or a banner closed. */
interface Meaning {
  readonly tell: (store: ConsentStore) => void
  readonly choices?: Choices
  readonly thisTime?: string
}

/** What it comes to on a page; null where the page does not have the vendor. */
export function readSaying(step: Saying, { vendors }: Page, categories: readonly string[]): Meaning | null {
  const find = (id: string): Vendor | undefined => vendors.find((vendor) => vendor.id === id)
  switch (step.do) {
    case 'acceptAll':
      return { tell: (store) => store.acceptAll('banner'), choices: { all: true } }
    case 'rejectAll':
    case 'withdrawAll':
      return { tell: (store) => store[step.do]('preferences'), choices: { all: false } }
    case 'dismissBanner':
      return { tell: (store) => store.dismissBanner() }
    case 'savePreferences': {
      const choices: Choices = {
        ...step.choices,
        categories: pick(step.choices.categories, (name) => categories.includes(name)),
        // What works on request has no box to tick; it can be refused.
        vendors: pick(step.choices.vendors, (id, yes) => !!find(id) && !(yes && find(id)?.gate === 'on-request')),
      }
      return { tell: (store) => store.savePreferences(choices, 'preferences'), choices }
    }
    case 'withdrawVendor': {
      const { id } = step
      return find(id) ? { tell: (store) => store.withdrawVendor(id), choices: { vendors: { [id]: false } } } : null
    }
    case 'grantVendor':
    case 'onlyThisTime': {
      const { id } = step
      const onlyThisTime = step.do === 'onlyThisTime'
      const tell = (store: ConsentStore): void => store.grantVendor(id, { onlyThisTime }, 'gate')
      if (!find(id)) return null
      const isForThisTime = onlyThisTime || find(id)?.gate === 'on-request'
      return isForThisTime ? { tell, thisTime: id } : { tell, choices: { vendors: { [id]: true } } }
    }
  }
}

const pick = <Yes extends boolean | 'implied'>(
  ticks: Readonly<Record<string, Yes>> = {},
  isWanted: (name: string, yes: Yes) => boolean,
): Record<string, Yes> => Object.fromEntries(Object.entries(ticks).filter(([name, yes]) => isWanted(name, yes)))
