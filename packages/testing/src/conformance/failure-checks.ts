import type { FailureReason } from '@askfirst/core/runtime'
import { rememberPage } from '../playwright/removal.ts'
import { simulateFailure } from '../playwright/simulate-failure.ts'
import type { Failure } from '../playwright/simulate-failure.ts'
import type { Check } from './check.ts'

/** Who is ready at all under a hindrance is so within this time, in milliseconds. */
const soon = 1_500

/** The time that a load is given is over, in milliseconds of the page's clock: nobody waits for it. */
const loadEnds = 16_000

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

/** What an adapter keeps when something is in its way. */
export const failureChecks: readonly Check[] = [
  failures('kept from it', ['blocked', 'dns', 'http-500', 'offline']),
  failures('by policy', ['csp']),
  failures('at fault', ['throws', 'never-ready']),
  twoTries,
  ...hindrances,
]
