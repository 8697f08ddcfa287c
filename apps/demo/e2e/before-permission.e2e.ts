import { expect, forEachVendor, test } from './fixtures.ts'
import { expectNothing, tracesOf, untouched } from './traces.ts'

const idle = 5_000

forEachVendor((vendor) => {
  test.use({ nothingBefore: 'end' })

  test('holds nothing of the vendor, whatever a visitor does short of a yes', async ({
    page,
    visit,
    traffic,
    parts,
  }) => {
    const links: string[] = []
    page.on('response', (response) => links.push(response.headers()['link'] ?? ''))
    const nothingAfter = (what: string): Promise<void> => test.step(what, () => expectNothing(page, traffic))
    await visit()
    await expect(parts.start).toBeVisible()
    await page.waitForLoadState('networkidle')
    await nothingAfter('the load')
    expect(links.join('')).toBe('')

    await parts.start.hover()
    await parts.start.focus()
    await expect(parts.start).toBeFocused()
    await nothingAfter('a look at our button')
    await parts.accept.hover()
    await parts.accept.focus()
    await page.keyboard.press('Escape')
    await page.mouse.move(5, 5)
    await page.mouse.wheel(0, 600)
    await page.keyboard.press('End')
    await expect(parts.banner).toBeVisible()
    await nothingAfter('keys, and a look at the rest of the page')

    await parts.start.click()
    await expect(parts.question).toBeVisible()
    await parts.allow.hover()
    await parts.once.hover()
    await nothingAfter('the question')
    await parts.notNow.click()
    await expect(parts.question).toBeHidden()
    await nothingAfter('"Not now"')

    await parts.choose.click()
    await parts.preferences.getByText('0 of 2 allowed').first().click()
    await parts.preferences.getByText(`About ${vendor.name}`).click()
    await expect(parts.preferences.getByText('Keeps on this device')).toBeVisible()
    await parts.preferences.getByText('Who says so').click()
    await parts.preferences.getByRole('checkbox', { name: 'Functional' }).check()
    await nothingAfter('a tick that is not saved')
    await page.keyboard.press('Escape')
    await expect(parts.preferences).toBeHidden()
    await nothingAfter('Escape in the preferences')
    await parts.choose.click()
    await expect(parts.preferences.getByRole('checkbox', { name: 'Functional' })).not.toBeChecked()
    await parts.preferences.getByRole('button', { name: 'Close' }).click()
    await nothingAfter('closing the preferences')
  })

  test('holds nothing of the vendor when it has been idle', async ({ page, visit, traffic, parts }) => {
    await page.clock.install()
    await visit()
    await expect(parts.banner).toBeVisible()
    await page.clock.runFor(idle)
    await page.clock.runFor(60_000)
    await expectNothing(page, traffic)
  })

  test('holds nothing of the vendor on any page a visitor goes to', async ({ page, visit, traffic, parts }) => {
    await visit()
    for (const path of ['/help', '/privacy', '/products/', '/']) {
      await expectNothing(page, traffic)
      await page.locator(`a[href^="${path}"]`).first().click()
      await expect(page).toHaveURL((url) => url.pathname.startsWith(path))
    }
    await page.goBack()
    await expect(parts.banner).toBeVisible()
    await expectNothing(page, traffic)
    await page.reload()
    await expectNothing(page, traffic)
  })

  test('the counters see the vendor once it is allowed', async ({
    page,
    visit,
    traffic,
    parts,
    service,
    beforeConsent,
  }) => {
    await visit()
    await beforeConsent.end()
    const writeUp = vendor.writeUps.at(-1) ?? ''
    const cookies = service.setCookiesAsClaimedBy(writeUp)
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
