import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { isHydrated } from './scripts.ts'
import { pages } from './visitors.ts'

/** What is tried that no policy should let through, and how it ends. */
function attemptsOn(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const attempt = (run: () => unknown): string => {
      try {
        return `came through: ${String(run())}`
      } catch (error) {
        return (error as Error).name
      }
    }
    const load = (url: string): void => {
      const script = document.createElement('script')
      script.src = url
      document.body.append(script)
    }
    return {
      'a script of another host': attempt(() => load('https://elsewhere.example/x.js')),
      'a script of the site that is no part of the build': attempt(() => load('/upload/x.js')),
      'a path that climbs out of the build': attempt(() => load('/_next/static/../../upload/x.js')),
      'inline code as an address': attempt(() => load('data:text/javascript,alert(1)')),
      markup: attempt(() => {
        document.body.innerHTML = '<p>'
      }),
    }
  })
}

test('every page has a strict policy: nothing inline but what is named, no eval, Trusted Types', async ({
  request,
}) => {
  for (const { kind, path } of [...pages, { kind: 'missing', path: '/nowhere' }]) {
    await test.step(`the ${kind} page`, async () => {
      const response = await request.get(path)
      const policy = response.headers()['content-security-policy'] ?? ''
      expect(policy).toMatch(/^default-src 'none';/)
      expect(policy).not.toMatch(/unsafe|\*|https?:(?!\/\/)/)
      expect(policy).toContain("require-trusted-types-for 'script'")
      expect(policy).toMatch(/; trusted-types default stand-in askfirst$/)
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1]
      expect(scripts).toMatch(
        kind === 'static'
          ? /^'self' (?:'sha256-[\w+/=]+' )+https:/
          : /^'self' 'strict-dynamic' https:.* 'nonce-[\w-]{36}'$/,
      )
      expect(await response.text(), 'no markup carries a style of its own').not.toMatch(/<[^>]*\sstyle=/)
    })
  }
})

test('every page made per request has a nonce of its own', async ({ request }) => {
  const policies = await Promise.all(
    ['/parcel', '/parcel', '/nowhere'].map(
      async (path) => (await request.get(path)).headers()['content-security-policy'],
    ),
  )
  expect(new Set(policies).size).toBe(3)
})

test.describe('attempts', () => {
  test.use({ expectedComplaints: /TrustedScriptURL|TrustedHTML|Violation of require-trusted-types-for/ })

  test("on every kind of page the policies refuse what is not the site's or the chat's", async ({ page }) => {
    for (const { kind, path } of pages) {
      await test.step(`the ${kind} page`, async () => {
        await page.goto(path)
        await isHydrated(page)
        expect(new Set(Object.values(await attemptsOn(page)))).toEqual(new Set(['TypeError']))
      })
    }
  })
})
