import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from '@playwright/test'
import type { CDPSession, Page } from '@playwright/test'

const require = createRequire(import.meta.url)
const rulesFile = require.resolve('@duckduckgo/autoconsent/rules/rules.json')
const contentScript = readFileSync(new URL('../dist/autoconsent.playwright.js', `file://${rulesFile}`), 'utf8')

interface Rule {
  readonly name: string
}

/** Every rule that the tool brings along. */
const itsRules = (JSON.parse(readFileSync(rulesFile, 'utf8')) as { readonly autoconsent: readonly Rule[] }).autoconsent

/** The rule that we keep for it. */
export const ourRule = JSON.parse(
  readFileSync(new URL('../../../packages/react/rules/autoconsent.json', import.meta.url), 'utf8'),
) as Rule

/** How a browser has set it up. */
export interface Setting {
  /** What it does about a banner; `null` only finds it. */
  readonly action: 'optOut' | 'optIn' | null
  /** What it makes of a banner that it has no rule for. */
  readonly heuristicMode: 'off' | 'reject' | 'tier1' | 'tier2'
  readonly rules: 'none' | 'its' | 'its and ours'
}

interface Message {
  readonly type: string
  readonly [field: string]: unknown
}

/** The tool at work on one page. */
export interface Autoconsent {
  /** Sets it up otherwise for the next document; what it said and did before is forgotten. */
  readonly setUp: (setting: Setting) => void
  readonly said: readonly Message[]
  /** Waits for a message of this type, and returns the first. */
  readonly hear: (type: string) => Promise<Message>
  readonly tell: (type: 'optOut' | 'optIn' | 'selfTest') => Promise<void>
  readonly clicks: () => number
  /** Waits until it has looked at the page as it is now, with its rules and with its heuristic. */
  readonly look: () => Promise<void>
}

const world = 'autoconsent'

/** Runs the tool as a browser does: a content script in a world of its own, in every document from its start on. */
export async function runAutoconsent(page: Page, first: Setting): Promise<Autoconsent> {
  const said: Message[] = []
  const none = { contextId: 0, attempts: 0, clicks: 0 }
  const state = { ...none, setting: first }
  const browser: CDPSession = await page.context().newCDPSession(page)

  const send = async (message: object): Promise<void> => {
    await browser.send('Runtime.evaluate', {
      expression: `void autoconsentReceiveMessage(${JSON.stringify(message)})`,
      contextId: state.contextId,
    })
  }
  const answer = async (message: Message): Promise<void> => {
    if (message.type === 'init') {
      const { action, heuristicMode, rules } = state.setting
      const config = { autoAction: action, heuristicMode, enableHeuristicDetection: true, enablePrehide: true }
      const autoconsent = rules === 'none' ? [] : rules === 'its' ? itsRules : [...itsRules, ourRule]
      await send({ type: 'initResp', config, rules: { autoconsent } })
    }
    if (message.type === 'eval') {
      // What a rule asks for in the page's own world.
      const { result } = await browser.send('Runtime.evaluate', { expression: String(message['code']) })
      await send({ type: 'evalResp', id: message['id'], result: result.value })
    }
  }
  browser.on('Runtime.bindingCalled', ({ executionContextId, payload }) => {
    const message = JSON.parse(payload) as Message
    if (message.type === 'init') state.contextId = executionContextId
    // What a document says that is not the one it was set up for.
    if (executionContextId !== state.contextId) return
    said.push(message)
    if (message.type === 'report') {
      const report = message['state'] as { readonly findCmpAttempts: number; readonly clicks: number }
      state.attempts = report.findCmpAttempts
      state.clicks = report.clicks
    }
    // A page may go while it is answered.
    answer(message).catch(() => undefined)
  })
  await browser.send('Runtime.enable')
  await browser.send('Page.enable')
  await browser.send('Runtime.addBinding', { name: 'sayToTest', executionContextName: world })
  await browser.send('Page.addScriptToEvaluateOnNewDocument', {
    worldName: world,
    source: `if (self === top) { self.autoconsentSendMessage = async (message) => sayToTest(JSON.stringify(message)); ${contentScript} }`,
  })

  return {
    setUp(setting) {
      said.length = 0
      Object.assign(state, none, { setting })
    },
    said,
    async hear(type) {
      const heard = (): Message | undefined => said.find((message) => message.type === type)
      await expect.poll(heard, { message: `autoconsent says ${type}`, intervals: [50] }).toBeDefined()
      return heard() as Message
    },
    tell: (type) => send({ type }),
    clicks: () => state.clicks,
    async look() {
      // Every second look is one with the heuristic.
      const enough = state.attempts + 3
      await expect
        .poll(
          async () => {
            // It waits for the page to change.
            await page.evaluate(() => document.body.append(document.createComment('changed')))
            return state.attempts
          },
          { message: 'autoconsent looks again', intervals: [100] },
        )
        .toBeGreaterThanOrEqual(enough)
    },
  }
}
