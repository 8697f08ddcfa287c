import { parseRecord } from '@askfirst/core'
import type { BrowserContext, Locator, Page } from '@playwright/test'
import { expect, forEachVendor, test } from './fixtures.ts'
import { loadsOf } from './loads.ts'
import { storedRecord } from './stored-record.ts'
import { vendors } from './vendors.ts'

/** What lies between the presses of a hasty hand, in milliseconds. */
const pauses = [0, 150, 300] as const

interface Clicked {
  /** What was pressed, by its text. */
  readonly pressed: readonly string[]
  readonly addresses: readonly string[]
  /** The record after the first click, and after the second. */
  readonly records: readonly string[]
}

/** Lays a link under everything of ours, which a second click would follow. */
function layLinkUnder(page: Page): Promise<void> {
  return page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: '/privacy', textContent: 'Under the banner' })
    link.style.cssText = 'position: fixed; inset: 0; z-index: 1'
    document.body.append(link)
  })
}

async function clickTwice(page: Page, context: BrowserContext, button: Locator, pause: number): Promise<Clicked> {
  await layLinkUnder(page)
  const box = await button.boundingBox()
  if (!box) throw new Error('The button is not on the page.')
  const pressed = await page.evaluateHandle(() => {
    const texts: string[] = []
    document.addEventListener('click', ({ target }) => {
      const control = target instanceof Element ? target.closest('a,button,input,summary,label,[role]') : null
      if (control) texts.push(control.textContent)
    })
    return texts
  })
  const address = page.url()
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  const first = await storedRecord(context)
  await page.waitForTimeout(pause)
  // What a browser makes of it: the second click of a double one.
  await page.mouse.down({ clickCount: 2 })
  await page.mouse.up({ clickCount: 2 })
  const second = await storedRecord(context)
  return {
    pressed: await pressed.jsonValue(),
    addresses: [address, page.url()],
    records: [first.value, second.value],
  }
}

function expectOneDecision({ pressed, addresses, records }: Clicked, decision: 'granted' | 'denied'): void {
  expect(new Set(pressed), 'nothing else is pressed').toEqual(
    new Set([decision === 'granted' ? 'Accept all' : 'Reject all']),
  )
  expect(new Set(addresses).size, 'the visitor stays on the page').toBe(1)
  expect(new Set(records).size, 'the second click decides nothing').toBe(1)
  expect(parseRecord(records[0])?.categories.get('functional')?.decision).toBe(decision)
}

test('two clicks on Reject all are one decision and press nothing else', async ({
  page,
  context,
  visit,
  traffic,
  parts,
}) => {
  for (const pause of pauses) {
    await test.step(`${pause} ms apart`, async () => {
      await context.clearCookies()
      await visit()
      expectOneDecision(await clickTwice(page, context, parts.reject, pause), 'denied')
      await expect(parts.banner).toBeHidden()
      expect(traffic.entries).toEqual([])
    })
  }
})

forEachVendor((vendor) => {
  test('two clicks on a yes are one decision and one load, and press nothing else', async ({
    page,
    context,
    visit,
    parts,
    service,
  }) => {
    let loads = 0
    // What we make of a pause is the same for every vendor.
    for (const pause of vendor === vendors[0] ? pauses : [0]) {
      await test.step(`Accept all, ${pause} ms apart`, async () => {
        await context.clearCookies()
        await visit()
        expectOneDecision(await clickTwice(page, context, parts.accept, pause), 'granted')
        await expect(parts.banner).toBeHidden()
        await expect(parts.launcher).toBeVisible()
        await expect(parts.message).toBeHidden()
        expect(loadsOf(service, vendor)).toBe(++loads)
      })
    }
    await test.step('"Allow chat", which opens once', async () => {
      await context.clearCookies()
      await visit()
      await parts.start.click()
      await parts.allow.dblclick()
      await expect(parts.message).toBeVisible()
      await expect(parts.frame).toHaveCount(1)
      expect(loadsOf(service, vendor)).toBe(++loads)
      await expect(page.getByRole('dialog')).toHaveCount(0)
    })
  })
})
