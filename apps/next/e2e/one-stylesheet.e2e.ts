import { expect, test } from './fixtures.ts'
import { isHydrated } from './scripts.ts'
import { pages } from './visitors.ts'

for (const { kind, path } of pages) {
  test(`the ${kind} page waits for one stylesheet before it paints: its own, with Askfirst's rules in it`, async ({
    page,
  }) => {
    const stylesheets: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'stylesheet') stylesheets.push(request.url())
    })
    await page.goto(path)
    await isHydrated(page)
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
    expect(sheets[0]?.text, "the site's own").toContain('.brand')
    expect(sheets[0]?.text).toContain('[data-askfirst="banner"]')
  })
}
