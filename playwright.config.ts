import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { chatToken } from './apps/next/e2e/chat-token.ts'
import { chromiumLaunch } from './scripts/chromium.mjs'

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const vite = fileOf('node_modules/vite/bin/vite.js')
const next = fileOf('apps/next/node_modules/next/dist/bin/next')

const addressOf = (port: number): string => `http://127.0.0.1:${port}/`

/** Serves the demo's production build. */
const preview = (port: number, env: Record<string, string> = {}) => ({
  command: `"${process.execPath}" "${vite}" preview --host 127.0.0.1 --port ${port} --strictPort`,
  cwd: 'apps/demo',
  url: addressOf(port),
  env,
  reuseExistingServer: false,
})

/** Serves the Next.js app's production build. */
const nextServer = (port: number) => ({
  command: `"${process.execPath}" "${next}" start --hostname 127.0.0.1 --port ${port}`,
  cwd: 'apps/next/dist',
  url: addressOf(port),
  env: { NEXT_TELEMETRY_DISABLED: '1', KAYAKO_TOKEN: chatToken },
  reuseExistingServer: false,
})

export default defineConfig({
  testDir: 'apps/demo/e2e',
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
  projects: [
    { name: 'shop', testIgnore: '**/strict-csp.e2e.ts', use: { baseURL: addressOf(4173) } },
    { name: 'strict-csp', testMatch: '**/strict-csp.e2e.ts', use: { baseURL: addressOf(4174) } },
    { name: 'kit', testDir: 'packages/testing/tests' },
    { name: 'next', testDir: 'apps/next/e2e', use: { baseURL: addressOf(4175) } },
  ],
  webServer: [preview(4173), preview(4174, { ASKFIRST_CSP: '1' }), nextServer(4175)],
})
