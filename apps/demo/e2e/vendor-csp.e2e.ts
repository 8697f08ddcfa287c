import type { BrowserContext } from '@playwright/test'
import { kustomerChatKey } from '@askfirst/testing'
import { csp, kayakoCsp, kustomerCsp } from '@askfirst/vendors/csp'
import type { CspDirectives } from '@askfirst/vendors/csp'
import { ownPolicy, trustedTypes } from '../content-security-policy.ts'
import { expect, forEachVendor, test } from './fixtures.ts'

/** What each chat's package says that it needs. Every one of these pages gets that and the shop's own, and no more. */
const needs: Readonly<Record<string, CspDirectives>> = {
  kayako: kayakoCsp({ subdomain: 'acme', inlineStyles: false }),
  kustomer: kustomerCsp({ apiKey: kustomerChatKey(), inlineStyles: false }),
}

/** What the stand-ins do not ask for, so that only the facts say it is needed. */
const unproven: Readonly<Record<string, readonly string[]>> = {
  kayako: ['img-src https://acme.kayako.com', 'img-src data:'],
  kustomer: [
    'connect-src https://*.pndsn.com',
    "frame-src 'self'",
    'img-src https://cdn.kustomerapp.com',
    'img-src https://*.kustomerapp.com',
    'img-src data:',
    'img-src blob:',
  ],
}

/** Playwright answers sockets inside the page, where no policy sees them. So these have a test without a stand-in. */
const sockets: Readonly<Record<string, string>> = {
  kayako: 'wss://kre.kayako.net/socket/websocket',
  kustomer: 'wss://ps.pndsn.com/',
}

interface Violation {
  readonly directive: string
  readonly address: string
}

interface Violations {
  /** What the enforced policy has refused. */
  readonly refused: Violation[]
  /** What the other one would have. */
  readonly reported: Violation[]
  /** Every other error and warning, those of Trusted Types among them. */
  readonly complaints: string[]
}

/** Serves the shop's pages with policies. Violations are read in the console: frames without an address fire no event. */
async function servePolicies(context: BrowserContext, enforced: string, reportOnly: string): Promise<Violations> {
  const violations: Violations = { refused: [], reported: [], complaints: [] }
  context.on('console', (message) => {
    const text = message.text()
    const found = /'(\S+)' violates the following Content Security Policy directive: "([\w-]+)/.exec(text)
    if (found) {
      const [, address = '', directive = ''] = found
      violations[text.includes('policy is report-only') ? 'reported' : 'refused'].push({ directive, address })
    } else if (['error', 'warning'].includes(message.type())) violations.complaints.push(text)
  })
  await context.route('http://127.0.0.1:*/**', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback()
    const response = await route.fetch()
    const policies = { 'content-security-policy': enforced, 'content-security-policy-report-only': reportOnly }
    return route.fulfill({ response, headers: { ...response.headers(), ...policies } })
  })
  return violations
}

/** Whether a source of a policy lets an address pass. */
function matches(source: string, address: string): boolean {
  const pattern = source.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace('*', '[^/]+')
  return new RegExp(`^${pattern}$`).test(new URL(address).origin)
}

forEachVendor((vendor) => {
  const needed = needs[vendor.id] ?? {}
  const policyFor = (chats: readonly CspDirectives[]): string => csp(chats, { site: ownPolicy, trustedTypes }).header
  const own = csp([], { site: ownPolicy }).header

  test('what the adapter exports is enough for its chat, and is what the chat asks for', async ({
    context,
    visit,
    parts,
    page,
    acceptAll,
    service,
  }) => {
    const { refused, reported, complaints } = await servePolicies(context, policyFor([needed]), own)
    service.fillFrameThroughDom()
    await visit()
    await expect(parts.banner).toBeVisible()
    expect(reported, 'the shop itself asks for nothing else').toEqual([])
    await acceptAll()
    await parts.launcher.click()
    await parts.message.fill('Hello')
    await page.keyboard.press('Enter')
    await expect(parts.conversation).toContainText('Thanks for writing.')

    expect([refused, complaints]).toEqual([[], []])
    const isAskedFor = (name: string, source: string): boolean =>
      reported.some(({ directive, address }) => directive === name && matches(source, address))
    const idle = Object.entries(needed).flatMap(([name, sources]) =>
      (sources ?? [])
        .filter((source) => !source.startsWith('wss:') && !isAskedFor(name, source))
        .map((source) => `${name} ${source}`),
    )
    expect(idle.toSorted()).toEqual(unproven[vendor.id]?.toSorted())
  })

  test('what the adapter exports lets its socket pass, and nothing else of the policy does', async ({
    context,
    page,
  }) => {
    const { refused, reported } = await servePolicies(context, policyFor([needed]), own)
    await page.goto('/help')
    const socket = sockets[vendor.id] ?? ''
    await page.evaluate((url) => void new WebSocket(url), socket)
    await expect.poll(() => reported).toEqual([{ directive: 'connect-src', address: socket }])
    expect(refused).toEqual([])
    const passing = needed['connect-src']?.filter((source) => matches(source, socket))
    expect(passing).toEqual([expect.stringMatching(/^wss:/)])
  })

  test.describe('with less than that', () => {
    test.use({ expectedErrors: /API did not answer with settings/ })

    test('the browser refuses what the chat asks for', async ({ context, visit, acceptAll, service }) => {
      service.fillFrameThroughDom()
      for (const directive of ['script-src', 'connect-src'] as const) {
        await test.step(`without its ${directive}`, async () => {
          const { refused } = await servePolicies(context, policyFor([{ ...needed, [directive]: [] }]), own)
          await visit()
          // The second time the visitor comes back, having accepted.
          if (directive === 'script-src') await acceptAll()
          await expect.poll(() => refused).toContainEqual({ directive, address: expect.stringMatching(/^https:/) })
        })
      }
    })
  })
})
