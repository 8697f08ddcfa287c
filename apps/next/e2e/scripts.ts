import type { BrowserContext, Page, Route } from '@playwright/test'

const files = /\/_next\/.*\.js$/

/** None of the site's script files comes. */
export async function loseScripts(context: BrowserContext): Promise<void> {
  await context.route(files, (route) => route.abort('timedout'))
}

/** The page may be gone by now; its test is then over and has nothing to hear about it. */
const pass = (route: Route): Promise<void> => route.continue().catch(() => undefined)

/** Holds the script files back until `release`: those of the next visit, when it is called again before that. */
export async function holdScripts(context: BrowserContext): Promise<{ readonly release: () => void }> {
  const held: Route[] = []
  let isReleased = false
  await context.route(files, (route) => (isReleased ? pass(route) : void held.push(route)))
  return {
    release: () => {
      isReleased = true
      for (const route of held.splice(0)) void pass(route)
    },
  }
}

/** React has taken over the server's HTML, and the effects of that have run. */
export async function isHydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const button = document.querySelector('footer button')
    return button !== null && Object.keys(button).some((key) => key.startsWith('__reactProps'))
  })
  await settles(page)
}

/** What was put off until the browser is idle has begun. */
export async function settles(page: Page): Promise<void> {
  // After a click Chromium keeps its idle time back for the next one, until the pointer moves.
  await page.mouse.move(1, 1)
  await page.mouse.move(2, 2)
  await page.evaluate(async () => {
    const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 300 }))
    await idle()
    await new Promise((resolve) => setTimeout(resolve, 100))
    await idle()
  })
}
