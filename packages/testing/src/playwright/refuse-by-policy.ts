import type { BrowserContext, Page } from '@playwright/test'
import { inEveryPage } from './in-every-page.ts'

/** Gives pages a policy that admits the site itself and nobody else. In a page it stays until that loads again. */
export function refuseByPolicy(target: Page | BrowserContext): Promise<() => Promise<void>> {
  return inEveryPage(target, addPolicy)
}

function addPolicy(): void {
  if (window !== window.top) return
  const meta = document.createElement('meta')
  meta.httpEquiv = 'Content-Security-Policy'
  const { host, protocol } = location
  const socket = `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}`
  meta.content = `default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src 'self' ${socket} data: blob:`
  const isAdded = (): boolean => {
    // The browser heeds it nowhere else.
    if (document.head) document.head.prepend(meta)
    return meta.isConnected
  }
  if (isAdded()) return
  const observer = new MutationObserver(() => {
    if (isAdded()) observer.disconnect()
  })
  observer.observe(document, { childList: true, subtree: true })
}
