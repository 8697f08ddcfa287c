import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { blockerOf, hiddenOn } from './filter-lists.ts'
import { expect, forEachVendor, test } from './fixtures.ts'

// The lists are long: they are read once.
test.describe.configure({ mode: 'default' })

const site = 'https://shop.example'

/** Every file under a folder of a production build, by its path. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(fileURLToPath(new URL(folder, import.meta.url)), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => `${parentPath}/${name}`.replaceAll('\\', '/'))
}

function typeOf(file: string): 'script' | 'stylesheet' | 'image' | 'xmlhttprequest' {
  const ending = file.slice(file.lastIndexOf('.'))
  return ending === '.js' ? 'script' : ending === '.css' ? 'stylesheet' : ending === '.svg' ? 'image' : 'xmlhttprequest'
}

test('no file of the shop or the help centre as built is blocked, but others by the same lists are', () => {
  const ofShop = filesIn('../dist').map((file) => file.slice(file.indexOf('/demo/dist/') + '/demo/dist'.length))
  const ofHelpCentre = filesIn('../../next/dist/.next/static').map(
    (file) => `/_next${file.slice(file.indexOf('/.next/static/') + '/.next'.length)}`,
  )
  for (const files of [ofShop, ofHelpCentre]) {
    expect(files.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(10)
    expect(files.flatMap((file) => blockerOf(site + file, typeOf(file)) ?? [])).toEqual([])
  }
  expect(blockerOf(`${site}/assets/cookie-consent.js`, 'script')).not.toBeNull()
  expect(blockerOf(`${site}/assets/consent-banner-a1b2c3.js`, 'script')).not.toBeNull()
})

forEachVendor((vendor) => {
  test('nothing of ours is hidden in any state: banner, preferences, question, chat, removal', async ({
    page,
    visit,
    parts,
  }) => {
    await visit('/privacy')
    await expect(parts.banner).toBeVisible()
    await expect(parts.start).toBeVisible()
    expect(await hiddenOn(page)).toEqual([])
    await parts.choose.click()
    await expect(parts.preferences).toBeVisible()
    for (const details of await parts.preferences.locator('summary').all()) await details.click()
    expect(await hiddenOn(page)).toEqual([])
    await page.keyboard.press('Escape')
    await parts.reject.click()
    await expect(parts.choices).toBeVisible()
    await parts.start.click()
    await expect(parts.allow).toBeVisible()
    expect(await hiddenOn(page)).toEqual([])
    await parts.allow.click()
    await expect(parts.message).toBeVisible()
    await page.getByRole('button', { name: `Withdraw ${vendor.name}` }).click()
    await expect(parts.removed).toBeVisible()
    expect(await hiddenOn(page)).toEqual([])

    await test.step('what the lists are known to hide would be seen', async () => {
      await page.evaluate(() => {
        document.body.append(
          Object.assign(document.createElement('div'), { id: 'cookie-banner' }),
          Object.assign(document.createElement('div'), { className: 'cookie-consent is-show' }),
        )
      })
      const hidden = (await hiddenOn(page)).map((line) => line.split(' by ')[0])
      expect(new Set(hidden)).toEqual(
        new Set(['<div id="cookie-banner"></div>', '<div class="cookie-consent is-show"></div>']),
      )
    })
  })
})
