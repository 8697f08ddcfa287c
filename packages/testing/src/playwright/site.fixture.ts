import type { BrowserContext } from '@playwright/test'
import type { LoadableVendor } from '@askfirst/core/runtime'

export const site = 'https://shop.test/'

/** A vendor whose hosts answer with what `openSite` is told, on a site that does not ask. */
export const acme: LoadableVendor<'acme'> = {
  id: 'acme',
  name: 'Acme',
  category: 'functional',
  disclosure: {
    operator: 'Acme Ltd',
    country: 'GB',
    domains: ['chat.acme.test'],
    storage: [
      { name: 'acme-*', kind: 'local', purpose: 'visitor-id', days: null, confidence: 'verified' },
      { name: 'acme', kind: 'cookie', purpose: 'visitor-id', days: 30, confidence: 'verified' },
    ],
    data: ['messages'],
    legalBasis: 'consent',
    transfers: [],
    policyUrl: null,
    evidence: () => Promise.resolve([]),
  },
  traces: { globals: ['acmeChat'], nodes: ['#acme-chat'] },
  mount: () => Promise.reject(new Error('not loaded in this test')),
}

/** Serves a site whose pages have this script, and a vendor's host that answers with an empty script. */
export async function serveSite(
  context: BrowserContext,
  script = '',
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  await context.route('https://*.test/**', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
  await context.route(`${site}**`, (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname.endsWith('.js')) return route.fulfill({ contentType: 'text/javascript', body: script })
    return route.fulfill({
      contentType: 'text/html',
      headers,
      body: '<!doctype html><html lang="en"><title>Shop</title><body><script src="/app.js"></script></body></html>',
    })
  })
}
