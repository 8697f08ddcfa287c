import type { expect as playwrightExpect } from '@playwright/test'
import type { FailureReason } from '@askfirst/core/runtime'
import { rememberPage } from '../playwright/removal.ts'
import { simulateFailure } from '../playwright/simulate-failure.ts'
import type { Failure } from '../playwright/simulate-failure.ts'
import { watchBeforeConsent } from '../playwright/watch-before-consent.ts'
import { lookAtNeighbour, neighbourMovesIn, neighboursLeft, neighbourWritesOn } from './neighbour.ts'
import type { Subject } from './subject.ts'

export type Expect = typeof playwrightExpect

/** One thing that every adapter keeps. */
export interface Check {
  readonly title: string
  readonly run: (subject: Subject, expect: Expect) => Promise<void>
}

/** What every answer of the vendor waits where a check needs time to look, in milliseconds. */
const slow = 150

/** Who is ready at all under a hindrance is so within this time, in milliseconds. */
const soon = 1_500

/** The time that a load is given is over, in milliseconds of the page's clock: nobody waits for it. */
const loadEnds = 16_000

async function slowDown({ context, isVendors }: Subject): Promise<void> {
  await context.route(isVendors, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, slow))
    await route.fallback()
  })
}

/** Allowed, asked for, and live. */
async function getReady(subject: Subject, expect: Expect): Promise<void> {
  await subject.call('grant')
  if (subject.isChat) await subject.call('open')
  const { status, failure } = await subject.until('ready', 'failed')
  expect(status, `the adapter gets ready (${failure ?? 'no failure'})`).toBe('ready')
}

/** As `getReady`, and to be seen. */
async function bringUp(subject: Subject, expect: Expect): Promise<void> {
  await getReady(subject, expect)
  if (subject.isChat) await seesWindow(subject, expect)
}

async function seesWindow({ page, options }: Subject, expect: Expect): Promise<void> {
  if (options.window) await expect(options.window(page), 'the visitor sees the chat that they opened').toBeVisible()
}

/** Withdrawn, and gone: the report says so, and it is true. */
async function takeDown(subject: Subject, expect: Expect): Promise<void> {
  await subject.call('withdraw')
  const { report } = await subject.until('blocked')
  expect(report?.remaining, 'the removal report names nothing that remains').toEqual([])
}

const nothingBefore: Check = {
  title: 'nothing before: no request, socket, node, global, cookie or key until it is allowed',
  async run(subject) {
    const { context, page, vendor, visit, call } = subject
    const watch = await watchBeforeConsent(context, { vendors: [vendor], ownHosts: ['conformance.test'] })
    for (const record of ['', 'reject-all']) {
      if (record) await page.evaluate(() => void (document.cookie = 'askfirst=reject-all;path=/'))
      await visit()
      await call('open')
      await call('retain')
      await page.mouse.move(20, 20)
      await watch.expectNothing()
    }
  },
}

const oneLoad: Check = {
  title: 'one load: however often it is shown, allowed and opened, its first script is asked for once',
  async run(subject, expect) {
    const { page, visit, call, loads } = subject
    await visit()
    await call('retain')
    await call('grant')
    await getReady(subject, expect)
    await call('open')
    await call('retain')
    await call('grant')
    await page.waitForTimeout(200)
    expect(loads(), 'its first script is asked for once').toBe(1)
  },
}

const readyMeansReady: Check = {
  title: "ready means ready: it is called so when the vendor's own API is live, not before",
  async run(subject, expect) {
    await slowDown(subject)
    await subject.visit()
    await getReady(subject, expect)
    expect(await subject.liveWhenReady(), 'the API is live at the moment that the adapter is called ready').toEqual([
      true,
    ])
  },
}

const earlyCalls: Check = {
  title: 'early calls: a click is kept until it is ready, and dropped with a withdrawal',
  async run(subject, expect) {
    if (!subject.isChat) return
    const { page, options, visit, call, until } = subject
    await slowDown(subject)
    await visit()
    await call('grant')
    await call('open')
    await until('ready')
    await seesWindow(subject, expect)
    await call('withdraw')
    await until('blocked')

    await call('grant')
    await call('open')
    await call('withdraw')
    await until('blocked')
    await call('grant')
    const { visibility } = await until('ready')
    expect(visibility, 'a click from before the withdrawal opens nothing').toBe('closed')
    if (options.window) await expect(options.window(page)).toBeHidden()
  },
}

const disclosedHosts: Check = {
  title: 'disclosed: it contacts only hosts that its disclosure names',
  async run(subject, expect) {
    await subject.visit()
    await bringUp(subject, expect)
    await subject.page.waitForTimeout(200)
    const others = subject.traffic.entries.map(({ url }) => url).filter((url) => !subject.isVendors(new URL(url)))
    expect(others, 'every address it contacts is disclosed').toEqual([])
  },
}

const cleanRemoval: Check = {
  title: 'removal: a withdrawal leaves nothing of it, and the report says so',
  async run(subject, expect) {
    await subject.visit()
    const before = await rememberPage(subject.page)
    await bringUp(subject, expect)
    await takeDown(subject, expect)
    await before.expectRemoved(subject.vendor)
  },
}

