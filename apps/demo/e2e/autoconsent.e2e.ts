import { parseRecord } from '@askfirst/core'
import type { BrowserContext } from '@playwright/test'
import { hasRejectWords, hasTriggers } from '../../../packages/react/src/messages/tool-languages.fixture.ts'
import { runAutoconsent } from './autoconsent.ts'
import type { Setting } from './autoconsent.ts'
import { expect, forEachVendor, test } from './fixtures.ts'
import { vendors } from './vendors.ts'
import { otherLanguages, speak } from './languages.ts'
import { forgetVisitor, storedRecord } from './stored-record.ts'
import { expectNothing } from './traces.ts'

const modes = ['reject', 'tier1', 'tier2'] as const

async function expectRefusal(context: BrowserContext): Promise<void> {
  const record = parseRecord((await storedRecord(context)).value)
  expect(record?.surface).toBe('banner')
  expect([...(record?.categories.values() ?? [])].map(({ decision }) => decision)).toEqual(['denied'])
}

const settings = [
  ['none', 'reject', 'HEURISTIC-REJECT'],
  ['none', 'tier1', 'HEURISTIC-REJECT'],
  ['none', 'tier2', 'HEURISTIC-REJECT'],
  ['its', 'tier2', 'HEURISTIC-REJECT'],
  ['its and ours', 'off', 'askfirst'],
] as const

test('it refuses without a rule for us, in each of its modes, and with our rule', async ({
  page,
  context,
  visit,
  traffic,
  parts,
}) => {
  const tool = await runAutoconsent(page, { action: null, heuristicMode: 'off', rules: 'none' })
  for (const [rules, heuristicMode, cmp] of settings) {
    await test.step(`heuristic "${heuristicMode}", rules: ${rules}`, async () => {
      tool.setUp({ action: 'optOut', heuristicMode, rules })
      await visit()
      expect(await tool.hear('optOutResult')).toMatchObject({ cmp, result: true })
      await expect(parts.banner).toHaveCount(0)
      await expectRefusal(context)
      await tool.tell('selfTest')
      expect(await tool.hear('selfTestResult')).toMatchObject({ cmp, result: true })
      await expectNothing(page, traffic, { cookies: ['askfirst'] })
      await forgetVisitor(page)
    })
  }
})

test('it refuses in every language that it has words for, and in others by our rule and by nothing else', async ({
  page,
  context,
  visit,
  parts,
}) => {
  const tool = await runAutoconsent(page, { action: null, heuristicMode: 'off', rules: 'none' })
  // By our rule words do not matter: one language written from right to left stands for those that it does not know.
  for (const [tag, words] of otherLanguages) {
    const finds = hasRejectWords(tag) && hasTriggers(tag)
    if (!finds && tag !== 'ar') continue
    await test.step(tag, async () => {
      const spoken = await speak(context, words)
      const setting = finds
        ? { heuristicMode: 'reject', rules: 'none' }
        : { heuristicMode: 'tier2', rules: 'its and ours' }
      tool.setUp({ action: 'optOut', ...setting } as Setting)
      await visit()
      expect(await tool.hear('optOutResult')).toMatchObject({
        cmp: finds ? 'HEURISTIC-REJECT' : 'askfirst',
        result: true,
      })
      await expect(page.locator('[data-askfirst=banner]')).toHaveCount(0)
      await expectRefusal(context)
      await expect(parts.frame).toHaveCount(0)
      expect(spoken()).toBe(1)
      await forgetVisitor(page)
    })
  }
})

test('a question in the words of a banner would be answered, so these tests would see it', async ({
  page,
  context,
  visit,
  baseURL,
}) => {
  await context.addCookies([{ name: 'askfirst', value: 'reject-all', url: baseURL ?? '' }])
  const tool = await runAutoconsent(page, { action: 'optOut', heuristicMode: 'reject', rules: 'none' })
  await visit()
  await page.evaluate(() => {
    const question = Object.assign(document.createElement('div'), { role: 'dialog', textContent: 'We use cookies.' })
    for (const label of ['Allow chat', 'No thanks']) {
      question.append(Object.assign(document.createElement('button'), { textContent: label }))
    }
    document.body.append(question)
  })
  expect(await tool.hear('popupFound')).toMatchObject({ cmp: 'HEURISTIC-REJECT' })
  await expect.poll(tool.clicks).toBe(1)
})

test('where it may not refuse, the visitor is still asked', async ({ page, context, visit, traffic, parts }) => {
  const tool = await runAutoconsent(page, { action: 'optOut', heuristicMode: 'off', rules: 'its' })

  await test.step('with its own rules alone it leaves the banner to the visitor', async () => {
    await visit()
    await expect(parts.banner).toBeVisible()
    await tool.look()
    await expect(parts.banner).toBeVisible()
    expect(tool.clicks()).toBe(0)
  })

  await test.step('set to find only, it finds the banner and answers nothing until it is told to refuse', async () => {
    tool.setUp({ action: null, heuristicMode: 'tier2', rules: 'its and ours' })
    await visit()
    expect(await tool.hear('popupFound')).toMatchObject({ cmp: 'askfirst' })
    await expect(parts.banner).toBeVisible()
    expect(tool.clicks()).toBe(0)
    expect(await context.cookies()).toEqual([])
    await tool.tell('optOut')
    await expect(parts.banner).toHaveCount(0)
    await expectRefusal(context)
    await forgetVisitor(page)
  })

  await test.step('set to accept, it presses our accept, which is no answer', async () => {
    tool.setUp({ action: 'optIn', heuristicMode: 'tier2', rules: 'its and ours' })
    await visit()
    await tool.hear('optInResult')
    expect(tool.clicks()).toBe(1)
    await expect(parts.banner).toBeVisible()
    expect(await context.cookies()).toEqual([])
    await expectNothing(page, traffic)
    await parts.reject.click()
    await expectRefusal(context)
  })
})

// The questions differ in names alone, so each vendor is asked about in every other mode.
forEachVendor((vendor) => {
  test('what a person opened is left to them: chat and preferences', async ({
    page,
    context,
    visit,
    traffic,
    parts,
    baseURL,
  }) => {
    await context.addCookies([{ name: 'askfirst', value: 'reject-all', url: baseURL ?? '' }])
    const tool = await runAutoconsent(page, { action: 'optOut', heuristicMode: 'off', rules: 'none' })
    for (const heuristicMode of modes.filter((_, place) => place % 2 === vendors.indexOf(vendor))) {
      await test.step(`heuristic "${heuristicMode}"`, async () => {
        tool.setUp({ action: 'optOut', heuristicMode, rules: 'its and ours' })
        await visit()
        await parts.start.click()
        await expect(parts.question).toBeVisible()
        await tool.look()
        await expect(parts.allow).toBeVisible()
        await parts.notNow.click()
        await parts.choices.click()
        await expect(parts.preferences).toBeVisible()
        await tool.look()
        await expect(parts.preferences).toBeVisible()
        expect(tool.clicks()).toBe(0)
        expect(tool.said.filter(({ type }) => type === 'cmpDetected')).toEqual([])
        expect((await storedRecord(context)).value).toBe('reject-all')
        await expectNothing(page, traffic, { cookies: ['askfirst'] })
      })
    }
  })
})
