import type { Page } from '@playwright/test'
import { expect, forEachVendor, test } from './fixtures.ts'
import type { Parts } from './parts.ts'
import { expectNothing, tracesOf, untouched } from './traces.ts'

/** Looks, at the end of a step. */
type NothingAfter = (what: string) => Promise<void>

async function lookAtEverything(page: Page, { start, accept, banner }: Parts, nothingAfter: NothingAfter) {
  await start.hover()
  await start.focus()
  await expect(start).toBeFocused()
  await accept.hover()
  await accept.focus()
  await page.keyboard.press('Escape')
  await page.mouse.move(5, 5)
  await page.mouse.wheel(0, 600)
  await page.keyboard.press('End')
  await expect(banner).toBeVisible()
  await nothingAfter('a look at the buttons, keys, and a look at the rest of the page')
}

async function hesitateAtTheQuestion({ start, question, allow, once, notNow }: Parts, nothingAfter: NothingAfter) {
  await start.click()
  await expect(question).toBeVisible()
  await allow.hover()
  await once.hover()
  await nothingAfter('the question')
  await notNow.click()
  await expect(question).toBeHidden()
  await nothingAfter('"Not now"')
}

async function hesitateInPreferences(
  page: Page,
  { choose, preferences }: Parts,
  name: string,
  nothingAfter: NothingAfter,
) {
  await choose.click()
  await preferences.getByText('0 of 2 allowed').first().click()
  await preferences.getByText(`About ${name}`).click()
  await expect(preferences.getByText('Keeps on this device')).toBeVisible()
  await preferences.getByText('Who says so').click()
  await preferences.getByRole('checkbox', { name: 'Functional' }).check()
  await nothingAfter('a tick that is not saved')
  await page.keyboard.press('Escape')
  await expect(preferences).toBeHidden()
  await choose.click()
  await expect(preferences.getByRole('checkbox', { name: 'Functional' })).not.toBeChecked()
  await preferences.getByRole('button', { name: 'Close' }).click()
  await nothingAfter('Escape in the preferences, and closing them')
}

async function goEverywhere(page: Page, { banner }: Parts, nothingAfter: NothingAfter) {
  for (const path of ['/privacy', '/products/', '/']) {
    await page.locator(`a[href^="${path}"]`).first().click()
    await expect(page).toHaveURL((url) => url.pathname.startsWith(path))
    await nothingAfter(`going to ${path}`)
  }
  await page.goBack()
  await expect(banner).toBeVisible()
  await nothingAfter('going back')
}

forEachVendor((vendor) => {
  test.use({ nothingBefore: 'end' })

  test('holds nothing of the vendor, whatever a visitor does short of a yes, and the counters see it after one', async ({
    page,
    visit,
    traffic,
    parts,
    service,
    beforeConsent,
  }) => {
    const links: string[] = []
    page.on('response', (response) => links.push(response.headers()['link'] ?? ''))
    const nothingAfter: NothingAfter = (what) => test.step(what, () => expectNothing(page, traffic))
    await visit()
    await expect(parts.start).toBeVisible()
    await page.waitForLoadState('networkidle')
    await nothingAfter('the load')
    expect(links.join('')).toBe('')
    await lookAtEverything(page, parts, nothingAfter)
    await hesitateAtTheQuestion(parts, nothingAfter)
    await hesitateInPreferences(page, parts, vendor.name, nothingAfter)
    await goEverywhere(page, parts, nothingAfter)
    await page.clock.install()
    await page.reload()
    await expect(parts.banner).toBeVisible()
    await nothingAfter('a reload')
    await page.clock.runFor(65_000)
    await nothingAfter('a long time without anything to do')

    await beforeConsent.end()
    await test.step('the counters see the vendor once it is allowed', async () => {
      const cookies = service.setCookiesAsClaimedBy(vendor.writeUps.at(-1) ?? '')
      await parts.start.click()
      await parts.allow.click()
      await parts.message.fill('Is anyone there?')
      await page.keyboard.press('Enter')
      await expect(parts.conversation).toContainText('Thanks for writing.')
      const traces = await tracesOf(page)
      expect(traces.nodes.join('\n')).toContain(vendor.loader)
      expect(traces.nodes.join('\n')).toContain(vendor.frame)
      expect(traces.globals).toEqual(expect.arrayContaining([...vendor.globals]))
      expect(traces.replaced).not.toEqual([])
      expect(traces.local).toEqual(expect.arrayContaining([...vendor.keys]))
      expect(traces.cookies).toEqual(['askfirst', ...cookies])
      expect(traffic.hosts()).toContain(new URL(vendor.loader).hostname)
      expect(traffic.entries.filter(({ kind }) => kind === 'socket')).toHaveLength(1)
      expect(service.openSockets()).toHaveLength(1)
    })
  })
})

test("the counters see a preconnect, a frame, a database, a cache and a tab's own key", async ({
  page,
  visit,
  traffic,
}) => {
  await visit()
  await page.evaluate(async () => {
    const link = document.createElement('link')
    Object.assign(link, { rel: 'preconnect', href: 'https://acme.kayakocdn.com' })
    document.head.append(link, document.createElement('iframe'))
    link.remove()
    sessionStorage.setItem('theirs', '1')
    await caches.open('theirs')
    await new Promise((done) => {
      indexedDB.open('theirs').addEventListener('success', done)
    })
  })
  await expect(expectNothing(page, traffic)).rejects.toThrow()
  expect(await tracesOf(page)).toEqual({
    ...untouched,
    nodes: ['iframe'],
    session: ['theirs'],
    databases: ['theirs'],
    caches: ['theirs'],
  })
})
