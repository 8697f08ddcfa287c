import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { chatToken } from './apps/next/e2e/chat-token.ts'
import { nextApp, shop, strictShop } from './scripts/addresses.mjs'
import { chromiumLaunch } from './scripts/chromium.mjs'

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const vite = fileOf('node_modules/vite/bin/vite.js')
const next = fileOf('apps/next/node_modules/next/dist/bin/next')

type Address = typeof shop

/** Serves the demo's production build. */
const preview = ({ port, url }: Address, env: Record<string, string> = {}) => ({
  command: `"${process.execPath}" "${vite}" preview --host 127.0.0.1 --port ${port} --strictPort`,
  cwd: 'apps/demo',
  url,
  env,
  reuseExistingServer: false,
})

/** Serves the Next.js app's production build. */
const nextServer = ({ port, url }: Address) => ({
  command: `"${process.execPath}" "${next}" start --hostname 127.0.0.1 --port ${port}`,
  cwd: 'apps/next/dist',
  url,
  env: { NEXT_TELEMETRY_DISABLED: '1', KAYAKO_TOKEN: chatToken },
  reuseExistingServer: false,
})

export default defineConfig({
  // No projects: each would start its workers and their browsers anew. An app's fixtures know where it is.
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  // What is heard is the same on every system.
  snapshotPathTemplate: '{testDir}/{testFileDir}/{arg}{ext}',
  fullyParallel: true,
  forbidOnly: true,
  // Most of a test is waiting, also on two cores.
  workers: 4,
  // A shared machine stalls now and then; what fails twice fails.
  retries: process.env['CI'] ? 2 : 0,
  reporter: [['list'], ['./scripts/playwright-totals.mjs']],
  use: {
    browserName: 'chromium',
    launchOptions: chromiumLaunch(),
    screenshot: 'off',
    // Playwright waits for every animation to end before it clicks.
    contextOptions: { reducedMotion: 'reduce' },
  },
  webServer: [preview(shop), preview(strictShop, { ASKFIRST_CSP: '1' }), nextServer(nextApp)],
})
