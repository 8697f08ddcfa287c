import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

interface Search {
  readonly target: { readonly selector: string; readonly displayFilter?: boolean }
}

interface Consent {
  readonly type: string
  readonly matcher: Search & { readonly type: 'checkbox' }
  readonly toggleAction: Action
}

type Action =
  | ({ readonly type: 'click' } & Search)
  | ({ readonly type: 'waitcss'; readonly retries: number; readonly waitTime: number } & Search)
  | { readonly type: 'list'; readonly actions: readonly Action[] }
  | { readonly type: 'consent'; readonly consents: readonly Consent[] }

interface Rule {
  readonly detectors: readonly {
    readonly presentMatcher: readonly (Search & { readonly type: 'css' })[]
    readonly showingMatcher: readonly (Search & { readonly type: 'css' })[]
  }[]
  readonly methods: readonly { readonly name: string; readonly action: Action }[]
}

const { askfirst: rule } = JSON.parse(
  readFileSync(new URL('../../../packages/react/rules/consent-o-matic.json', import.meta.url), 'utf8'),
) as { readonly askfirst: Rule }

/** The order in which the extension runs the methods that our rule has. */
const methods = ['OPEN_OPTIONS', 'DO_CONSENT', 'SAVE_CONSENT'] as const

/**
 * Runs our rule. The extension is on no registry: this does what its documentation says of the few actions and matchers
 * that the rule uses, and throws on any other. Says which of the person's kinds of consent are allowed.
 */
export async function runConsentOMatic(page: Page, allowed: readonly string[]): Promise<void> {
  const find = ({ target }: Search) =>
    page.locator(target.displayFilter ? `${target.selector}:visible` : target.selector).first()

  async function run(action: Action): Promise<void> {
    if (action.type === 'click') {
      // As the extension does: a script's click, and none where there is nothing.
      await find(action).evaluateAll(([element]) => (element as HTMLElement | undefined)?.click())
    } else if (action.type === 'waitcss') {
      const timeout = action.retries * action.waitTime
      await find(action).waitFor({ state: 'attached', timeout })
    } else if (action.type === 'list') {
      for (const inner of action.actions) await run(inner)
    } else if (action.type === 'consent') {
      for (const { type, matcher, toggleAction } of action.consents) {
        const isOn = await find(matcher).evaluateAll(([box]) => (box as HTMLInputElement | undefined)?.checked === true)
        if (isOn !== allowed.includes(type)) await run(toggleAction)
      }
    } else throw new Error(`Nothing is known here of ${JSON.stringify(action)}.`)
  }

  for (const { presentMatcher, showingMatcher } of rule.detectors) {
    // It gives up five seconds after the load.
    for (const matcher of [...presentMatcher, ...showingMatcher]) {
      await expect(find(matcher), 'Consent-O-Matic finds the banner').toBeAttached({ timeout: 5_000 })
    }
  }
  expect(
    rule.methods.map(({ name }) => name),
    'no method that the extension does not know',
  ).toEqual(methods)
  for (const { action } of rule.methods) await run(action)
}