const removalWhileLoading: Check = {
  title: 'removal while it loads: the withdrawal wins, and nothing comes late',
  async run(subject, expect) {
    await slowDown(subject)
    await subject.visit()
    const before = await rememberPage(subject.page)
    await subject.call('grant')
    if (subject.isChat) await subject.call('open')
    await expect.poll(() => subject.loads(), 'the load has begun').toBe(1)
    await takeDown(subject, expect)
    await before.expectRemoved(subject.vendor)
  },
}

const secondLife: Check = {
  title: 'second life: allowed again on the same page it loads again, once, and works',
  async run(subject, expect) {
    await subject.visit()
    const before = await rememberPage(subject.page)
    await bringUp(subject, expect)
    await takeDown(subject, expect)
    await bringUp(subject, expect)
    expect(subject.loads(), 'each life asks for the first script once').toBe(2)
    expect(await subject.liveWhenReady(), 'it is live when it is called ready').toEqual([true, true])
    await takeDown(subject, expect)
    await before.expectRemoved(subject.vendor)
  },
}

const neighbours: Check = {
  title: "neighbour: other scripts' storage is untouched, whatever they do while it lives",
  async run(subject, expect) {
    const { page } = subject
    await subject.visit()
    await page.evaluate(neighbourMovesIn)
    await bringUp(subject, expect)
    await page.evaluate(neighbourWritesOn)
    await takeDown(subject, expect)
    expect(await page.evaluate(lookAtNeighbour), "the neighbour's storage is as it left it").toEqual(neighboursLeft)
  },
}

const reasons: Readonly<Record<Exclude<Failure, 'quota-exceeded' | 'allowed-elsewhere'>, readonly FailureReason[]>> = {
  blocked: ['blocked'],
  csp: ['csp'],
  dns: ['blocked'],
  'http-500': ['blocked', 'vendor'],
  offline: ['offline'],
  'never-ready': ['timeout', 'vendor'],
  // Of a script that is loaded without CORS the browser does not say what it has thrown.
  throws: ['vendor', 'timeout'],
}

/** A vendor of which nothing more comes is given up when its time is over. */
const takesTime: ReadonlySet<Failure> = new Set(['never-ready', 'throws'])

/** One page goes through several failures, each tried again in the next: it costs less, and asks more. */
function failures(about: string, names: readonly (keyof typeof reasons)[]): Check {
  return {
    title: `failures, ${about}: ${names.join(', ')} is said to have failed, leaves nothing, and can be tried again`,
    async run(subject, expect) {
      const { page, visit, call, until, isVendors, context, vendor } = subject
      await page.clock.install()
      await visit()
      const before = await rememberPage(page)
      for (const name of names) {
        const simulated = await simulateFailure(context, name, { of: isVendors })
        await call('grant')
        await call('open')
        if (takesTime.has(name)) {
          await until('loading', 'failed')
          await expect.poll(simulated.tries, `${name}: the load has begun`).toBeGreaterThan(0)
          await page.clock.runFor(loadEnds)
        }
        const { status, failure } = await until('failed', 'ready')
        expect(status, `${name} is said to have failed`).toBe('failed')
        expect(reasons[name], `the reason for ${name} is the right one`).toContain(failure)
        await before.expectRemoved(vendor, { quiet: 0 })
        await simulated.stop()
        if (name === 'csp') await visit() // a page keeps its policy
      }
      await call('open')
      expect((await until('ready', 'failed')).status, 'it can be tried again').toBe('ready')
    },
  }
}

const twoTries: Check = {
  title: 'failure twice: the third try succeeds',
  async run(subject, expect) {
    const { visit, call, until, isVendors, context } = subject
    await visit()
    await simulateFailure(context, 'http-500', { of: isVendors, times: 2 })
    await call('grant')
    await call('open')
    await until('failed')
    await call('open')
    await until('loading')
    await until('failed')
    await call('open')
    await until('ready')
    expect(await subject.liveWhenReady()).toEqual([true])
  },
}

const hindrances = (['quota-exceeded', 'allowed-elsewhere'] as const).map((name): Check => ({
  title: `failure ${name}: it gets ready or is said to have failed, and can be removed`,
  async run(subject, expect) {
    const { page, visit, call, state, until, isVendors, context } = subject
    await page.clock.install()
    await visit()
    const before = await rememberPage(page)
    const simulated = await simulateFailure(context, name, { of: isVendors })
    await call('grant')
    await call('open')
    const ended = until('ready', 'failed')
    await Promise.race([ended, page.waitForTimeout(soon)])
    if ((await state()).status === 'loading') await page.clock.runFor(loadEnds)
    const { status } = await ended
    await call('withdraw')
    const { report } = await until('blocked')
    if (status === 'ready') expect(report?.remaining, 'nothing remains').toEqual([])
    await simulated.stop()
    await before.expectRemoved(subject.vendor, { quiet: 100 })
  },
}))

export const checks: readonly Check[] = [
  nothingBefore,
  oneLoad,
  readyMeansReady,
  earlyCalls,
  disclosedHosts,
  cleanRemoval,
  removalWhileLoading,
  secondLife,
  neighbours,
  failures('kept from it', ['blocked', 'dns', 'http-500', 'offline']),
  failures('by policy', ['csp']),
  failures('at fault', ['throws', 'never-ready']),
  twoTries,
  ...hindrances,
]
