import { parseRecord } from '@askfirst/core'
import { expect, forEachVendor, test } from './fixtures.ts'
import { loadsOf } from './loads.ts'
import { partsOf } from './parts.ts'
import { storedRecord } from './stored-record.ts'
import { expectNothing, isIdle } from './traces.ts'

forEachVendor((vendor) => {
  test('the question can be closed without a trace, and "Only this time" lasts as long as the visit', async ({
    page,
    context,
    visit,
    traffic,
    parts,
  }) => {
    await visit()
    await parts.start.click()
    await test.step('it says who provides the chat, what it does, and how else to make contact', async () => {
      await expect(parts.question).toBeFocused()
      await expect(parts.question).toContainText(vendor.name)
      await expect(parts.question).toContainText('It receives')
      await expect(parts.question).toContainText('It keeps on this device')
      await expect(parts.question.getByRole('button', { name: 'Privacy choices' })).toBeVisible()
      await expect(parts.question.locator('a[href^="mailto:"]')).toBeVisible()
    })
    for (const way of ['"Not now"', 'Escape']) {
      await test.step(`${way} closes it, gives the focus back, and stores and contacts nothing`, async () => {
        await expect(parts.question).toBeFocused()
        if (way === 'Escape') await page.keyboard.press('Escape')
        else await parts.notNow.click()
        await expect(parts.question).toBeHidden()
        await expect(parts.start).toBeFocused()
        await expect(parts.banner).toBeVisible()
        await expectNothing(page, traffic)
        await parts.start.click()
      })
    }
    await test.step('"Only this time" opens the Messenger, on every page of the visit, and stores nothing', async () => {
      await parts.once.click()
      await expect(parts.message).toBeVisible()
      await expect(parts.frame).toBeFocused()
      await expect(parts.banner).toBeVisible()
      expect(await context.cookies()).toEqual([])
      await parts.closeChat.click()
      await page.locator('a[href^="/privacy"]').first().click()
      await expect(page).toHaveURL(/\/privacy/)
      await expect(parts.frame).toHaveCount(1)
      await page.reload()
      await expect(parts.launcher).toBeVisible()
      expect(await context.cookies()).toEqual([])
    })
    await test.step('the next visit begins without it', async () => {
      const next = await context.newPage()
      await next.goto(`/help${vendor.search}`)
      await expect(partsOf(next, vendor).start).toBeVisible()
      await isIdle(next)
      await expect(next.locator('iframe')).toHaveCount(0)
    })
  })

  test('"Allow chat" opens the Messenger with the focus in it, for an answer, and grants nothing else', async ({
    page,
    context,
    visit,
    parts,
    service,
  }) => {
    await visit('/')
    await parts.start.click()
    await parts.allow.click()
    await expect(parts.frame).toBeFocused()
    await expect(parts.message).toBeVisible()
    await expect(parts.start).toBeHidden()
    await expect(parts.question).toBeHidden()
    expect(loadsOf(service, vendor)).toBe(1)
    await parts.message.fill('Where is my order?')
    await page.keyboard.press('Enter')
    await expect(parts.conversation).toContainText('Where is my order?')
    await expect(parts.conversation).toContainText('Thanks for writing.')

    const record = parseRecord((await storedRecord(context)).value)
    expect(record?.vendors.get(vendor.id)?.decision).toBe('granted')
    expect([...(record?.categories ?? [])], 'the category stays undecided').toEqual([])
    await expect(page.getByText('Nothing is remembered.'), 'what else is in the category stays off').toBeVisible()
    await expect(parts.banner).toBeVisible()
    await page.reload()
    await expect(parts.launcher).toBeVisible()
    await expect(parts.banner).toBeVisible()
  })
})
