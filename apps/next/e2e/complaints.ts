import type { BrowserContext } from '@playwright/test'

/** Runs in every frame: what a policy refuses and what nobody catches goes to the console. */
function tellConsole(): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    console.error(`Violation of ${effectiveDirective}: ${blockedURI} ${sample}`)
  })
  addEventListener('error', ({ message }) => console.error(`Uncaught: ${message}`))
  addEventListener('unhandledrejection', ({ reason }) => console.error(`Uncaught: ${String(reason)}`))
}

/** Collects every error and warning of the context's pages, hydration's and the policies' too, from before they load. */
export async function collectComplaints(context: BrowserContext): Promise<string[]> {
  const complaints: string[] = []
  context.on('weberror', (error) => complaints.push(error.error().message))
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  await context.addInitScript(tellConsole)
  return complaints
}
