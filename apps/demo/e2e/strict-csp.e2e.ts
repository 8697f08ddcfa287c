import type { Page } from '@playwright/test'
import { strictShop } from '../../../scripts/addresses.mjs'
import { expect, forEachVendor, test } from './fixtures.ts'
import { loadsOf } from './loads.ts'
import { isIdle } from './traces.ts'

test.use({ baseURL: strictShop.url })

/** Runs in every frame. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    console.error(`Violation of ${effectiveDirective}: ${blockedURI} ${sample}`)
  })
}

/** What is tried that the policies should not let through, after the vendor's own address, and how it ends. */
function attemptsOn(page: Page, loader: string): Promise<Record<string, string>> {
  return page.evaluate((ours) => {
    type Policy = { createScriptURL: (url: string) => string }
    type Factory = { createPolicy: (name: string, rules: Policy) => Policy }
    const { trustedTypes, askfirstPolicy } = window as unknown as { trustedTypes: Factory; askfirstPolicy: Policy }
    const rules = { createScriptURL: (url: string) => url }
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
      "the vendor's own address, through our policy": attempt(() => askfirstPolicy.createScriptURL(ours)),
      'another host, through our policy': attempt(() =>
        askfirstPolicy.createScriptURL('https://elsewhere.example/x.js'),
      ),
      'a host that only looks alike': attempt(() =>
        askfirstPolicy.createScriptURL(ours.replace('.com', '.com.elsewhere.example')),
      ),
      'inline code as an address': attempt(() => askfirstPolicy.createScriptURL('data:text/javascript,alert(1)')),
      'another host, without a policy': attempt(() => load('https://elsewhere.example/x.js')),
      'a policy of another name': attempt(() => trustedTypes.createPolicy('elsewhere', rules)),
      'a second policy of our name': attempt(() => trustedTypes.createPolicy('askfirst', rules)),
      markup: attempt(() => {
        document.body.innerHTML = '<p>'
      }),
    }
  }, loader)
}

forEachVendor((vendor) => {
  test('a strict policy with Trusted Types has nothing to report before, during and after the chat, and refuses the scripts of any other host', async ({
    page,
    context,
    visit,
    parts,
    acceptAll,
    service,
    traffic,
  }) => {
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    await context.addInitScript(reportViolations)
    const policy = page.waitForResponse((response) => response.request().isNavigationRequest())
    service.fillFrameThroughDom()
    await visit('/privacy')
    expect((await policy).headers()['content-security-policy']).toMatch(
      /^default-src 'none';(?!.*unsafe).*require-trusted-types-for 'script'/,
    )
    await expect(parts.banner).toBeVisible()
    await parts.choose.click()
    await expect(parts.preferences).toBeVisible()
    await page.keyboard.press('Escape')
    await parts.start.click()
    await parts.notNow.click()
    await isIdle(page)
    expect(complaints).toEqual([])

    await acceptAll()
    await parts.launcher.click()
    await parts.message.fill('Hello')
    await page.keyboard.press('Enter')
    await expect(parts.conversation).toContainText('Thanks for writing.')
    expect(complaints).toEqual([])
    expect(loadsOf(service, vendor)).toBe(1)

    await parts.closeChat.click()
    await page.getByRole('button', { name: `Withdraw ${vendor.name}` }).click()
    await expect(parts.removed).toBeVisible()
    await parts.start.click()
    await parts.allow.click()
    await expect(parts.message).toBeVisible()
    expect(complaints).toEqual([])

    await test.step('what is refused is reported', async () => {
      expect(await attemptsOn(page, vendor.loader)).toEqual({
        "the vendor's own address, through our policy": `came through: ${vendor.loader}`,
        'another host, through our policy': 'TypeError',
        'a host that only looks alike': 'TypeError',
        'inline code as an address': 'TypeError',
        'another host, without a policy': 'TypeError',
        'a policy of another name': 'TypeError',
        'a second policy of our name': 'TypeError',
        markup: 'TypeError',
      })
      expect(traffic.hosts()).not.toContain('elsewhere.example')
      await expect.poll(() => complaints.join('\n')).toContain('Violation of')
    })
  })
})
