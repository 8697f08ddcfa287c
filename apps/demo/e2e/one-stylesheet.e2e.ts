import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'
import { isIdle } from './traces.ts'

test("the shop waits for one stylesheet before it paints: its own, with Askfirst's rules in it", async ({
  page,
  visit,
  parts,
}) => {
  const html = readFileSync(new URL('../dist/index.html', import.meta.url), 'utf8')
  expect(html.match(/<(?:link[^>]*\srel="stylesheet"|style)/g), 'no other could hold it up').toHaveLength(1)
  const stylesheets: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'stylesheet') stylesheets.push(request.url())
  })
  await visit()
  await parts.choose.click()
  await expect(parts.preferences).toBeVisible()
  await isIdle(page)
  const { blocking, sheets } = await page.evaluate(() => ({
    blocking: (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter((entry) => (entry as { renderBlockingStatus?: string }).renderBlockingStatus === 'blocking')
      .map(({ name }) => name),
    sheets: [...document.styleSheets].map(({ href, cssRules }) => ({
      href,
      text: [...cssRules].map(({ cssText }) => cssText).join('\n'),
    })),
  }))
  expect(stylesheets, 'no other is fetched, at any time').toHaveLength(1)
  expect(blocking).toEqual(stylesheets)
  expect(sheets.map(({ href }) => href)).toEqual(stylesheets)
  expect(sheets[0]?.text, "the shop's own").toContain('.brand')
  expect(sheets[0]?.text).toContain('[data-askfirst="banner"]')
})
