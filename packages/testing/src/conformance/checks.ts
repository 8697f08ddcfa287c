import { rememberPage } from '../playwright/removal.ts'
import { watchBeforeConsent } from '../playwright/watch-before-consent.ts'
import type { Check } from './check.ts'
import { failureChecks } from './failure-checks.ts'
import { bringUp, getReady, seesWindow, slowDown, takeDown } from './lead-a-life.ts'
import { lookAtNeighbour, neighbourMovesIn, neighboursLeft, neighbourWritesOn } from './neighbour.ts'

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
  ...failureChecks,
]
